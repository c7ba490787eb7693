package org.cairnml.core;

import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;

/**
 * Learns to predict a number.
 *
 * @param <M> the model it makes
 */
public interface Regressor<M extends RegressionModel> extends Learner {

  /**
   * Learns from data with a numeric target.
   *
   * @throws org.cairnml.base.DataException if the data cannot be used, saying where and why
   */
  M fit(Dataset data, FitOptions options);

  /** Learns with default options. */
  default M fit(Dataset data) {
    return fit(data, new FitOptions());
  }

  /** Learns from features (n x d) and n numbers. */
  default M fit(Matrix x, Vector y) {
    return fit(Dataset.of(x, y));
  }

  /** Learns from features (n x d) and n numbers. */
  default M fit(Matrix x, double... y) {
    return fit(Dataset.of(x, y));
  }
}
