package org.cairnml.preprocessing.select;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How much, in nats, a column of numbers tells of a class or of another number, estimated from the
 * distances to the {@value #NEIGHBORS} nearest neighbours.
 *
 * <p>Sources: for classes Ross 2014, doi:10.1371/journal.pone.0087357; for numbers Kraskov,
 * Stoegbauer and Grassberger 2004, doi:10.1103/PhysRevE.69.066138, the first of their two
 * estimators; of values that repeat, Gao, Kannan, Oh and Viswanath 2017, arXiv:1709.06212. Equal to
 * scikit-learn's estimate where values do not repeat; where they do, it adds tiny noise instead.
 */
final class MutualInformation {
  /* All arguments of the digamma function are whole, so it is a harmonic number less Euler's
  constant, which cancels out of the sums. In one dimension the neighbours of a value stand beside
  it in sorted order; in two they are looked for from the value outwards in one of them, until the
  distance in that one alone exceeds the best. Where the neighbours are at distance 0, all rows
  there are neighbours, however many. */

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
        double radius = nearest(own, i, k);
        int near = radius == 0 ? within(own, own[i], 0) - 1 : k;
        int within = within(all, own[i], Math.nextDown(radius));
        sum += harmonic[near - 1] - harmonic[own.length - 1] - harmonic[within - 1];
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
            .sorted(Comparator.<Integer>comparingDouble(i -> x[i]).thenComparingDouble(i -> y[i]))
            .mapToInt(i -> i)
            .toArray();
    double[] byX = Arrays.stream(order).mapToDouble(i -> x[i]).toArray();
    double[] yByX = Arrays.stream(order).mapToDouble(i -> y[i]).toArray();
    double[] sortedY = y.clone();
    Arrays.sort(sortedY);
    double[] harmonic = harmonic(n + 1);
    double sum = 0;
    for (int from = 0; from < n; ) {
      int to = from + 1;
      while (to < n && byX[to] == byX[from]) {
        to++;
      }
      double[] ties = Arrays.copyOfRange(yByX, from, to);
      for (int i = from; i < to; i++) {
        double radius = nearest(byX, yByX, i, from, to, k);
        int near = radius == 0 ? within(ties, yByX[i], 0) - 1 : k;
        int nearX = within(byX, byX[i], Math.nextDown(radius));
        int nearY = within(sortedY, yByX[i], Math.nextDown(radius));
        sum += harmonic[near - 1] - harmonic[nearX - 1] - harmonic[nearY - 1];
      }
      from = to;
    }
    return Math.max(0, harmonic[n - 1] + sum / n);
  }

  /** Divided by the deviation, if there is one; of the two zeros only 0. */
  private static double[] scaled(double[] values) {
    double mean = Arrays.stream(values).sum() / values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = squares > 0 ? Math.sqrt(squares / values.length) : 1;
    return Arrays.stream(values).map(v -> v / deviation + 0.0).toArray();
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

  /**
   * The distance, the larger of that in x and in y, to the k-th nearest other point.
   *
   * @param from where the points of the same x begin, which ascend in y
   * @param to where they end
   */
  private static double nearest(double[] x, double[] y, int i, int from, int to, int k) {
    double[] best = new double[k];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    for (int j = i - 1; j >= Math.max(from, i - k); j--) {
      offer(y[i] - y[j], best);
    }
    for (int j = i + 1; j < Math.min(to, i + k + 1); j++) {
      offer(y[j] - y[i], best);
    }
    int low = from - 1;
    int high = to;
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
