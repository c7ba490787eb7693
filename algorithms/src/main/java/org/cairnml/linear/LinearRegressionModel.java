package org.cairnml.linear;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.cairnml.core.FitSummary;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Cholesky;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;

/**
 * A fitted {@link LinearRegression}: predictions, and the inference on its coefficients. {@link
 * #table()} shows all of it. Numbers are those of statsmodels: Student's t with the residual
 * degrees of freedom for classical standard errors, the normal distribution for robust ones.
 *
 * <p>Where an "intercept" is spoken of and there is none, R2, its adjusted form and F compare with
 * a prediction of 0 instead of the mean.
 */
public final class LinearRegressionModel extends EstimatedLine {

  /** The name of the intercept among the {@link #estimates()}. */
  public static final String INTERCEPT = "(intercept)";

  private final CovarianceType type;
  private final LinearSolution solution;

  LinearRegressionModel(
      Schema schema,
      boolean intercept,
      CovarianceType type,
      LinearSolution solution,
      FitSummary summary) {
    super(schema, intercept, solution.estimates(), solution.covariance(), solution.kept(), summary);
    this.type = type;
    this.solution = solution;
  }

  /** How standard errors were estimated. */
  public CovarianceType covarianceType() {
    return type;
  }

  private boolean usesNormal() {
    return type != CovarianceType.CLASSICAL;
  }

  @Override
  Optional<ContinuousDistribution> distribution() {
    if (usesNormal()) {
      return Optional.of(WaldTests.NORMAL);
    }
    int free = residualDegreesOfFreedom();
    return free > 0 ? Optional.of(TDistribution.of(free)) : Optional.empty();
  }

  @Override
  boolean hasErrors() {
    return true;
  }

  @Override
  double sampleSize() {
    return solution.observations();
  }

  /** Rows of positive weight. */
  public int observations() {
    return solution.observations();
  }

  /** Observations less estimates. */
  public int residualDegreesOfFreedom() {
    return solution.observations() - solution.kept().length;
  }

  /** The weighted sum of squared residuals. */
  public double residualSumOfSquares() {
    return solution.residualSquares();
  }

  /** The estimated standard deviation of the noise; NaN if no degree of freedom is left. */
  public double residualStandardDeviation() {
    return Math.sqrt(solution.residualSquares() / residualDegreesOfFreedom());
  }

  /** The part of the target's variance that the features explain. */
  public double r2() {
    return 1 - solution.residualSquares() / solution.totalSquares();
  }

  /** R2 less what as many features without effect would be expected to explain. */
  public double adjustedR2() {
    int n = solution.observations() - (hasIntercept() ? 1 : 0);
    return 1 - n * (1 - r2()) / residualDegreesOfFreedom();
  }

  /**
   * The statistic of the test that all coefficients are 0; with robust standard errors that of
   * Wald. NaN if there is no coefficient.
   */
  public double f() {
    int q = modelDegreesOfFreedom();
    if (q == 0) {
      return Double.NaN;
    }
    if (!usesNormal()) {
      double explained = solution.totalSquares() - solution.residualSquares();
      return explained / q / (solution.residualSquares() / residualDegreesOfFreedom());
    }
    double[] b = new double[q];
    Matrix part = Matrix.zeros(q, q);
    int skip = hasIntercept() ? 1 : 0;
    for (int i = 0; i < q; i++) {
      int from = solution.kept()[i + skip];
      b[i] = solution.estimates()[from];
      for (int j = 0; j < q; j++) {
        part.set(i, j, solution.covariance().get(from, solution.kept()[j + skip]));
      }
    }
    Vector estimates = Vector.wrap(b);
    return Cholesky.tryOf(part).map(c -> estimates.dot(c.solve(estimates)) / q).orElse(Double.NaN);
  }

  /** The probability of so large an {@link #f()} if all coefficients are 0. */
  public double fPValue() {
    double f = f();
    if (Double.isNaN(f) || residualDegreesOfFreedom() < 1) {
      return Double.NaN;
    }
    return FDistribution.of(modelDegreesOfFreedom(), residualDegreesOfFreedom())
        .survivalProbability(Math.max(0, f));
  }

  /** The logarithm of the likelihood under normal noise, at its largest. */
  @Override
  public double logLikelihood() {
    double n = solution.observations();
    double variance = solution.residualSquares() / n;
    return -n / 2 * (Math.log(2 * Math.PI * variance) + 1) + solution.logWeights() / 2;
  }

  @Override
  public String table() {
    List<Estimate> estimates = estimates();
    String errors = usesNormal() ? "robust (" + type + ")" : "classical";
    return new SummaryText("Linear regression, " + errors + " standard errors", names(estimates))
        .pair("Observations", observations(), "R2", r2())
        .pair(
            "Residual degrees of freedom", residualDegreesOfFreedom(), "Adjusted R2", adjustedR2())
        .pair("Model degrees of freedom", modelDegreesOfFreedom(), "F statistic", f())
        .pair("Residual sd", residualStandardDeviation(), "p (F)", fPValue())
        .pair("AIC", aic(), "Log-likelihood", logLikelihood())
        .pair("BIC", bic(), "", "")
        .ruler()
        .estimates("", estimates, usesNormal() ? "z" : "t")
        .finish(summary());
  }

  LinearSolution solution() {
    return solution;
  }
}
