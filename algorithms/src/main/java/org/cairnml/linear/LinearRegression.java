package org.cairnml.linear;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Param;
import org.cairnml.core.Regressor;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;
import org.cairnml.linalg.Vector;

/**
 * Least squares, with the standard errors, tests and intervals of its coefficients: the minimizer
 * of {@code sum_i w_i (y_i - x_i b - b0)^2}.
 *
 * <p>The solution is refined with residuals in twice the working precision, so that coefficients
 * are right to about 14 digits for condition numbers up to 1e10. Columns that depend linearly on
 * columns to their left (at a relative tolerance of max(n, d + 1) * 2^-52, columns scaled to length
 * 1; the intercept stands leftmost) are left out: they get the coefficient 0 and no standard error,
 * and the summary's note names them. This includes constant columns beside an intercept, one of
 * each set of one-hot columns, and all but n columns where d &gt; n; a {@link Ridge} keeps them
 * all.
 *
 * <p>Weights are inverse variances, as in weighted least squares: only their ratios matter to
 * standard errors, which count rows (those of weight 0 excepted).
 *
 * <p>Polynomial regression is a pipeline: products and powers of the columns as features, each with
 * its coefficient by name, such as {@code x^2}.
 *
 * <pre>{@code
 * var powers = new PolynomialFeatures().withDegree(3).withBias(false);
 * var cubic = Pipeline.of("y", new LinearRegression()).with(powers).fit(table);
 * }</pre>
 *
 * <p>Source: Golub and Van Loan, Matrix Computations, 4th ed., chapter 5; Seber and Lee, Linear
 * Regression Analysis, 2nd ed., doi:10.1002/9780471722199.
 *
 * @param intercept whether the line may pass elsewhere than through the origin
 * @param covariance how standard errors are estimated
 */
@Summary("Linear regression by least squares, with standard errors and tests")
public record LinearRegression(
    @Param("Whether to fit an intercept") boolean intercept,
    @Param("How standard errors are estimated") CovarianceType covariance)
    implements Regressor<LinearRegressionModel>, LinearRegressionParams {
  // Tall well-conditioned problems take the Cholesky factor of the centred and scaled Gram matrix,
  // which is the R of a QR, and one step of refinement; its size tells whether the shortcut was
  // good enough. All others take the pivoted QR with refinement in LeastSquares.

  private static final int NOTED_COLUMNS = 10;

  /** Checks for null; use {@code new LinearRegression().withIntercept(...)} instead. */
  public LinearRegression {
    LinearRegressionParams.check(intercept, covariance);
  }

  /** With an intercept and classical standard errors. */
  public LinearRegression() {
    this(true, CovarianceType.CLASSICAL);
  }

  @Override
  public LinearRegressionModel fit(Dataset data, FitOptions options) {
    data.check(Missing.REFUSED);
    FitMonitor monitor = options.monitor("linear-regression", 1);
    LinearSolution solution =
        TallLeastSquares.tryFit(data, intercept, covariance, options.workers())
            .orElseGet(() -> direct(data));
    Overflow.refuse(Vector.wrap(solution.estimates()), solution.residualSquares());
    monitor.step(solution.residualSquares());
    return new LinearRegressionModel(
        data.schema(),
        intercept,
        covariance,
        solution,
        monitor.summary(1, true, solution.residualSquares(), note(data.schema(), solution)));
  }

  private LinearSolution direct(Dataset data) {
    Rows rows = Rows.of(data, intercept);
    LeastSquares fit = LeastSquares.of(rows.a(), rows.b());
    double squares = 0;
    for (double r : fit.residuals()) {
      squares += r * r;
    }
    var sandwich = new Sandwich(covariance, fit.inverseGram(), fit.kept().length);
    return new LinearSolution(
        fit.x().toArray(),
        sandwich.covariance(rows.a(), fit.residuals(), squares),
        fit.kept(),
        rows.b().length,
        squares,
        totalSquares(data),
        rows.logWeights());
  }

  /** The weighted sum of squares of y, about its mean if there is an intercept. */
  private double totalSquares(Dataset data) {
    double[] y = data.target();
    double total = 0;
    double mean = 0;
    double squares = 0;
    for (int i = 0; i < y.length; i++) {
      double weight = data.weight(i);
      if (weight > 0) {
        total += weight;
        double difference = y[i] - mean;
        mean += intercept ? difference * weight / total : 0;
        squares += weight * difference * (y[i] - mean);
      }
    }
    return squares;
  }

  private String note(Schema schema, LinearSolution solution) {
    int p = solution.estimates().length;
    int rank = solution.kept().length;
    if (rank == p) {
      return "";
    }
    boolean[] kept = new boolean[p];
    Arrays.stream(solution.kept()).forEach(j -> kept[j] = true);
    int first = intercept ? 1 : 0;
    String names =
        IntStream.range(first, p)
            .filter(j -> !kept[j])
            .limit(NOTED_COLUMNS)
            .mapToObj(j -> "'" + schema.name(j - first) + "'")
            .collect(Collectors.joining(", "));
    return "rank "
        + rank
        + " of "
        + p
        + ": "
        + names
        + (p - rank > NOTED_COLUMNS ? " and more" : "")
        + " depend linearly on the columns before them"
        + (intercept ? " and the intercept" : "")
        + " and were left out (coefficient 0)";
  }
}
