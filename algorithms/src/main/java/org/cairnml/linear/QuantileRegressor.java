package org.cairnml.linear;

import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Param;
import org.cairnml.core.Regressor;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;

/**
 * Linear regression for a quantile of the target, the median unless told, instead of its mean: the
 * minimizer of {@code sum_i w_i loss(y_i - x_i b - b0) / sum_i w_i + alpha |b|_1}, where the loss
 * is {@code quantile} times a positive residual and {@code 1 - quantile} times the magnitude of a
 * negative one. The intercept is not penalized.
 *
 * <p>Parameters, defaults and objective are those of scikit-learn; {@code alpha = 0} is
 * statsmodels' QuantReg. The problem is a linear program: it is solved by an interior-point method
 * and then exactly, at a vertex, where as many rows lie on the line as there are coefficients.
 * Where several lines are best, one of them is found.
 *
 * <p>Source: Koenker and Bassett 1978, doi:10.2307/1913643; Portnoy and Koenker 1997,
 * doi:10.1214/ss/1030037960.
 *
 * @param quantile the share of the target that shall lie below the line
 * @param alpha strength of the penalty
 * @param intercept whether the line may pass elsewhere than through the origin
 * @param tolerance the duality gap to reach before the exact solution, as a part of the objective
 * @param maxIterations steps at most
 */
@Summary("Linear regression for the median or another quantile of the target")
public record QuantileRegressor(
    @Param(value = "The share of the target below the line", range = "(0, 1)") double quantile,
    @Param(value = "Strength of the L1 penalty", range = "[0, inf)") double alpha,
    @Param("Whether to fit an intercept") boolean intercept,
    @Param(value = "Duality gap to reach, relative", range = "(0, 1)") double tolerance,
    @Param(value = "Steps at most", range = "[1, inf)") int maxIterations)
    implements Regressor<LinearModel>, QuantileRegressorParams {

  /** Checks the ranges; use {@code new QuantileRegressor().withQuantile(...)} instead. */
  public QuantileRegressor {
    QuantileRegressorParams.check(quantile, alpha, intercept, tolerance, maxIterations);
  }

  /** The median, alpha 1, with an intercept, tolerance 1e-9, 200 steps. */
  public QuantileRegressor() {
    this(0.5, 1, true, 1e-9, 200);
  }

  @Override
  public LinearModel fit(Dataset data, FitOptions options) {
    data.check(Missing.REFUSED);
    FitMonitor monitor = options.monitor("quantile", maxIterations);
    Dataset used = data.withoutZeroWeights();
    var rows = StandardizedRows.of(used, intercept, options.workers());
    var found =
        QuantileProblem.of(rows, used, quantile, alpha)
            .minimize(tolerance, maxIterations, monitor, options.workers());
    var b = rows.coefficients(found.theta());
    Overflow.refuse(b, found.value());
    return new LinearModel(
        data.schema(),
        b,
        rows.intercept(found.theta()),
        Warnings.unlessConverged(
            "quantile regression",
            monitor.summary(found.iterations(), found.converged(), found.value())));
  }
}
