package org.cairnml.linear;

import java.util.Arrays;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesSparse;
import org.cairnml.core.Param;
import org.cairnml.core.Regressor;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;

/**
 * Least squares with a penalty on the squared length of the coefficients: the minimizer of {@code
 * sum_i w_i (y_i - x_i b - b0)^2 + alpha |b|^2}. The intercept b0 is not penalized.
 *
 * <p>The defaults are those of scikit-learn. Columns are not scaled; scale them first if they are
 * of different units, since the penalty treats all alike.
 *
 * <p>Sparse features stay sparse; their normal equations are solved by conjugate gradients.
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
    implements Regressor<LinearModel>, HandlesSparse, RidgeParams {
  // Centring x and y removes the intercept from the problem. With d <= n the normal equations
  // (X'X + alpha I) b = X'y are solved, d x d; otherwise their dual (XX' + alpha I) a = y with
  // b = X'a, n x n. A system that is singular to working precision falls to least squares on the
  // rows of X with sqrt(alpha) I below them, which needs no squaring of the condition number.
  // At alpha = 0 that gives the solution of least length, the limit of alpha towards 0.

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
    if (data.isSparse()) {
      return fitSparse(data, options, monitor);
    }
    return data.cols() > data.rows() ? fitDual(data, monitor) : fitPrimal(data, options, monitor);
  }

  private LinearModel fitPrimal(Dataset data, FitOptions options, FitMonitor monitor) {
    var moments = Moments.of(data, intercept, options.workers());
    Vector b =
        NormalEquations.tryOf(moments.gram(), alpha)
            .map(system -> system.solve(moments.cross()))
            .orElseGet(() -> stacked(data, Centered.of(data, moments.xMean(), moments.yMean())));
    double objective = moments.residualSquares(b) + alpha * b.dot(b);
    return model(data, b, moments.intercept(b), objective, monitor);
  }

  private LinearModel fitDual(Dataset data, FitMonitor monitor) {
    Centered centered = Centered.of(data, intercept);
    Matrix x = centered.x();
    Vector b =
        NormalEquations.tryOf(x.transpose().gram(), alpha)
            .map(system -> x.transposeTimes(system.solve(Vector.wrap(centered.y()))))
            .orElseGet(() -> stacked(data, centered));
    Vector residual = Vector.wrap(centered.y()).minus(x.times(b));
    double objective = residual.dot(residual) + alpha * b.dot(b);
    return model(data, b, centered.intercept(b), objective, monitor);
  }

  private LinearModel fitSparse(Dataset data, FitOptions options, FitMonitor monitor) {
    var found = new SparseRidge(data, alpha, intercept, options.workers()).solve();
    Overflow.refuse(found.b(), found.objective() + found.intercept());
    monitor.step(found.objective());
    var summary = monitor.summary(found.iterations(), found.converged(), found.objective());
    return new LinearModel(
        data.schema(),
        found.b(),
        found.intercept(),
        Warnings.unlessConverged("ridge regression", summary));
  }

  private static LinearModel model(
      Dataset data, Vector b, double intercept, double objective, FitMonitor monitor) {
    Overflow.refuse(b, objective + intercept);
    monitor.step(objective);
    return new LinearModel(data.schema(), b, intercept, monitor.summary(1, true, objective));
  }

  private Vector stacked(Dataset data, Centered all) {
    Centered centered = intercept ? all.withoutEmptyRow(data) : all;
    Matrix x = centered.x();
    int extra = alpha > 0 ? x.cols() : 0;
    Matrix rows = Matrix.zeros(x.rows() + extra, x.cols());
    for (int i = 0; i < x.rows(); i++) {
      System.arraycopy(x.data(), x.offset() + i * x.stride(), rows.data(), i * x.cols(), x.cols());
    }
    for (int j = 0; j < extra; j++) {
      rows.set(x.rows() + j, j, Math.sqrt(alpha));
    }
    return LeastSquares.shortest(rows, Arrays.copyOf(centered.y(), rows.rows()));
  }
}
