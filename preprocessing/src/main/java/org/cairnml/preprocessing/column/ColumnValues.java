package org.cairnml.preprocessing.column;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.cairnml.core.Dataset;
import org.cairnml.core.Feature;

/**
 * The values of one column that are not missing, ascending, with their weights. Rows of weight 0
 * are left out, and so are unseen categories.
 */
public final class ColumnValues {

  private final double[] values;
  private final double[] weights;
  private final boolean anyMissing;
  private final boolean weighted;

  private ColumnValues(double[] values, double[] weights, boolean anyMissing, boolean weighted) {
    this.weighted = weighted;
    this.values = values;
    this.weights = weights;
    this.anyMissing = anyMissing;
  }

  /** The values of column {@code j}. */
  public static ColumnValues of(Dataset data, int j) {
    Feature feature = data.schema().get(j);
    double[] column = data.column(j);
    double[] values = new double[data.rows()];
    double[] weights = new double[data.rows()];
    boolean anyMissing = false;
    int n = 0;
    for (int i = 0; i < data.rows(); i++) {
      double value = column[i];
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
    if (!feature.isCategory() || !sortByCounting(values, feature.levels().size())) {
      Arrays.sort(values);
    }
    return new ColumnValues(values, weights, anyMissing, false);
  }

  /** Sorts indices of levels; changes nothing and says so if one of the values is none. */
  private static boolean sortByCounting(double[] values, int levels) {
    int[] counts = new int[levels];
    for (double value : values) {
      int level = (int) value;
      if (level != value || level < 0 || level >= levels) {
        return false;
      }
      counts[level]++;
    }
    int from = 0;
    for (int level = 0; level < levels; level++) {
      Arrays.fill(values, from, from + counts[level], level);
      from += counts[level];
    }
    return true;
  }

  /** The least and the greatest value of column {@code j}, rows of weight 0 too; 0 of none. */
  public static double[] range(Dataset data, int j) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (double value : data.column(j)) {
      least = value < least ? value : least;
      greatest = value > greatest ? value : greatest;
    }
    return least > greatest ? new double[2] : new double[] {least, greatest};
  }

  private static ColumnValues sorted(double[] values, double[] weights, boolean anyMissing) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(i -> i)
            .toArray();
    return new ColumnValues(
        Arrays.stream(order).mapToDouble(i -> values[i]).toArray(),
        Arrays.stream(order).mapToDouble(i -> weights[i]).toArray(),
        anyMissing,
        true);
  }

  /** Whether no row has a value. */
  public boolean isEmpty() {
    return values.length == 0;
  }

  /** Whether a row with weight lacks a value. */
  public boolean anyMissing() {
    return anyMissing;
  }

  /** The weighted mean, NaN of no values. */
  public double mean() {
    double total = 0;
    double mean = 0;
    for (int i = 0; i < values.length; i++) {
      total += weights[i];
      mean += weights[i] / total * (values[i] - mean);
    }
    return values.length == 0 ? Double.NaN : mean;
  }

  /** The value at half of the weight, the mean of two if the half lies between them. */
  public double median() {
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

  /** The variance (division by the sum of the weights), exactly 0 where all values are equal. */
  public double variance() {
    if (isEmpty() || min() == max()) {
      return 0;
    }
    double mean = mean();
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * (values[i] - mean) * (values[i] - mean);
    }
    return sum / weight();
  }

  /** The distances of the values from a number, of the same weights. */
  public ColumnValues distancesFrom(double center) {
    double[] distances = Arrays.stream(values).map(value -> Math.abs(value - center)).toArray();
    return sorted(distances, weights, anyMissing);
  }

  /**
   * The value at a share {@code q} of the way from the first to the last, interpolated linearly
   * between neighbours; a row of weight 2 counts as two. NaN of no values.
   */
  public double quantile(double q) {
    double position = Math.max(0, q * (weight() - 1));
    double whole = Math.floor(position);
    double share = position - whole;
    double low = at(whole);
    if (share == 0) {
      return low;
    }
    double high = at(whole + 1);
    double between = low + share * (high - low);
    return Double.isFinite(between) ? between : low * (1 - share) + high * share;
  }

  /** The value at a place of the sequence in which each value stands as often as it weighs. */
  private double at(double place) {
    if (!weighted) {
      return values.length == 0 ? Double.NaN : values[(int) Math.min(place, values.length - 1)];
    }
    double below = 0;
    for (int i = 0; i < values.length; i++) {
      below += weights[i];
      if (below > place) {
        return values[i];
      }
    }
    return values.length == 0 ? Double.NaN : values[values.length - 1];
  }

  /** The smallest value, NaN of none. */
  public double min() {
    return values.length == 0 ? Double.NaN : values[0];
  }

  /** The largest value, NaN of none. */
  public double max() {
    return values.length == 0 ? Double.NaN : values[values.length - 1];
  }

  /** The sum of the weights. */
  public double weight() {
    double total = 0;
    for (double w : weights) {
      total += w;
    }
    return total;
  }

  /** The values, ascending (a copy). */
  public double[] values() {
    return values.clone();
  }

  /** The weights of {@link #values()}, in the same order (a copy). */
  public double[] weights() {
    return weights.clone();
  }

  /** The value of the largest weight, the smallest of several; NaN of no values. */
  public double mostFrequent() {
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
