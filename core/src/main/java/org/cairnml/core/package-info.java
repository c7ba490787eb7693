/**
 * The contracts that learners and models keep.
 *
 * <p>Start at {@link org.cairnml.core.Classifier} or {@link org.cairnml.core.Regressor}: a learner
 * is a record of hyperparameters, its {@code fit} takes a {@link org.cairnml.core.Dataset} and
 * returns an immutable {@link org.cairnml.core.Model}, which {@code ModelFile} saves.
 */
package org.cairnml.core;
