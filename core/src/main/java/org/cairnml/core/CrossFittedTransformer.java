package org.cairnml.core;

/**
 * A transformer that learns from the target, so that its training rows must not be transformed by
 * what was learned from their own targets: a learner trained on them would trust it too much. A
 * pipeline trains what follows on {@link #transformTraining}; new rows go through the model.
 *
 * @param <M> the fitted transformation
 */
public interface CrossFittedTransformer<M extends TransformModel> extends Transformer<M> {

  /**
   * The training rows, each transformed by what was learned from other rows only.
   *
   * @param model what {@link #fit} made of the same data
   */
  Dataset transformTraining(M model, Dataset data, FitOptions options);
}
