package org.cairnml.metrics;

/**
 * Normalized discounted cumulative gain: the gains of the first k items shown, discounted by rank,
 * over those of the best order of all items. Items of equal score share the mean of their gains, as
 * in scikit-learn, so that their order does not matter.
 *
 * <p>K. Jarvelin, J. Kekalainen, Cumulated gain-based evaluation of IR techniques, 2002,
 * doi:10.1145/582415.582418.
 *
 * @param k how many of the first items count
 * @param gain what an item of some relevance gains
 * @param discount what a rank divides gains by
 */
public record Ndcg(int k, Gain gain, Discount discount) implements RankingMetric {

  /** What an item of some relevance gains. */
  public enum Gain {
    /** Its relevance. */
    LINEAR,
    /** 2^relevance - 1. */
    EXPONENTIAL,
    /** 1 if it is relevant at all. */
    BINARY;

    double of(double relevance) {
      return switch (this) {
        case LINEAR -> relevance;
        case EXPONENTIAL -> Math.pow(2, relevance) - 1;
        case BINARY -> relevance > 0 ? 1 : 0;
      };
    }
  }

  /** What a rank, from 1, divides gains by. */
  public enum Discount {
    /** log2(rank + 1), the usual one. */
    LOG2,
    /** max(1, log2(rank)), that of Jarvelin and Kekalainen: the first two ranks count in full. */
    JARVELIN;

    double of(int rank) {
      double log = Math.log(this == LOG2 ? rank + 1 : rank) / Math.log(2);
      return this == LOG2 ? log : Math.max(1, log);
    }
  }

  /** Checks k. */
  public Ndcg {
    Require.k(k);
  }

  /** Of all items, with {@link Gain#LINEAR} and {@link Discount#LOG2}. */
  public Ndcg() {
    this(Integer.MAX_VALUE, Gain.LINEAR, Discount.LOG2);
  }

  /** The same for the first k items. */
  public Ndcg withK(int newK) {
    return new Ndcg(newK, gain, discount);
  }

  /** The same with another gain. */
  public Ndcg withGain(Gain newGain) {
    return new Ndcg(k, newGain, discount);
  }

  /** The same with another discount. */
  public Ndcg withDiscount(Discount newDiscount) {
    return new Ndcg(k, gain, newDiscount);
  }

  @Override
  public double value(RankedList list) {
    double best = 0;
    double[] ideal = list.ideal();
    for (int r = 0; r < Math.min(k, ideal.length); r++) {
      best += gain.of(ideal[r]) / discount.of(r + 1);
    }
    return best == 0 ? Double.NaN : dcg(list) / best;
  }

  /** The sum of discounted gains, not normalized. */
  public double dcg(RankedList list) {
    double sum = 0;
    int end = Math.min(k, list.size());
    for (int from = 0; from < end; from = list.tieEnd(from)) {
      double gains = 0;
      for (int r = from; r < list.tieEnd(from); r++) {
        gains += gain.of(list.relevance(r));
      }
      double mean = gains / (list.tieEnd(from) - from);
      for (int r = from; r < Math.min(end, list.tieEnd(from)); r++) {
        sum += mean / discount.of(r + 1);
      }
    }
    return sum;
  }
}
