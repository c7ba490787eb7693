package org.cairnml.core;

import org.cairnml.linalg.Matrix;

/**
 * Finds groups of similar rows.
 *
 * @param <M> the model it makes
 */
public interface Clusterer<M extends ClusterModel> extends Learner {

  /**
   * Finds clusters among the rows; a target is ignored.
   *
   * @throws org.cairnml.base.DataException if the data cannot be used, saying where and why
   */
  M fit(Dataset data, FitOptions options);

  /** Finds clusters with default options. */
  default M fit(Dataset data) {
    return fit(data, new FitOptions());
  }

  /** Finds clusters among the rows of x (n x d). */
  default M fit(Matrix x) {
    return fit(Dataset.of(x));
  }
}
