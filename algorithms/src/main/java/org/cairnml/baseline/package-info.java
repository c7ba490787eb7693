/**
 * Learners that look at the target alone: what any real learner must beat. Start at {@link
 * org.cairnml.baseline.DummyClassifier} and {@link org.cairnml.baseline.DummyRegressor}.
 */
package org.cairnml.baseline;
