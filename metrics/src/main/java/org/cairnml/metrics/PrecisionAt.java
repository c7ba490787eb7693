package org.cairnml.metrics;

/**
 * Precision at k: the number of relevant items among the first k over a number that programs choose
 * differently.
 *
 * @param k how many of the first items count
 * @param denominator what the hits are divided by
 */
public record PrecisionAt(int k, Denominator denominator) implements RankingMetric {

  /** What the hits are divided by. */
  public enum Denominator {
    /** k, also where fewer items are shown or relevant: Spark's and Microsoft Recommenders'. */
    K,
    /** The smaller of k and the number of items shown. */
    SHOWN,
    /** The smaller of k and the number of relevant items: what implicit calls precision. */
    REACHABLE
  }

  /** Checks k. */
  public PrecisionAt {
    Require.k(k);
  }

  /** Of the first k items, with {@link Denominator#K}. */
  public PrecisionAt(int k) {
    this(k, Denominator.K);
  }

  /** The same with another denominator. */
  public PrecisionAt withDenominator(Denominator newDenominator) {
    return new PrecisionAt(k, newDenominator);
  }

  @Override
  public double value(RankedList list) {
    if (list.relevant() == 0) {
      return Double.NaN;
    }
    int divisor =
        switch (denominator) {
          case K -> k;
          case SHOWN -> Math.max(1, Math.min(k, list.size()));
          case REACHABLE -> Math.min(k, list.relevant());
        };
    return (double) list.hits(k) / divisor;
  }
}
