package org.cairnml.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Schema.Missing;

/**
 * The fits of one {@link ElasticNet} for a falling row of alphas, found by {@link ElasticNet#path}.
 * Printed: one line per alpha with the number of coefficients other than 0. A path that the
 * deadline or a listener stops ends with what it has.
 */
public final class ElasticNetPath {

  static final int USUAL_COUNT = 100;
  static final double USUAL_RATIO = 1e-3;

  private final double[] alphas;
  private final List<LinearModel> models;

  private ElasticNetPath(double[] alphas, List<LinearModel> models) {
    this.alphas = alphas;
    this.models = List.copyOf(models);
  }

  static ElasticNetPath of(
      ElasticNet learner, Dataset data, int count, double ratio, FitOptions options) {
    data.check(Missing.REFUSED);
    FitMonitor monitor =
        options.monitor("elastic-net-path", (long) count * learner.maxIterations());
    var fit = new PenalizedFit(learner, data, options.workers(), monitor);
    double[] alphas = grid(learner, fit, count, ratio);
    var models = new ArrayList<LinearModel>();
    for (int a = 0; a < count && !monitor.isStopped(); a++) {
      var line = fit.fit(alphas[a]);
      models.add(
          new LinearModel(
              data.schema(),
              line.b(),
              line.intercept(),
              Warnings.unlessConverged(
                  "elastic net path",
                  monitor.summary(line.sweeps(), line.converged(), line.objective()))));
    }
    return new ElasticNetPath(Arrays.copyOf(alphas, models.size()), models);
  }

  /** The alphas of a path, falling from the smallest that leaves all coefficients 0. */
  static double[] grid(ElasticNet learner, PenalizedFit fit, int count, double ratio) {
    if (count < 1 || !(ratio > 0 && ratio < 1)) {
      throw new IllegalArgumentException(
          "a path needs at least one alpha and a ratio in (0, 1), but was asked for "
              + count
              + " and "
              + ratio);
    }
    if (learner.l1Ratio() == 0) {
      throw new IllegalArgumentException(
          "l1Ratio is 0, so that no alpha leaves all coefficients 0; set it above 0");
    }
    double largest = Math.max(fit.largestAlpha(), Double.MIN_NORMAL / ratio);
    return IntStream.range(0, count)
        .mapToDouble(a -> count == 1 ? largest : largest * Math.pow(ratio, a / (count - 1.0)))
        .toArray();
  }

  /** The alphas, falling (a copy). */
  public double[] alphas() {
    return alphas.clone();
  }

  /** The model for each alpha. */
  public List<LinearModel> models() {
    return models;
  }

  @Override
  public String toString() {
    var text =
        new StringBuilder(
            String.format(Locale.ROOT, "%12s %10s %14s%n", "alpha", "nonzero", "objective"));
    for (int a = 0; a < alphas.length; a++) {
      long nonzero = Arrays.stream(models.get(a).coefficients()).filter(b -> b != 0).count();
      text.append(
          String.format(
              Locale.ROOT,
              "%12.5g %10d %14.6g%n",
              alphas[a],
              nonzero,
              models.get(a).summary().objective()));
    }
    return text.toString();
  }
}
