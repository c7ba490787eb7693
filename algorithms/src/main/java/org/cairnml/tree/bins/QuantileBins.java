package org.cairnml.tree.bins;

import java.util.Arrays;
import org.cairnml.base.Seed;

/** Decides the bins of a column of numbers. */
final class QuantileBins {
  // Few distinct values: one bin each, found by a full scan into a sorted array that gives up as
  // soon as there are too many (for a continuous column after a few hundred rows). Many: quantiles
  // of a random sample of the rows, enough that a bin of 1/255 of the mass holds some 128 of them.

  private static final int SAMPLE = 1 << 15;
  private static final Seed SAMPLE_SEED = Seed.of(0x62696e73);

  private QuantileBins() {}

  static FeatureBins of(double[] values, double[] weights, int maxBins) {
    double[] distinct = fewDistinct(values, weights, maxBins);
    if (distinct != null) {
      return ofDistinct(distinct);
    }
    return ofQuantiles(values, weights, maxBins);
  }

  /** The distinct values in order, or null if there are more than {@code limit}. */
  private static double[] fewDistinct(double[] values, double[] weights, int limit) {
    double[] distinct = new double[limit + 1];
    int count = 0;
    double last = Double.NaN;
    for (int i = 0; i < values.length; i++) {
      double value = values[i] + 0.0;
      if (value == last || value != value || (weights != null && weights[i] == 0)) {
        continue;
      }
      last = value;
      int at = Arrays.binarySearch(distinct, 0, count, value);
      if (at < 0) {
        if (count == limit) {
          return null;
        }
        at = -at - 1;
        System.arraycopy(distinct, at, distinct, at + 1, count - at);
        distinct[at] = value;
        count++;
      }
    }
    return Arrays.copyOf(distinct, count);
  }

  private static FeatureBins ofDistinct(double[] distinct) {
    if (distinct.length == 0) {
      return FeatureBins.ofNumbers(new double[0], 0, 0);
    }
    double[] bounds = new double[distinct.length - 1];
    for (int b = 0; b < bounds.length; b++) {
      bounds[b] = between(distinct[b], distinct[b + 1]);
    }
    return FeatureBins.ofNumbers(bounds, distinct[0], distinct[distinct.length - 1]);
  }

  private static FeatureBins ofQuantiles(double[] values, double[] weights, int maxBins) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      min = value < min ? value : min;
      max = value > max ? value : max;
    }
    int[] rows = sampledRows(values, weights);
    double[] sorted = Arrays.stream(rows).mapToDouble(i -> values[i] + 0.0).toArray();
    Arrays.sort(sorted);
    double[] mass = weights == null ? null : massOf(sorted, rows, values, weights);
    return FeatureBins.ofNumbers(cut(sorted, mass, maxBins), min, max);
  }

  /** Fills bins in order, each up to its share of what is left; a heavy value has its own bin. */
  private static double[] cut(double[] sorted, double[] mass, int maxBins) {
    double left = mass == null ? sorted.length : Arrays.stream(mass).sum();
    double[] bounds = new double[maxBins - 1];
    int count = 0;
    double inBin = 0;
    for (int i = 0; i < sorted.length && count < bounds.length; ) {
      double value = sorted[i];
      double run = 0;
      int next = i;
      while (next < sorted.length && sorted[next] == value) {
        run += mass == null ? 1 : mass[next];
        next++;
      }
      double share = left / (maxBins - count);
      if (inBin > 0 && inBin + run - share > share - inBin) {
        bounds[count++] = between(sorted[i - 1], value);
        left -= inBin;
        inBin = 0;
      }
      inBin += run;
      i = next;
    }
    return Arrays.copyOf(bounds, count);
  }

  /** The weight of each sorted value; of equal ones it is somewhere among them, and 0 elsewhere. */
  private static double[] massOf(double[] sorted, int[] rows, double[] values, double[] weights) {
    double[] mass = new double[sorted.length];
    for (int row : rows) {
      mass[Arrays.binarySearch(sorted, values[row] + 0.0)] += weights[row];
    }
    return mass;
  }

  /** One row at random of each of {@code SAMPLE} stretches of equal length, those with a value. */
  private static int[] sampledRows(double[] values, double[] weights) {
    int n = values.length;
    int size = Math.min(n, SAMPLE);
    var random = SAMPLE_SEED.generator();
    int[] rows = new int[size];
    int count = 0;
    for (int s = 0; s < size; s++) {
      int from = (int) ((long) s * n / size);
      int to = (int) ((long) (s + 1) * n / size);
      int row = to - from == 1 ? from : random.nextInt(from, to);
      if (values[row] == values[row] && (weights == null || weights[row] > 0)) {
        rows[count++] = row;
      }
    }
    return Arrays.copyOf(rows, count);
  }

  /** A threshold t with {@code low <= t < high}, in the middle if rounding allows. */
  private static double between(double low, double high) {
    double middle = low / 2 + high / 2;
    return middle >= low && middle < high ? middle : low;
  }
}
