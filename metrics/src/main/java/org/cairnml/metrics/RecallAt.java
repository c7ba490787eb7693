package org.cairnml.metrics;

/**
 * Recall at k: the share of the relevant items that are among the first k.
 *
 * @param k how many of the first items count
 */
public record RecallAt(int k) implements RankingMetric {

  /** Checks k. */
  public RecallAt {
    Require.k(k);
  }

  @Override
  public double value(RankedList list) {
    int relevant = list.relevant();
    return relevant == 0 ? Double.NaN : (double) list.hits(k) / relevant;
  }
}
