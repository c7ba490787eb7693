package org.cairnml.linear;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.cairnml.base.DataException;
import org.cairnml.core.FitSummary;
import org.cairnml.core.RegressionModel;
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
public final class LinearRegressionModel implements RegressionModel {

  /** The name of the intercept among the {@link #estimates()}. */
  public static final String INTERCEPT = "(intercept)";

  private static final double USUAL_LEVEL = 0.95;

  private final LinearModel line;
  private final boolean intercept;
  private final CovarianceType type;
  private final LinearSolution solution;

  LinearRegressionModel(
      Schema schema,
      boolean intercept,
      CovarianceType type,
      LinearSolution solution,
      FitSummary summary) {
    this.intercept = intercept;
    this.type = type;
    this.solution = solution;
    Vector all = Vector.wrap(solution.estimates());
    int first = intercept ? 1 : 0;
    this.line =
        new LinearModel(schema, all.slice(first, all.size()), intercept ? all.get(0) : 0, summary);
  }

  /** The coefficient of each feature (d values, a copy); 0 for those left out. */
  public double[] coefficients() {
    return line.coefficients();
  }

  /**
   * The coefficient of the feature with this name.
   *
   * @throws DataException if there is none
   */
  public double coefficient(String feature) {
    return line.coefficient(feature);
  }

  /** The prediction where all features are 0. */
  public double intercept() {
    return line.intercept();
  }

  /** Whether an intercept was fitted. */
  public boolean hasIntercept() {
    return intercept;
  }

  /** How standard errors were estimated. */
  public CovarianceType covarianceType() {
    return type;
  }

  /** The intercept, if there is one, then the coefficients, with intervals of level 0.95. */
  public List<Estimate> estimates() {
    return estimates(USUAL_LEVEL);
  }

  /**
   * The intercept, if there is one, then the coefficients.
   *
   * @param level of the confidence intervals, in (0, 1)
   */
  public List<Estimate> estimates(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be in (0, 1), but was " + level);
    }
    boolean[] kept = new boolean[solution.estimates().length];
    for (int j : solution.kept()) {
      kept[j] = true;
    }
    double reach = quantile((1 - level) / 2);
    List<Estimate> all = new ArrayList<>();
    for (int j = 0; j < kept.length; j++) {
      double value = solution.estimates()[j];
      double error = kept[j] ? Math.sqrt(solution.covariance().get(j, j)) : Double.NaN;
      double statistic = value / error;
      double margin = reach * error;
      all.add(
          new Estimate(
              name(j),
              value,
              error,
              statistic,
              twoSided(statistic),
              value - margin,
              value + margin));
    }
    return List.copyOf(all);
  }

  /**
   * The estimate of this name, with an interval of level 0.95.
   *
   * @throws DataException if there is none
   */
  public Estimate estimate(String name) {
    return estimates().stream()
        .filter(e -> e.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new DataException(
                    "there is no estimate '"
                        + name
                        + "' among "
                        + estimates().stream().map(Estimate::name).toList()));
  }

  private String name(int j) {
    return intercept ? (j == 0 ? INTERCEPT : schema().name(j - 1)) : schema().name(j);
  }

  /** The covariance of the {@link #estimates()} (p x p, a copy); 0 for those left out. */
  public Matrix covariance() {
    return solution.covariance().copy();
  }

  private boolean usesNormal() {
    return type != CovarianceType.CLASSICAL;
  }

  private ContinuousDistribution distribution() {
    return usesNormal()
        ? NormalDistribution.of(0, 1)
        : TDistribution.of(residualDegreesOfFreedom());
  }

  private boolean hasDistribution() {
    return usesNormal() || residualDegreesOfFreedom() > 0;
  }

  /** The library's quantiles are good to 1e-9; one step of Newton's method doubles the digits. */
  private double quantile(double tail) {
    if (!hasDistribution()) {
      return Double.NaN;
    }
    ContinuousDistribution distribution = distribution();
    double q = distribution.inverseSurvivalProbability(tail);
    return q + (distribution.survivalProbability(q) - tail) / distribution.density(q);
  }

  private double twoSided(double statistic) {
    return Double.isNaN(statistic) || !hasDistribution()
        ? Double.NaN
        : 2 * distribution().survivalProbability(Math.abs(statistic));
  }

  /** Rows of positive weight. */
  public int observations() {
    return solution.observations();
  }

  /** Coefficients that were not left out, without the intercept. */
  public int modelDegreesOfFreedom() {
    return solution.kept().length - (intercept ? 1 : 0);
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
    int n = solution.observations() - (intercept ? 1 : 0);
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
    int skip = intercept ? 1 : 0;
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
  public double logLikelihood() {
    double n = solution.observations();
    double variance = solution.residualSquares() / n;
    return -n / 2 * (Math.log(2 * Math.PI * variance) + 1) + solution.logWeights() / 2;
  }

  /** Akaike's criterion: smaller is better. The variance does not count as a parameter. */
  public double aic() {
    return 2 * solution.kept().length - 2 * logLikelihood();
  }

  /** Schwarz's criterion: smaller is better. The variance does not count as a parameter. */
  public double bic() {
    return Math.log(solution.observations()) * solution.kept().length - 2 * logLikelihood();
  }

  /** All of it as text, for a person to read. */
  public String table() {
    return LinearTable.of(this);
  }

  LinearSolution solution() {
    return solution;
  }

  @Override
  public double predict(double[] row) {
    return line.predict(row);
  }

  @Override
  public Vector predict(Matrix x) {
    return line.predict(x);
  }

  @Override
  public Schema schema() {
    return line.schema();
  }

  @Override
  public FitSummary summary() {
    return line.summary();
  }

  @Override
  public String toString() {
    return table();
  }
}
