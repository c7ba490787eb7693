package org.cairnml.metrics;

/**
 * 1 / (rank of the first relevant item), 0 if it is not among the first k. {@link #mean} of it is
 * MRR.
 *
 * @param k how many of the first items count
 */
public record ReciprocalRank(int k) implements RankingMetric {

  /** Checks k. */
  public ReciprocalRank {
    Require.k(k);
  }

  @Override
  public double value(RankedList list) {
    if (list.relevant() == 0) {
      return Double.NaN;
    }
    for (int r = 0; r < Math.min(k, list.size()); r++) {
      if (list.relevance(r) > 0) {
        return 1.0 / (r + 1);
      }
    }
    return 0;
  }
}
