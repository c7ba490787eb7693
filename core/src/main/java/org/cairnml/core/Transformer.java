package org.cairnml.core;

import org.cairnml.linalg.Matrix;

/**
 * Learns how to turn feature columns into other feature columns: scaling, imputing, encoding.
 *
 * @param <M> the fitted transformation
 */
public interface Transformer<M extends TransformModel> extends Learner {

  /**
   * Learns from the features; most transformers ignore a target.
   *
   * @throws org.cairnml.base.DataException if the data cannot be used, saying where and why
   */
  M fit(Dataset data, FitOptions options);

  /** Learns with default options. */
  default M fit(Dataset data) {
    return fit(data, new FitOptions());
  }

  /** Learns from x (n x d). */
  default M fit(Matrix x) {
    return fit(Dataset.of(x));
  }
}
