package org.cairnml.metrics;

/**
 * 1 if there is a relevant item among the first k, else 0.
 *
 * @param k how many of the first items count
 */
public record HitRate(int k) implements RankingMetric {

  /** Checks k. */
  public HitRate {
    Require.k(k);
  }

  @Override
  public double value(RankedList list) {
    if (list.relevant() == 0) {
      return Double.NaN;
    }
    return list.hits(k) > 0 ? 1 : 0;
  }
}
