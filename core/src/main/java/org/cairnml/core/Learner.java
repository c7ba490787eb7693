package org.cairnml.core;

/**
 * A way to learn: a record whose components, each annotated {@link Param}, are its hyperparameters.
 * The constructor without arguments states the defaults; {@code with} methods change one. A learner
 * holds nothing that it has learned: that is in the model that {@code fit} returns.
 *
 * <p>Learners that shall be found by name list themselves as a service of this interface.
 */
public interface Learner {}
