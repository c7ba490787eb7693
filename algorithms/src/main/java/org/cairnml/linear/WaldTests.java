package org.cairnml.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.cairnml.linalg.Matrix;

/**
 * Tests and confidence intervals of estimates from their covariance.
 *
 * @param names of the estimates (p)
 * @param values the estimates (p)
 * @param covariance of the estimates (p x p)
 * @param known which of them have a standard error (p)
 * @param distribution of an estimate's error as a multiple of its standard error; empty if no
 *     degree of freedom is left
 */
record WaldTests(
    List<String> names,
    double[] values,
    Matrix covariance,
    boolean[] known,
    Optional<ContinuousDistribution> distribution) {

  static final double USUAL_LEVEL = 0.95;

  /** The distribution of large samples. */
  static final ContinuousDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Each estimate with an interval of this level, in (0, 1). */
  List<Estimate> estimates(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be in (0, 1), but was " + level);
    }
    double reach = distribution.map(d -> quantile(d, (1 - level) / 2)).orElse(Double.NaN);
    List<Estimate> all = new ArrayList<>();
    for (int j = 0; j < values.length; j++) {
      double value = values[j];
      double error = known[j] ? Math.sqrt(covariance.get(j, j)) : Double.NaN;
      double statistic = value / error;
      double margin = reach * error;
      all.add(
          new Estimate(
              names.get(j),
              value,
              error,
              statistic,
              twoSided(statistic),
              value - margin,
              value + margin));
    }
    return List.copyOf(all);
  }

  /** The library's quantiles are good to 1e-9; one step of Newton's method doubles the digits. */
  private static double quantile(ContinuousDistribution distribution, double tail) {
    double q = distribution.inverseSurvivalProbability(tail);
    return q + (distribution.survivalProbability(q) - tail) / distribution.density(q);
  }

  private double twoSided(double statistic) {
    return Double.isNaN(statistic)
        ? Double.NaN
        : distribution.map(d -> 2 * d.survivalProbability(Math.abs(statistic))).orElse(Double.NaN);
  }
}
