/**
 * What the tests of all modules share: {@link org.cairnml.testkit.Tolerance}, where test data are
 * found, and below, the contract suites. Start at {@link
 * org.cairnml.testkit.learner.LearnerContract}.
 */
package org.cairnml.testkit;
