package org.cairnml.linear;

import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Param;
import org.cairnml.core.Regressor;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;
import org.cairnml.linalg.Cholesky;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;

/**
 * Least squares with a penalty on the squared length of the coefficients: the minimizer of {@code
 * sum_i w_i (y_i - x_i b - b0)^2 + alpha |b|^2}. The intercept b0 is not penalized.
 *
 * <p>The defaults are those of scikit-learn. Columns are not scaled; scale them first if they are
 * of different units, since the penalty treats all alike.
 *
 * <p>Source: Hoerl and Kennard 1970, doi:10.1080/00401706.1970.10488634.
 *
 * @param alpha strength of the penalty
 * @param intercept whether the line may pass elsewhere than through the origin
 */
@Summary("Linear regression with an L2 penalty, in closed form")
public record Ridge(
    @Param(value = "Strength of the penalty", range = "[0, inf)") double alpha,
    @Param("Whether to fit an intercept") boolean intercept)
    implements Regressor<LinearModel>, RidgeParams {
  // Centring x and y removes the intercept from the problem. With d <= n the normal equations
  // (X'X + alpha I) b = X'y are solved, d x d; otherwise their dual (XX' + alpha I) a = y with
  // b = X'a, n x n. A system that is singular to working precision falls to least squares on the
  // rows of X with sqrt(alpha) I below them, which needs no squaring of the condition number.

  /** Checks the ranges; use {@code new Ridge().withAlpha(...)} instead. */
  public Ridge {
    RidgeParams.check(alpha, intercept);
  }

  /** alpha 1, with an intercept. */
  public Ridge() {
    this(1.0, true);
  }

  @Override
  public LinearModel fit(Dataset data, FitOptions options) {
    data.check(Missing.REFUSED);
    FitMonitor monitor = options.monitor("ridge", 1);
    Centered centered = Centered.of(data, intercept);
    Vector b = solve(centered.x(), centered.y());
    double objective =
        square(centered.y().minus(centered.x().times(b)).norm2()) + alpha * square(b.norm2());
    monitor.step(objective);
    return new LinearModel(
        data.schema(), b, centered.intercept(b), monitor.summary(1, true, objective));
  }

  private Vector solve(Matrix x, Vector y) {
    boolean dual = x.cols() > x.rows();
    Matrix system = dual ? x.transpose().gram() : x.gram();
    for (int i = 0; i < system.rows(); i++) {
      system.set(i, i, system.get(i, i) + alpha);
    }
    var cholesky = Cholesky.tryOf(system);
    if (cholesky.isEmpty()) {
      throw new DataException("singular");
    }
    return dual
        ? x.transposeTimes(cholesky.get().solve(y))
        : cholesky.get().solve(x.transposeTimes(y));
  }

  private static double square(double value) {
    return value * value;
  }
}
