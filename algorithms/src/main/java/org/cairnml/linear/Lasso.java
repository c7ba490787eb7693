package org.cairnml.linear;

import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesSparse;
import org.cairnml.core.Param;
import org.cairnml.core.Regressor;
import org.cairnml.core.Summary;

/**
 * Least squares with a penalty on the magnitudes of the coefficients, which makes many of them
 * exactly 0: the minimizer of {@code sum_i w_i (y_i - x_i b - b0)^2 / (2 sum_i w_i) + alpha |b|_1}.
 * An {@link ElasticNet} whose l1Ratio is 1; all that is said there holds here.
 *
 * <p>Source: Tibshirani 1996, doi:10.1111/j.2517-6161.1996.tb02080.x.
 *
 * @param alpha strength of the penalty
 * @param intercept whether the line may pass elsewhere than through the origin
 * @param positive whether coefficients must not be negative
 * @param tolerance the duality gap to reach, as a part of the sum of squares of the centred target
 * @param maxIterations sweeps over the columns at most
 */
@Summary("Linear regression with an L1 penalty")
public record Lasso(
    @Param(value = "Strength of the penalty", range = "(0, inf)") double alpha,
    @Param("Whether to fit an intercept") boolean intercept,
    @Param("Whether coefficients must not be negative") boolean positive,
    @Param(value = "Duality gap to reach, relative", range = "(0, 1)") double tolerance,
    @Param(value = "Sweeps at most", range = "[1, inf)") int maxIterations)
    implements Regressor<LinearModel>, HandlesSparse, LassoParams {

  /** Checks the ranges; use {@code new Lasso().withAlpha(...)} instead. */
  public Lasso {
    LassoParams.check(alpha, intercept, positive, tolerance, maxIterations);
  }

  /** alpha 1, with an intercept, any sign, tolerance 1e-4, 1000 sweeps. */
  public Lasso() {
    this(1.0, true, false, 1e-4, 1000);
  }

  @Override
  public LinearModel fit(Dataset data, FitOptions options) {
    return asElasticNet().fit(data, options);
  }

  /** The path of 100 values of alpha down to a thousandth of the largest. */
  public ElasticNetPath path(Dataset data) {
    return asElasticNet().path(data);
  }

  /** The same as an elastic net. */
  public ElasticNet asElasticNet() {
    return new ElasticNet(alpha, 1, intercept, positive, tolerance, maxIterations);
  }
}
