/**
 * The suite for classifiers, regressors, clusterers and transformers: {@link
 * org.cairnml.testkit.learner.LearnerContract} runs it over a list of {@link
 * org.cairnml.testkit.learner.LearnerSpec}s.
 */
package org.cairnml.testkit.learner;
