package org.cairnml.linear;

import java.util.List;
import org.cairnml.base.DataException;
import org.cairnml.base.Progress;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Param;
import org.cairnml.core.Regressor;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SymmetricEigen;
import org.cairnml.linalg.Vector;

/**
 * {@link Ridge} with the strength of its penalty chosen from a list: the one whose prediction of
 * each row by all other rows has the smallest weighted mean of squared errors; of equal ones the
 * first. The choice is noted in the model's summary.
 *
 * <p>Parameters and defaults are those of scikit-learn. Rows are left out one by one in closed
 * form, with a single decomposition for all alphas.
 *
 * <p>Source: Golub, Heath and Wahba 1979, doi:10.1080/00401706.1979.10489751.
 *
 * @param alphas the strengths to try, all above 0
 * @param intercept whether the line may pass elsewhere than through the origin
 */
@Summary("Ridge regression that chooses its penalty by leaving out one row at a time")
public record RidgeCV(
    @Param("Strengths of the penalty to try") List<Double> alphas,
    @Param("Whether to fit an intercept") boolean intercept)
    implements Regressor<LinearModel>, RidgeCVParams {
  // With X = U diag(s) V', fitted values are U diag(s^2 / (s^2 + alpha)) U'y and leverages the
  // diagonal of the same matrix. A row's error without it is its residual over 1 less its leverage,
  // to which the intercept adds the row's share of the weight. Of X'X or XX' the smaller is
  // decomposed; squares of s are taken from XV or X'U, since small eigenvalues are inexact. With
  // more columns than rows U is square, so that what is left is summed up directly, without
  // cancellation.

  /** Checks the ranges; use {@code new RidgeCV().withAlphas(...)} instead. */
  public RidgeCV {
    RidgeCVParams.check(alphas, intercept);
    alphas = List.copyOf(alphas);
    if (alphas.isEmpty()
        || alphas.stream().anyMatch(alpha -> !(alpha > 0 && Double.isFinite(alpha)))) {
      throw new IllegalArgumentException(
          "alphas must be at least one number, all in (0, inf), but are " + alphas);
    }
  }

  /** alphas 0.1, 1 and 10, with an intercept. */
  public RidgeCV() {
    this(List.of(0.1, 1.0, 10.0), true);
  }

  @Override
  public LinearModel fit(Dataset data, FitOptions options) {
    double[] errors = leaveOneOut(data);
    FitMonitor monitor = options.monitor("ridge-cv", 1);
    int best = 0;
    for (int a = 1; a < errors.length; a++) {
      best = errors[a] < errors[best] ? a : best;
    }
    double alpha = alphas.get(best);
    LinearModel model =
        new Ridge(alpha, intercept).fit(data, options.withProgress(Progress.none()));
    double objective = model.summary().objective();
    monitor.step(objective);
    return new LinearModel(
        data.schema(),
        Vector.of(model.coefficients()),
        model.intercept(),
        monitor.summary(1, true, objective, "alpha " + alpha + ", chosen by leave-one-out"));
  }

  /**
   * The weighted mean of squared errors of leave-one-out predictions, for each alpha.
   *
   * @throws DataException if fewer than two rows have a weight above 0
   */
  public double[] leaveOneOut(Dataset data) {
    data.check(Missing.REFUSED);
    double total = 0;
    int rows = 0;
    for (int i = 0; i < data.rows(); i++) {
      total += data.weight(i);
      rows += data.weight(i) > 0 ? 1 : 0;
    }
    if (rows < 2) {
      throw new DataException(
          "leaving out one row needs at least two rows with a weight above 0, but there are "
              + rows
              + "; use Ridge with an alpha of your choice");
    }
    Centered centered = Centered.of(data, intercept);
    Matrix x = centered.x();
    Vector y = Vector.wrap(centered.y());
    boolean tall = x.cols() < x.rows();
    Matrix gram = tall ? x.gram() : x.transpose().gram();
    Overflow.refuse(Vector.wrap(gram.copy().data()), y.dot(y));
    Matrix vectors = SymmetricEigen.of(gram).vectors();
    Matrix scaled = tall ? x.times(vectors) : x.transpose().times(vectors);
    Matrix z = tall ? scaled : vectors;
    Vector along = z.transposeTimes(y);
    double[] errors = new double[alphas.size()];
    for (int a = 0; a < errors.length; a++) {
      double alpha = alphas.get(a);
      double[] factor = new double[z.cols()];
      for (int j = 0; j < factor.length; j++) {
        Vector column = scaled.column(j);
        factor[j] = (tall ? -1 : alpha) / (column.dot(column) + alpha);
      }
      for (int i = 0; i < x.rows(); i++) {
        double residual = tall ? y.get(i) : 0;
        double free = (tall ? 1 : 0) - (intercept ? data.weight(i) / total : 0);
        for (int j = 0; j < factor.length; j++) {
          residual += z.get(i, j) * factor[j] * along.get(j);
          free += z.get(i, j) * z.get(i, j) * factor[j];
        }
        double error = data.weight(i) > 0 ? residual / free : 0;
        errors[a] += error * error / total;
      }
    }
    return errors;
  }
}
