package org.cairnml.core;

/**
 * Learns to order rows: those of one query, which is one group of {@link Dataset#groups}, by their
 * relevance, which is the target. Without groups, all rows are one query.
 *
 * @param <M> the model it makes
 */
public interface Ranker<M extends RankingModel> extends Learner {

  /**
   * Learns from data whose target is the relevance of each row to its query.
   *
   * @throws org.cairnml.base.DataException if the data cannot be used, saying where and why
   */
  M fit(Dataset data, FitOptions options);

  /** Learns with default options. */
  default M fit(Dataset data) {
    return fit(data, new FitOptions());
  }
}
