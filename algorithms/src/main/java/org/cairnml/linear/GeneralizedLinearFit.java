package org.cairnml.linear;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.cairnml.core.FitSummary;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;

/**
 * A fitted {@link GeneralizedLinearModel}: predicted means, and the inference on its coefficients.
 * Tests and intervals use the normal distribution; with a penalty there are no standard errors.
 * {@link #table()} shows all of it.
 */
public final class GeneralizedLinearFit extends EstimatedLine {

  private final GeneralizedLinearSolution solution;

  GeneralizedLinearFit(
      Schema schema, boolean intercept, GeneralizedLinearSolution solution, FitSummary summary) {
    super(schema, intercept, solution.estimates(), solution.covariance(), solution.kept(), summary);
    this.solution = solution;
  }

  @Override
  Optional<ContinuousDistribution> distribution() {
    return Optional.of(WaldTests.NORMAL);
  }

  @Override
  boolean hasErrors() {
    return solution.alpha() == 0;
  }

  @Override
  double sampleSize() {
    return solution.observations();
  }

  /** The distribution of the target. */
  public Family family() {
    return solution.family();
  }

  /** The link that was used. */
  public Link link() {
    return solution.link();
  }

  /** The sum of the weights. */
  public double observations() {
    return solution.observations();
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
  @Override
  public double logLikelihood() {
    return solution.logLikelihood();
  }

  @Override
  public String table() {
    List<Estimate> estimates = estimates();
    String title = "Generalized linear model, family " + family() + ", link " + link();
    return new SummaryText(title, names(estimates))
        .pair("Observations", SummaryText.count(observations()), "Log-likelihood", logLikelihood())
        .pair(
            "Residual degrees of freedom",
            SummaryText.count(residualDegreesOfFreedom()),
            "Deviance",
            deviance())
        .pair("Model degrees of freedom", modelDegreesOfFreedom(), "Null deviance", nullDeviance())
        .pair("Dispersion", dispersion(), "Pearson chi2", pearsonChi2())
        .pair("AIC", aic(), "BIC", bic())
        .ruler()
        .estimates("", estimates, "z")
        .finish(summary());
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
    return solution.link().inverse(line().predict(row) + offset);
  }

  @Override
  public Vector predict(Matrix x) {
    double[] all = line().predict(x).toArray();
    for (int i = 0; i < all.length; i++) {
      all[i] = solution.link().inverse(all[i]);
    }
    return Vector.wrap(all);
  }
}
