package org.cairnml.metrics;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.cairnml.base.DataException;

/** The sample weights of n rows. */
final class Weights {

  private Weights() {}

  /** The weight 1 for each row. */
  static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Refuses no rows, and weights that are missing, negative, not finite or all 0. */
  static void check(int n, double[] weights) {
    Require.rows(n);
    if (weights.length != n) {
      throw new DataException(
          "there are %d weights for %d rows; give one weight for each row"
              .formatted(weights.length, n));
    }
    double largest = 0;
    for (int i = 0; i < n; i++) {
      if (!(weights[i] >= 0) || Double.isInfinite(weights[i])) {
        throw new DataException(
            "row %d: the weight is %s, expected a finite number of at least 0"
                .formatted(i, weights[i]));
      }
      largest = Math.max(largest, weights[i]);
    }
    if (largest == 0) {
      throw new DataException("all sample weights are 0; at least one must be positive");
    }
  }

  /** The weighted mean of a value of each row, added from the first row to the last. */
  static double mean(double[] weights, IntToDoubleFunction value) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * value.applyAsDouble(i);
      total += weights[i];
    }
    return sum / total;
  }
}
