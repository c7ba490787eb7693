package org.cairnml.linear;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;

/**
 * A monotone function of one number: straight lines between knots, constant beyond the outermost.
 * Immutable.
 *
 * <p>{@link #fit} finds the monotone function with the least weighted sum of squared errors by
 * pooling adjacent violators, in the time of a sort. Rows with the same x count as one, with the
 * mean of their y. Within a flat stretch only its two ends are kept as knots. All of this is as in
 * scikit-learn.
 *
 * <p>Source: Barlow, Bartholomew, Bremner and Brunk, Statistical Inference under Order
 * Restrictions, 1972; Best and Chakravarti 1990, doi:10.1007/BF01580873.
 */
public final class IsotonicCurve {

  private final double[] x;
  private final double[] y;

  private IsotonicCurve(double[] x, double[] y) {
    this.x = x;
    this.y = y;
  }

  /**
   * The curve through given knots.
   *
   * @param x at least one value, ascending, all different
   * @param y as many values, finite, all ascending or all descending (equal neighbours allowed)
   * @throws DataException if they are not so
   */
  public static IsotonicCurve of(double[] x, double[] y) {
    if (x.length == 0 || x.length != y.length) {
      throw new DataException("a curve of " + x.length + " x and " + y.length + " y");
    }
    int direction = (int) Math.signum(y[y.length - 1] - y[0]);
    for (int i = 0; i < x.length; i++) {
      boolean ascends = i == 0 || x[i] > x[i - 1];
      boolean monotone = i == 0 || direction * Math.signum(y[i] - y[i - 1]) >= 0;
      boolean flat = direction != 0 || y[i] == y[0];
      if (!Double.isFinite(x[i]) || !Double.isFinite(y[i]) || !ascends || !monotone || !flat) {
        throw new DataException("knot " + i + " at " + x[i] + ", " + y[i] + " is out of order");
      }
    }
    return new IsotonicCurve(x.clone(), y.clone());
  }

  /**
   * The monotone curve nearest to points.
   *
   * @param x n finite values
   * @param y n finite values
   * @param weights n values of at least 0, not all 0
   * @param trend which way the curve may go
   * @throws DataException if there is no point of positive weight, or a value is not finite
   */
  public static IsotonicCurve fit(double[] x, double[] y, double[] weights, Trend trend) {
    Objects.requireNonNull(trend, "trend");
    Points points = Points.of(x, y, weights);
    boolean down =
        trend == Trend.DECREASING || trend == Trend.AUTO && points.rankCovariance(x, y) < 0;
    double[] fitted = points.y;
    if (down) {
      negate(fitted);
    }
    pool(fitted, points.weights);
    if (down) {
      negate(fitted);
    }
    return knots(points.x, fitted);
  }

  /**
   * Replaces y by the nearest non-decreasing sequence (pool adjacent violators).
   *
   * @param y n values, overwritten
   * @param weights n positive values
   */
  public static void pool(double[] y, double[] weights) {
    int n = y.length;
    int[] end = new int[n];
    double[] level = new double[n];
    double[] weight = new double[n];
    int blocks = 0;
    for (int i = 0; i < n; i++) {
      level[blocks] = y[i];
      weight[blocks] = weights[i];
      end[blocks] = i + 1;
      while (blocks > 0 && level[blocks - 1] >= level[blocks]) {
        double both = weight[blocks - 1] + weight[blocks];
        level[blocks - 1] = between(level[blocks - 1], level[blocks], weight[blocks] / both);
        weight[blocks - 1] = both;
        end[blocks - 1] = end[blocks];
        blocks--;
      }
      blocks++;
    }
    int from = 0;
    for (int b = 0; b < blocks; b++) {
      Arrays.fill(y, from, end[b], level[b]);
      from = end[b];
    }
  }

  /** a + share (b - a) for a share in [0, 1]; a where both are equal, never an overflow. */
  private static double between(double a, double b, double share) {
    double half = (b / 2 - a / 2) * share;
    return a + half + half;
  }

