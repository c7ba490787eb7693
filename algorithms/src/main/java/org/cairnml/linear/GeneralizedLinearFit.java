package org.cairnml.linear;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.cairnml.base.DataException;
import org.cairnml.core.FitSummary;
import org.cairnml.core.RegressionModel;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;

/**
 * A fitted {@link GeneralizedLinearModel}: predicted means, and the inference on its coefficients.
 * Tests and intervals use the normal distribution. {@link #table()} shows all of it.
 */
public final class GeneralizedLinearFit implements RegressionModel {

  private static final double USUAL_LEVEL = 0.95;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final LinearModel line;
  private final boolean intercept;
  private final GeneralizedLinearSolution solution;

  GeneralizedLinearFit(
      Schema schema, boolean intercept, GeneralizedLinearSolution solution, FitSummary summary) {
    this.intercept = intercept;
    this.solution = solution;
    Vector all = Vector.wrap(solution.estimates());
    this.line =
        new LinearModel(
            schema, all.slice(intercept ? 1 : 0, all.size()), intercept ? all.get(0) : 0, summary);
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

  /** The linear predictor where all features are 0. */
  public double intercept() {
    return line.intercept();
  }

  /** Whether an intercept was fitted. */
  public boolean hasIntercept() {
    return intercept;
  }

  /** The distribution of the target. */
  public Family family() {
    return solution.family();
  }

  /** The link that was used. */
  public Link link() {
    return solution.link();
  }

  /** The intercept, if there is one, then the coefficients, with intervals of level 0.95. */
  public List<Estimate> estimates() {
    return estimates(USUAL_LEVEL);
  }

  /**
   * The intercept, if there is one, then the coefficients. With a penalty there are no standard
   * errors (NaN).
   *
   * @param level of the confidence intervals, in (0, 1)
   */
  public List<Estimate> estimates(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be in (0, 1), but was " + level);
    }
    boolean[] known = new boolean[solution.estimates().length];
    for (int j : solution.kept()) {
      known[j] = solution.alpha() == 0;
    }
    double reach = NORMAL.inverseSurvivalProbability((1 - level) / 2);
    List<Estimate> all = new ArrayList<>();
    for (int j = 0; j < known.length; j++) {
      double value = solution.estimates()[j];
      double error = known[j] ? Math.sqrt(solution.covariance().get(j, j)) : Double.NaN;
      double z = value / error;
      double chance = Double.isNaN(z) ? z : 2 * NORMAL.survivalProbability(Math.abs(z));
      double margin = reach * error;
      all.add(new Estimate(name(j), value, error, z, chance, value - margin, value + margin));
    }
    return List.copyOf(all);
  }

  private String name(int j) {
    return intercept
        ? (j == 0 ? LinearRegressionModel.INTERCEPT : schema().name(j - 1))
        : schema().name(j);
  }

  /** The covariance of the {@link #estimates()} (p x p, a copy); 0 for those left out. */
  public Matrix covariance() {
    return solution.covariance().copy();
  }

  /** The sum of the weights. */
  public double observations() {
    return solution.observations();
  }

  /** Coefficients that were not left out, without the intercept. */
  public int modelDegreesOfFreedom() {
    return solution.kept().length - (intercept ? 1 : 0);
  }

  /** Observations less estimates. */
  public double residualDegreesOfFreedom() {
    return solution.observations() - solution.kept().length;
  }

  /** Twice the difference of log-likelihoods to a perfect fit, at dispersion 1. */
  public double deviance() {
    return solution.deviance();
  }

  /** The deviance of an intercept alone (beside the offset). */
  public double nullDeviance() {
    return solution.nullDeviance();
  }

  /** The sum of squared residuals, each divided by its variance at dispersion 1. */
  public double pearsonChi2() {
    return solution.pearson();
  }

  /** What variances are multiplied by: 1 for binomial and Poisson, else estimated from Pearson. */
  public double dispersion() {
    return solution.dispersion();
  }

  /**
   * The logarithm of the likelihood at the estimates, for a normal target at the variance that
   * makes it largest; NaN for Tweedie's family.
   */
  public double logLikelihood() {
    return solution.logLikelihood();
  }

  /** Akaike's criterion: smaller is better. The dispersion does not count as a parameter. */
  public double aic() {
    return 2 * solution.kept().length - 2 * logLikelihood();
  }

  /** Schwarz's criterion: smaller is better. The dispersion does not count as a parameter. */
  public double bic() {
    return Math.log(solution.observations()) * solution.kept().length - 2 * logLikelihood();
  }

  /** All of it as text, for a person to read. */
  public String table() {
    return GeneralizedLinearTable.of(this);
  }

  GeneralizedLinearSolution solution() {
    return solution;
  }

  /** The mean of the target for one row (d values), with the offset 0. */
  @Override
  public double predict(double[] row) {
    return predict(row, 0);
  }

  /** The mean of the target for one row (d values) and an offset, such as log(exposure). */
  public double predict(double[] row, double offset) {
    return solution.link().inverse(line.predict(row) + offset);
  }

  @Override
  public Vector predict(Matrix x) {
    double[] all = line.predict(x).toArray();
    for (int i = 0; i < all.length; i++) {
      all[i] = solution.link().inverse(all[i]);
    }
    return Vector.wrap(all);
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
