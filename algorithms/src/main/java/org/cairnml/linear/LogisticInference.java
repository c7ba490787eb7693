package org.cairnml.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.cairnml.core.FitSummary;
import org.cairnml.linalg.Matrix;

/**
 * The inference on the coefficients of a {@link LogisticModel} without a penalty. Numbers are those
 * of statsmodels' Logit and MNLogit: each class is compared with the first, and tests and intervals
 * use the normal distribution with the covariance from the second derivatives of the likelihood.
 *
 * <p>Estimates are named like features for two classes, and like {@code birch: x0} for the
 * coefficient of x0 in the log-odds of the class birch against the first, among more.
 */
public final class LogisticInference implements CoefficientInference {

  private final List<String> classes;
  private final List<String> names;
  private final double[] values;
  private final int width;
  private final LogisticLikelihood likelihood;

  LogisticInference(LogisticModel model, LogisticLikelihood likelihood) {
    this.likelihood = likelihood;
    classes = model.fittedClasses();
    values = new double[likelihood.covariance().rows()];
    int equations = classes.size() - 1;
    width = values.length / equations;
    int first = width - model.schema().width();
    names = new ArrayList<>();
    Matrix b = model.coefficients();
    double[] intercepts = model.intercepts();
    for (int e = 0; e < equations; e++) {
      String prefix = equations == 1 ? "" : classes.get(e + 1) + ": ";
      int row = equations == 1 ? 0 : e + 1;
      for (int i = 0; i < width; i++) {
        int j = i - first;
        double value = j < 0 ? intercepts[row] : b.get(row, j);
        double base = equations == 1 ? 0 : j < 0 ? intercepts[0] : b.get(0, j);
        values[e * width + i] = value - base;
        names.add(prefix + (j < 0 ? LinearRegressionModel.INTERCEPT : model.schema().name(j)));
      }
    }
  }

  @Override
  public List<Estimate> estimates(double level) {
    boolean[] known = new boolean[values.length];
    Arrays.fill(known, true);
    var normal = Optional.of(WaldTests.NORMAL);
    return new WaldTests(names, values, likelihood.covariance(), known, normal).estimates(level);
  }

  @Override
  public Matrix covariance() {
    return likelihood.covariance().copy();
  }

  /** The sum of the weights. */
  public double observations() {
    return likelihood.observations();
  }

  /** Coefficients without the intercepts. */
  public int modelDegreesOfFreedom() {
    int intercepts =
        (int) names.stream().filter(n -> n.endsWith(LinearRegressionModel.INTERCEPT)).count();
    return values.length - intercepts;
  }

  /** Observations less estimates. */
  public double residualDegreesOfFreedom() {
    return observations() - values.length;
  }

  @Override
  public double logLikelihood() {
    return likelihood.logLikelihood();
  }

  /** The logarithm of the likelihood of the shares of the classes alone. */
  public double nullLogLikelihood() {
    return likelihood.nullLogLikelihood();
  }

  /** McFadden's: the part of the log-likelihood of the shares alone that the features explain. */
  public double pseudoR2() {
    return 1 - logLikelihood() / nullLogLikelihood();
  }

  /** Twice what the features add to the log-likelihood of the shares alone. */
  public double likelihoodRatio() {
    return 2 * (logLikelihood() - nullLogLikelihood());
  }

  /** The probability of so large a {@link #likelihoodRatio()} if all coefficients are 0. */
  public double likelihoodRatioPValue() {
    return ChiSquaredDistribution.of(modelDegreesOfFreedom())
        .survivalProbability(Math.max(0, likelihoodRatio()));
  }

  @Override
  public double aic() {
    return 2 * values.length - 2 * logLikelihood();
  }

  @Override
  public double bic() {
    return Math.log(observations()) * values.length - 2 * logLikelihood();
  }

  String table(FitSummary summary) {
    List<Estimate> all = estimates();
    var text =
        new SummaryText("Logistic regression, log-odds against '" + classes.get(0) + "'", names)
            .pair(
                "Observations",
                SummaryText.count(observations()),
                "Log-likelihood",
                logLikelihood())
            .pair(
                "Residual degrees of freedom",
                SummaryText.count(residualDegreesOfFreedom()),
                "Null log-lik.",
                nullLogLikelihood())
            .pair("Model degrees of freedom", modelDegreesOfFreedom(), "Pseudo R2", pseudoR2())
            .pair("AIC", aic(), "Likelihood ratio", likelihoodRatio())
            .pair("BIC", bic(), "p (ratio)", likelihoodRatioPValue())
            .ruler();
    for (int from = 0; from < all.size(); from += width) {
      text.estimates(classes.get(1 + from / width), all.subList(from, from + width), "z");
    }
    return text.finish(summary);
  }
}
