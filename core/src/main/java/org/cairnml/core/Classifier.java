package org.cairnml.core;

import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;

/**
 * Learns to tell classes apart.
 *
 * @param <M> the model it makes
 */
public interface Classifier<M extends ClassificationModel> extends Learner {

  /**
   * Learns from data with labels.
   *
   * @throws org.cairnml.base.DataException if the data cannot be used, saying where and why
   */
  M fit(Dataset data, FitOptions options);

  /** Learns with default options. */
  default M fit(Dataset data) {
    return fit(data, new FitOptions());
  }

  /** Learns from features (n x d) and n labels. */
  default M fit(Matrix x, Labels labels) {
    return fit(Dataset.of(x, labels));
  }

  /** Learns from features (n x d) and n classes named by numbers. */
  default M fit(Matrix x, int... classes) {
    return fit(x, Labels.of(classes));
  }
}
