package org.cairnml.linear;

import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Param;
import org.cairnml.core.Regressor;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;

/**
 * Linear regression that outliers of the target do not pull away: rows near the line count with
 * their square, rows far from it with their distance. What is near is told by a scale that is
 * estimated at the same time. Minimizes {@code sum_i w_i (s + h((y_i - x_i b - b0) / s) s) + alpha
 * |b|^2} over the coefficients b, the intercept b0 and the scale s, where {@code h(z) = z^2} up to
 * epsilon and {@code 2 epsilon |z| - epsilon^2} beyond.
 *
 * <p>Parameters, defaults and objective are those of scikit-learn, but the iteration goes on until
 * coefficients are right to about 1e-8. Outliers of the features are not guarded against. Where
 * more rows than {@code 1 - 1 / epsilon^2} of all lie exactly on a line, the scale becomes (almost)
 * 0 and the fit is that line.
 *
 * <p>Source: Huber and Ronchetti, Robust Statistics, 2nd ed., section 7.7,
 * doi:10.1002/9780470434697; Owen 2007, Contemporary Mathematics 443 (joint convexity).
 *
 * @param epsilon how many scales away a row becomes an outlier
 * @param alpha strength of the penalty
 * @param intercept whether the line may pass elsewhere than through the origin
 * @param tolerance the root of the decrease that the last step promises, as a part of the objective
 * @param maxIterations steps at most
 */
@Summary("Linear regression that is robust against outliers of the target")
public record HuberRegressor(
    @Param(value = "How many scales away a row becomes an outlier", range = "(1, inf)")
        double epsilon,
    @Param(value = "Strength of the L2 penalty", range = "[0, inf)") double alpha,
    @Param("Whether to fit an intercept") boolean intercept,
    @Param(value = "When to stop", range = "(0, 1)") double tolerance,
    @Param(value = "Steps at most", range = "[1, inf)") int maxIterations)
    implements Regressor<HuberModel>, HuberRegressorParams {

  /** Checks the ranges; use {@code new HuberRegressor().withEpsilon(...)} instead. */
  public HuberRegressor {
    HuberRegressorParams.check(epsilon, alpha, intercept, tolerance, maxIterations);
  }

  /** epsilon 1.35, alpha 1e-4, with an intercept, tolerance 1e-8, 100 steps. */
  public HuberRegressor() {
    this(1.35, 1e-4, true, 1e-8, 100);
  }

  @Override
  public HuberModel fit(Dataset data, FitOptions options) {
    data.check(Missing.REFUSED);
    FitMonitor monitor = options.monitor("huber", maxIterations);
    var rows = StandardizedRows.of(data, intercept, options.workers());
    var found =
        new HuberProblem(rows, data, epsilon, alpha, options.workers())
            .minimize(tolerance, maxIterations, monitor);
    var b = rows.coefficients(found.theta());
    Overflow.refuse(b, found.value());
    var summary =
        Warnings.unlessConverged(
            "huber regression",
            monitor.summary(found.iterations(), found.converged(), found.value()));
    var line = new LinearModel(data.schema(), b, rows.intercept(found.theta()), summary);
    return new HuberModel(line, found.scale(), epsilon);
  }
}
