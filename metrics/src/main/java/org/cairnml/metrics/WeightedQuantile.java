package org.cairnml.metrics;

/** Quantiles of weighted values. */
final class WeightedQuantile {

  private WeightedQuantile() {}

  /**
   * The value up to which the share q of the weight lies. Where that is exactly between two values,
   * their mean; so it minimizes the pinball loss, and is the usual median for q = 0.5.
   */
  static double of(double[] values, double[] weights, double q) {
    int[] descending = DescendingOrder.of(values);
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double below = 0;
    for (int r = descending.length - 1; r >= 0; r--) {
      below += weights[descending[r]];
      if (below > q * total) {
        return values[descending[r]];
      }
      if (below == q * total && below > 0) {
        double next = nextWeighted(values, weights, descending, r);
        return (values[descending[r]] + next) / 2;
      }
    }
    return values[descending[0]];
  }

  private static double nextWeighted(double[] values, double[] weights, int[] descending, int r) {
    for (int s = r - 1; s >= 0; s--) {
      if (weights[descending[s]] > 0) {
        return values[descending[s]];
      }
    }
    return values[descending[r]];
  }
}
