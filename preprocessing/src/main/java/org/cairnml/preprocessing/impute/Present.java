package org.cairnml.preprocessing.impute;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.cairnml.core.Dataset;
import org.cairnml.core.Feature;

/**
 * The values of one column that are not missing, ascending, with their weights. Rows of weight 0
 * are left out, and so are unseen categories.
 */
final class Present {

  private final double[] values;
  private final double[] weights;
  private final boolean anyMissing;

  private Present(double[] values, double[] weights, boolean anyMissing) {
    this.values = values;
    this.weights = weights;
    this.anyMissing = anyMissing;
  }

  static Present of(Dataset data, int j) {
    Feature feature = data.schema().get(j);
    double[] values = new double[data.rows()];
    double[] weights = new double[data.rows()];
    boolean anyMissing = false;
    int n = 0;
    for (int i = 0; i < data.rows(); i++) {
      double value = data.x().get(i, j);
      if (data.weight(i) > 0) {
        anyMissing |= Double.isNaN(value);
        if (!Double.isNaN(value) && !(feature.isCategory() && value == Feature.UNSEEN)) {
          values[n] = value;
          weights[n++] = data.weight(i);
        }
      }
    }
    values = Arrays.copyOf(values, n);
    weights = Arrays.copyOf(weights, n);
    if (data.isWeighted()) {
      return sorted(values, weights, anyMissing);
    }
    Arrays.sort(values);
    return new Present(values, weights, anyMissing);
  }

  private static Present sorted(double[] values, double[] weights, boolean anyMissing) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(i -> i)
            .toArray();
    return new Present(
        Arrays.stream(order).mapToDouble(i -> values[i]).toArray(),
        Arrays.stream(order).mapToDouble(i -> weights[i]).toArray(),
        anyMissing);
  }

  boolean anyMissing() {
    return anyMissing;
  }

  /** The weighted mean, NaN of no values. */
  double mean() {
    double total = 0;
    double mean = 0;
    for (int i = 0; i < values.length; i++) {
      total += weights[i];
      mean += weights[i] / total * (values[i] - mean);
    }
    return values.length == 0 ? Double.NaN : mean;
  }

  /** The value at half of the weight, the mean of two if the half lies between them. */
  double median() {
    double half = 0;
    for (double w : weights) {
      half += w / 2;
    }
    double below = 0;
    for (int i = 0; i < values.length; i++) {
      below += weights[i];
      if (below == half && i + 1 < values.length) {
        return values[i] / 2 + values[i + 1] / 2;
      }
      if (below >= half) {
        return values[i];
      }
    }
    return Double.NaN;
  }

  /** The value of the largest weight, the smallest of several; NaN of no values. */
  double mostFrequent() {
    double best = Double.NaN;
    double bestWeight = 0;
    for (int i = 0; i < values.length; ) {
      double weight = 0;
      int start = i;
      for (; i < values.length && values[i] == values[start]; i++) {
        weight += weights[i];
      }
      if (weight > bestWeight) {
        best = values[start];
        bestWeight = weight;
      }
    }
    return best;
  }
}
