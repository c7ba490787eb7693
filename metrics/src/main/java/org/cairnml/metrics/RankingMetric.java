package org.cairnml.metrics;

import java.util.List;

/**
 * A metric of ranked lists, from 0 to 1, higher is better. Each is a record whose components name
 * the variant, since programs differ in them.
 */
public sealed interface RankingMetric
    permits Ndcg, MeanAveragePrecision, ReciprocalRank, PrecisionAt, RecallAt, HitRate {

  /** What a list without relevant items counts as in a mean. */
  enum EmptyLists {
    /** It is left out. */
    SKIP,
    /** It counts as 0. */
    ZERO
  }

  /** How many of the first items count. */
  int k();

  /** The value of one list; {@code NaN} if there are no relevant items. */
  double value(RankedList list);

  /** The value of items with scores, shown from the highest down. */
  default double value(double[] relevance, double[] scores) {
    return value(RankedList.of(relevance, scores));
  }

  /** The mean of the lists' values; {@code NaN} if all lists are left out. */
  default double mean(List<RankedList> lists, EmptyLists emptyLists) {
    return mean(lists, emptyLists, Weights.ones(lists.size()));
  }

  /**
   * The same with a weight for each list.
   *
   * @throws org.cairnml.base.DataException if there are no lists, or weights are missing, negative,
   *     not finite or all 0
   */
  default double mean(List<RankedList> lists, EmptyLists emptyLists, double[] weights) {
    Require.rows(lists.size());
    Weights.check(lists.size(), weights);
    double sum = 0;
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      double value = value(lists.get(i));
      if (!Double.isNaN(value)) {
        sum += weights[i] * value;
        total += weights[i];
      } else if (emptyLists == EmptyLists.ZERO) {
        total += weights[i];
      }
    }
    return total == 0 ? Double.NaN : sum / total;
  }
}
