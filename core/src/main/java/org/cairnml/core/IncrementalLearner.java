package org.cairnml.core;

/**
 * A learner that can go on learning from further rows, where data come in batches or do not fit
 * into memory. A model holds all that is needed to go on, and keeps it in a file too.
 *
 * @param <M> the model it makes
 */
public interface IncrementalLearner<M extends Model> extends Learner {

  /**
   * Learns from the first rows. A classifier must be told all classes here: labels may name classes
   * that have no rows yet, see {@code Labels.withClasses}.
   *
   * @throws org.cairnml.base.DataException if the data cannot be used, saying where and why
   */
  M partialFit(Dataset batch);

  /**
   * A new model that has learned from these rows too; the given one stays as it is.
   *
   * @throws org.cairnml.base.DataException if the rows cannot be used or do not fit the model
   */
  M partialFit(M model, Dataset batch);
}
