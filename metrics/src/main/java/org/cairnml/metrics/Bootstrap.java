package org.cairnml.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.cairnml.base.Seed;
import org.cairnml.base.Workers;
import org.cairnml.data.Labels;

/**
 * Confidence intervals for any metric, by computing it again on rows drawn with replacement. Equal
 * seeds give equal intervals, on any number of threads.
 *
 * <p>Rows are drawn one by one; where they belong together (several of one patient), the interval
 * is too narrow. It tells how much the value depends on these test rows, not on the training rows.
 *
 * <p>B. Efron, Better bootstrap confidence intervals, 1987, doi:10.1080/01621459.1987.10478410.
 *
 * @param resamples how many times rows are drawn
 * @param confidence how often such intervals hold the true value, in (0, 1)
 * @param method how the interval follows from the values
 * @param seed where randomness starts
 */
public record Bootstrap(int resamples, double confidence, Method method, Seed seed) {

  /** How the interval follows from the values of the resamples. */
  public enum Method {
    /** Their quantiles. */
    PERCENTILE,
    /**
     * Their quantiles, moved for bias and skewness. It needs the value of the data without each
     * row, n evaluations more.
     */
    BCA
  }

  /**
   * A value and the interval around it.
   *
   * @param estimate the value of all rows
   * @param lower the lower end
   * @param upper the upper end
   * @param confidence how often such intervals hold the true value
   * @param undefined how many resamples had no value and were left out
   */
  public record Interval(
      double estimate, double lower, double upper, double confidence, int undefined) {}

  /** Checks the numbers. */
  public Bootstrap {
    if (resamples < 1) {
      throw new IllegalArgumentException("resamples must be at least 1, but was " + resamples);
    }
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("confidence must be in (0, 1), but was " + confidence);
    }
  }

  /** 2000 resamples, confidence 0.95, percentiles, seed 0. */
  public Bootstrap() {
    this(2000, 0.95, Method.PERCENTILE, Seed.of(0));
  }

  /** The same with another number of resamples. */
  public Bootstrap withResamples(int newResamples) {
    return new Bootstrap(newResamples, confidence, method, seed);
  }

  /** The same with another confidence. */
  public Bootstrap withConfidence(double newConfidence) {
    return new Bootstrap(resamples, newConfidence, method, seed);
  }

  /** The same with another method. */
  public Bootstrap withMethod(Method newMethod) {
    return new Bootstrap(resamples, confidence, newMethod, seed);
  }

  /** The same with another seed. */
  public Bootstrap withSeed(Seed newSeed) {
    return new Bootstrap(resamples, confidence, method, newSeed);
  }

  /** The interval of a metric of predicted classes. */
  public Interval interval(
      ClassificationMetric metric, Labels truth, ClassPredictions predictions) {
    Require.sameLength(truth.size(), predictions.labels().size());
    return interval(truth.size(), rows -> metric.value(truth.rows(rows), predictions.rows(rows)));
  }

  /** The interval of a metric of predicted numbers. */
  public Interval interval(RegressionMetric metric, double[] truth, double[] predicted) {
    Require.sameLength(truth.length, predicted.length);
    return interval(
        truth.length, rows -> metric.value(values(truth, rows), values(predicted, rows)));
  }

  private static double[] values(double[] all, int[] rows) {
    return Arrays.stream(rows).mapToDouble(i -> all[i]).toArray();
  }

  /**
   * The interval of any value of n rows. Resamples without a value ({@code NaN}) are left out, and
   * counted; if all are, the ends are {@code NaN}.
   *
   * @param value computes the value of rows, given by their numbers from 0 to n - 1; it is called
   *     from several threads
   * @throws org.cairnml.base.DataException if {@code n < 1}
   */
  public Interval interval(int n, ToDoubleFunction<int[]> value) {
    Require.rows(n);
    double estimate = value.applyAsDouble(allBut(n, n));
    List<Double> drawn =
        Workers.standard().map(resamples, b -> value.applyAsDouble(draw(n, seed.child(b))));
    double[] values =
        drawn.stream().mapToDouble(v -> v).filter(v -> !Double.isNaN(v)).sorted().toArray();
    int undefined = resamples - values.length;
    if (values.length == 0 || Double.isNaN(estimate)) {
      return new Interval(estimate, Double.NaN, Double.NaN, confidence, undefined);
    }
    double tail = (1 - confidence) / 2;
    double[] shares =
        method == Method.PERCENTILE
            ? new double[] {tail, 1 - tail}
            : correctedShares(n, value, estimate, values, tail);
    return new Interval(
        estimate,
        SortedQuantile.of(values, shares[0]),
        SortedQuantile.of(values, shares[1]),
        confidence,
        undefined);
  }

  private static int[] draw(int n, Seed seed) {
    SplittableRandom random = seed.generator();
    int[] rows = new int[n];
    Arrays.setAll(rows, i -> random.nextInt(n));
    return rows;
  }

  /** The numbers 0 to n - 1 without one of them; with all if it is n. */
  private static int[] allBut(int n, int left) {
    int[] rows = new int[left == n ? n : n - 1];
    Arrays.setAll(rows, i -> i < left ? i : i + 1);
    return rows;
  }

  private static double[] correctedShares(
      int n, ToDoubleFunction<int[]> value, double estimate, double[] sorted, double tail) {
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double below = 0;
    for (double v : sorted) {
      below += v < estimate ? 1 : v == estimate ? 0.5 : 0;
    }
    double bias = normal.inverseCumulativeProbability(below / sorted.length);
    double skewness = n > 1 ? acceleration(n, value) : 0;
    double[] shares = {tail, 1 - tail};
    for (int e = 0; e < shares.length; e++) {
      double z = bias + normal.inverseCumulativeProbability(shares[e]);
      shares[e] =
          Double.isInfinite(bias)
              ? below / sorted.length
              : normal.cumulativeProbability(bias + z / (1 - skewness * z));
    }
    return shares;
  }

  /** From the values without each row. */
  private static double acceleration(int n, ToDoubleFunction<int[]> value) {
    double[] without =
        Workers.standard().map(n, i -> value.applyAsDouble(allBut(n, i))).stream()
            .mapToDouble(v -> v)
            .filter(v -> !Double.isNaN(v))
            .toArray();
    double mean = Arrays.stream(without).average().orElse(0);
    double squares = Arrays.stream(without).map(v -> (mean - v) * (mean - v)).sum();
    double cubes = Arrays.stream(without).map(v -> Math.pow(mean - v, 3)).sum();
    return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
  }
}
