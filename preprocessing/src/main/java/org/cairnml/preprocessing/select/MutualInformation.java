package org.cairnml.preprocessing.select;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How much, in nats, a column of numbers tells of a class or of another number, estimated from the
 * distances to the {@value #NEIGHBORS} nearest neighbours.
 *
 * <p>Sources: for classes Ross 2014, doi:10.1371/journal.pone.0087357; for numbers Kraskov,
 * Stoegbauer and Grassberger 2004, doi:10.1103/PhysRevE.69.066138, the first of their two
 * estimators. Equal to scikit-learn's estimate without the tiny noise that it adds, so columns with
 * ties may differ.
 */
final class MutualInformation {
  /* All arguments of the digamma function are whole, so it is a harmonic number less Euler's
  constant, which cancels out of the sums. In one dimension the neighbours of a value stand beside
  it in sorted order; in two they are looked for from the value outwards in one of them, until the
  distance in that one alone exceeds the best. */

  private static final int NEIGHBORS = 3;

  private MutualInformation() {}

  /** Of values and classes from 0; rows of a class without another row are left out. */
  static double ofClasses(double[] values, int[] classes) {
    int[] sizes = new int[Arrays.stream(classes).max().orElse(0) + 1];
    for (int c : classes) {
      sizes[c]++;
    }
    int[] used = IntStream.range(0, values.length).filter(i -> sizes[classes[i]] > 1).toArray();
    double[] harmonic = harmonic(used.length + 1);
    double[] all = Arrays.stream(used).mapToDouble(i -> values[i]).sorted().toArray();
    double sum = 0;
    for (int c = 0; c < sizes.length; c++) {
      int one = c;
      double[] own =
          Arrays.stream(used)
              .filter(i -> classes[i] == one)
              .mapToDouble(i -> values[i])
              .sorted()
              .toArray();
      int k = Math.min(NEIGHBORS, own.length - 1);
      for (int i = 0; i < own.length; i++) {
        double radius = Math.nextDown(nearest(own, i, k));
        int within = within(all, own[i], radius);
        sum += harmonic[k - 1] - harmonic[own.length - 1] - harmonic[within - 1];
      }
    }
    int n = used.length;
    return n == 0 ? 0 : Math.max(0, harmonic[n - 1] + sum / n);
  }

  /** Of two numbers of each row; both are divided by their deviation first. */
  static double ofNumbers(double[] first, double[] second) {
    int n = first.length;
    int k = Math.min(NEIGHBORS, n - 1);
    if (k < 1) {
      return 0;
    }
    double[] x = scaled(first);
    double[] y = scaled(second);
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted((a, b) -> Double.compare(x[a], x[b]))
            .mapToInt(i -> i)
            .toArray();
    double[] byX = Arrays.stream(order).mapToDouble(i -> x[i]).toArray();
    double[] yByX = Arrays.stream(order).mapToDouble(i -> y[i]).toArray();
    double[] sortedY = y.clone();
    Arrays.sort(sortedY);
    double[] harmonic = harmonic(n + 1);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double radius = Math.nextDown(nearest(byX, yByX, i, k));
      int nearX = within(byX, byX[i], radius);
      int nearY = within(sortedY, yByX[i], radius);
      sum -= harmonic[nearX - 1] + harmonic[nearY - 1];
    }
    return Math.max(0, harmonic[n - 1] + harmonic[k - 1] + sum / n);
  }

  private static double[] scaled(double[] values) {
    double mean = Arrays.stream(values).sum() / values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = Math.sqrt(squares / values.length);
    return deviation > 0 ? Arrays.stream(values).map(v -> v / deviation).toArray() : values;
  }

  /** Element m is 1 + 1/2 + ... + 1/m: the digamma function at m + 1, without its constant. */
  private static double[] harmonic(int length) {
    double[] sums = new double[length + 1];
    for (int m = 1; m < sums.length; m++) {
      sums[m] = sums[m - 1] + 1.0 / m;
    }
    return sums;
  }

  /** The distance from a value to the k-th nearest other one. */
  private static double nearest(double[] ascending, int i, int k) {
    int low = i;
    int high = i;
    double distance = 0;
    for (int found = 0; found < k; found++) {
      double below = low > 0 ? ascending[i] - ascending[low - 1] : Double.POSITIVE_INFINITY;
      double above =
          high < ascending.length - 1
              ? ascending[high + 1] - ascending[i]
              : Double.POSITIVE_INFINITY;
      distance = Math.min(below, above);
      if (below <= above) {
        low--;
      } else {
        high++;
      }
    }
    return distance;
  }

  /** The distance, the larger of that in x and in y, to the k-th nearest other point. */
  private static double nearest(double[] x, double[] y, int i, int k) {
    double[] best = new double[k];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    int low = i - 1;
    int high = i + 1;
    while (low >= 0 || high < x.length) {
      double below = low >= 0 ? x[i] - x[low] : Double.POSITIVE_INFINITY;
      double above = high < x.length ? x[high] - x[i] : Double.POSITIVE_INFINITY;
      if (Math.min(below, above) >= best[k - 1]) {
        break;
      }
      int other = below <= above ? low-- : high++;
      offer(Math.max(Math.abs(x[other] - x[i]), Math.abs(y[other] - y[i])), best);
    }
    return best[k - 1];
  }

  private static void offer(double distance, double[] best) {
    int at = best.length - 1;
    if (distance < best[at]) {
      for (; at > 0 && best[at - 1] > distance; at--) {
        best[at] = best[at - 1];
      }
      best[at] = distance;
    }
  }

  /** How many values are at most a radius away, the value itself and its equals always. */
  private static int within(double[] ascending, double value, double radius) {
    double reach = Math.max(0, radius);
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (value - ascending[middle] > reach) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int from = low;
    high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] - value <= reach) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - from;
  }
}
