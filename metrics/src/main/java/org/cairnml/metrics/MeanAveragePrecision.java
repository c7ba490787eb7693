package org.cairnml.metrics;

/**
 * Average precision of a list: the sum of the precisions at the ranks of its relevant items, up to
 * rank k, over a number that programs choose differently. {@link #mean} of it is MAP@k.
 *
 * @param k how many of the first items count
 * @param denominator what the sum is divided by
 */
public record MeanAveragePrecision(int k, Denominator denominator) implements RankingMetric {

  /** What the sum of precisions is divided by. */
  public enum Denominator {
    /** The number of relevant items: Spark's and Microsoft Recommenders' MAP. */
    RELEVANT,
    /** The smaller of k and the number of relevant items, so that 1 can be reached: most MAP@k. */
    REACHABLE
  }

  /** Checks k. */
  public MeanAveragePrecision {
    Require.k(k);
  }

  /** Of the first k items, with {@link Denominator#REACHABLE}. */
  public MeanAveragePrecision(int k) {
    this(k, Denominator.REACHABLE);
  }

  /** The same with another denominator. */
  public MeanAveragePrecision withDenominator(Denominator newDenominator) {
    return new MeanAveragePrecision(k, newDenominator);
  }

  @Override
  public double value(RankedList list) {
    int relevant = list.relevant();
    if (relevant == 0) {
      return Double.NaN;
    }
    double sum = 0;
    int hits = 0;
    for (int r = 0; r < Math.min(k, list.size()); r++) {
      if (list.relevance(r) > 0) {
        hits++;
        sum += (double) hits / (r + 1);
      }
    }
    return sum / (denominator == Denominator.RELEVANT ? relevant : Math.min(k, relevant));
  }
}