  private static void negate(double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = -values[i];
    }
  }

  private static IsotonicCurve knots(double[] x, double[] y) {
    int last = x.length - 1;
    int[] ends =
        IntStream.rangeClosed(0, last)
            .filter(i -> i == 0 || i == last || y[i] != y[i - 1] || y[i] != y[i + 1])
            .toArray();
    return new IsotonicCurve(
        Arrays.stream(ends).mapToDouble(i -> x[i]).toArray(),
        Arrays.stream(ends).mapToDouble(i -> y[i]).toArray());
  }

  /** The curve at {@code value}; that of the nearer end beyond the knots, NaN for NaN. */
  public double at(double value) {
    if (Double.isNaN(value)) {
      return Double.NaN;
    }
    int found = Arrays.binarySearch(x, value + 0.0);
    if (found >= 0) {
      return y[found];
    }
    int right = -found - 1;
    if (right == 0) {
      return y[0];
    }
    if (right == x.length) {
      return y[right - 1];
    }
    double left = x[right - 1];
    double share = (value / 2 - left / 2) / (x[right] / 2 - left / 2);
    double low = Math.min(y[right - 1], y[right]);
    double high = Math.max(y[right - 1], y[right]);
    return Math.max(low, Math.min(high, between(y[right - 1], y[right], share)));
  }

  /** The same curve with its heights brought into {@code [low, high]}. */
  public IsotonicCurve within(double low, double high) {
    return knots(x, Arrays.stream(y).map(v -> Math.max(low, Math.min(high, v))).toArray());
  }

  /** Whether a value lies between the outermost knots. */
  public boolean covers(double value) {
    return value >= x[0] && value <= x[x.length - 1];
  }

  /** Where the knots are, ascending (a copy). */
  public double[] knots() {
    return x.clone();
  }

  /** The height at each knot (a copy). */
  public double[] heights() {
    return y.clone();
  }

  /** Distinct x, ascending, each with the mean of its y and the sum of its weights. */
  private static final class Points {

    private final double[] x;
    private final double[] y;
    private final double[] weights;
    private final Integer[] order;
    private final double[] rowWeights;

    private Points(double[] x, double[] y, double[] weights, Integer[] order, double[] rowWeights) {
      this.x = x;
      this.y = y;
      this.weights = weights;
      this.order = order;
      this.rowWeights = rowWeights;
    }

    static Points of(double[] x, double[] y, double[] weights) {
      requireUsable(x, y, weights);
      Integer[] order =
          IntStream.range(0, x.length)
              .filter(i -> weights[i] > 0)
              .boxed()
              .sorted(
                  Comparator.<Integer>comparingDouble(i -> x[i] + 0.0)
                      .thenComparingDouble(i -> y[i])
                      .thenComparingDouble(i -> weights[i]))
              .toArray(Integer[]::new);
      if (order.length == 0) {
        throw new DataException("there is no row of positive weight to learn from");
      }
      double[] places = new double[order.length];
      double[] means = new double[order.length];
      double[] sums = new double[order.length];
      int count = 0;
      for (int i : order) {
        if (count == 0 || places[count - 1] != x[i]) {
          places[count++] = x[i] + 0.0;
        }
        sums[count - 1] += weights[i];
        means[count - 1] = between(means[count - 1], y[i], weights[i] / sums[count - 1]);
      }
      return new Points(
          Arrays.copyOf(places, count),
          Arrays.copyOf(means, count),
          Arrays.copyOf(sums, count),
          order,
          weights);
    }

    private static void requireUsable(double[] x, double[] y, double[] weights) {
      if (x.length != y.length || x.length != weights.length) {
        throw new DataException(
            x.length + " x, " + y.length + " y and " + weights.length + " weights");
      }
      for (int i = 0; i < x.length; i++) {
        if (!Double.isFinite(x[i]) || !Double.isFinite(y[i]) || !(weights[i] >= 0)) {
          throw new DataException(
              "row "
                  + i
                  + ": x "
                  + x[i]
                  + ", y "
                  + y[i]
                  + ", weight "
                  + weights[i]
                  + "; x and y must be finite, the weight at least 0");
        }
      }
    }

    /** The weighted covariance of midranks, which has the sign of Spearman's correlation. */
    double rankCovariance(double[] allX, double[] allY) {
      double[] rankX = ranks(allX);
      double[] rankY = ranks(allY);
      double sum = 0;
      for (int i : order) {
        sum += rowWeights[i] * rankX[i] * rankY[i];
      }
      return sum;
    }

    /** The weighted midranks, about their mean, as parts of the total weight. */
    private double[] ranks(double[] values) {
      Integer[] sorted = order.clone();
      Arrays.sort(sorted, Comparator.comparingDouble(i -> values[i] + 0.0));
      double total = Arrays.stream(sorted).mapToDouble(i -> rowWeights[i]).sum();
      double[] ranks = new double[values.length];
      double before = 0;
      for (int from = 0, to; from < sorted.length; from = to) {
        double here = 0;
        for (to = from; to < sorted.length && values[sorted[to]] == values[sorted[from]]; to++) {
          here += rowWeights[sorted[to]];
        }
        double rank = (before + here / 2) / total - 0.5;
        for (int k = from; k < to; k++) {
          ranks[sorted[k]] = rank;
        }
        before += here;
      }
      return ranks;
    }
  }

  @Override
  public String toString() {
    return "IsotonicCurve["
        + x.length
        + " knots, x "
        + x[0]
        + " to "
        + x[x.length - 1]
        + ", y "
        + y[0]
        + " to "
        + y[y.length - 1]
        + "]";
  }
}
