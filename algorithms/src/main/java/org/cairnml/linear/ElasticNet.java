package org.cairnml.linear;

import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesSparse;
import org.cairnml.core.Param;
import org.cairnml.core.Regressor;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;

/**
 * Least squares with penalties on the magnitudes and the squares of the coefficients: the minimizer
 * of {@code sum_i w_i (y_i - x_i b - b0)^2 / (2 sum_i w_i) + alpha l1Ratio |b|_1 + alpha (1 -
 * l1Ratio) |b|^2 / 2}. The first penalty makes coefficients exactly 0, the second lets columns that
 * are alike share theirs. The intercept b0 is not penalized.
 *
 * <p>Parameters, defaults and objective are those of scikit-learn. Columns are not scaled; scale
 * them first if they are of different units, since the penalty treats all alike. For {@code alpha =
 * 0} use {@link LinearRegression}. A fit that reaches its limit of sweeps logs a warning and says
 * so in its summary.
 *
 * <p>Source: Zou and Hastie 2005, doi:10.1111/j.1467-9868.2005.00503.x; solved as in Friedman,
 * Hastie and Tibshirani 2010, doi:10.18637/jss.v033.i01.
 *
 * @param alpha strength of the penalty
 * @param l1Ratio the share of the penalty on magnitudes: 1 is the {@link Lasso}, 0 a ridge
 * @param intercept whether the line may pass elsewhere than through the origin
 * @param positive whether coefficients must not be negative
 * @param tolerance the duality gap to reach, as a part of the sum of squares of the centred target
 * @param maxIterations sweeps over the columns at most
 */
@Summary("Linear regression with L1 and L2 penalties")
public record ElasticNet(
    @Param(value = "Strength of the penalty", range = "(0, inf)") double alpha,
    @Param(value = "Share of the L1 penalty", range = "[0, 1]") double l1Ratio,
    @Param("Whether to fit an intercept") boolean intercept,
    @Param("Whether coefficients must not be negative") boolean positive,
    @Param(value = "Duality gap to reach, relative", range = "(0, 1)") double tolerance,
    @Param(value = "Sweeps at most", range = "[1, inf)") int maxIterations)
    implements Regressor<LinearModel>, HandlesSparse, ElasticNetParams {

  /** Checks the ranges; use {@code new ElasticNet().withAlpha(...)} instead. */
  public ElasticNet {
    ElasticNetParams.check(alpha, l1Ratio, intercept, positive, tolerance, maxIterations);
  }

  /** alpha 1, l1Ratio 0.5, with an intercept, any sign, tolerance 1e-4, 1000 sweeps. */
  public ElasticNet() {
    this(1.0, 0.5, true, false, 1e-4, 1000);
  }

  @Override
  public LinearModel fit(Dataset data, FitOptions options) {
    data.check(Missing.REFUSED);
    FitMonitor monitor = options.monitor("elastic-net", maxIterations);
    var line = new PenalizedFit(this, data, options.workers(), monitor).fit(alpha);
    return new LinearModel(
        data.schema(),
        line.b(),
        line.intercept(),
        Warnings.unlessConverged(
            "elastic net", monitor.summary(line.sweeps(), line.converged(), line.objective())));
  }

  /**
   * The fits for {@code count} values of alpha, falling evenly on a logarithmic scale from the
   * smallest that leaves all coefficients 0 to {@code ratio} times it. This learner's own alpha
   * plays no part.
   *
   * @throws IllegalArgumentException if l1Ratio is 0, since then no alpha leaves all 0
   */
  public ElasticNetPath path(Dataset data, int count, double ratio, FitOptions options) {
    return ElasticNetPath.of(this, data, count, ratio, options);
  }

  /** The path of 100 values of alpha down to a thousandth of the largest. */
  public ElasticNetPath path(Dataset data) {
    return path(data, ElasticNetPath.USUAL_COUNT, ElasticNetPath.USUAL_RATIO, new FitOptions());
  }
}
