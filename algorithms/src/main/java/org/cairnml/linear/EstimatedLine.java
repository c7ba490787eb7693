package org.cairnml.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.cairnml.core.FitSummary;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;

/** A weighted sum of the features whose coefficients have standard errors. */
abstract class EstimatedLine extends LineModel implements CoefficientInference {

  private final boolean intercept;
  private final double[] estimates;
  private final Matrix covariance;
  private final int[] kept;

  /**
   * Holds the estimates.
   *
   * @param estimates the intercept, if there is one, and the coefficients (p)
   * @param covariance of the estimates (p x p)
   * @param kept the indices of the estimates that were not left out
   */
  EstimatedLine(
      Schema schema,
      boolean intercept,
      double[] estimates,
      Matrix covariance,
      int[] kept,
      FitSummary summary) {
    super(line(schema, intercept, Vector.wrap(estimates), summary));
    this.intercept = intercept;
    this.estimates = estimates;
    this.covariance = covariance;
    this.kept = kept;
  }

  private static LinearModel line(
      Schema schema, boolean intercept, Vector estimates, FitSummary summary) {
    int first = intercept ? 1 : 0;
    return new LinearModel(
        schema,
        estimates.slice(first, estimates.size()),
        intercept ? estimates.get(0) : 0,
        summary);
  }

  /** What errors of the estimates are distributed as; empty if no degree of freedom is left. */
  abstract Optional<ContinuousDistribution> distribution();

  /** Whether those of the estimates that were not left out have standard errors. */
  abstract boolean hasErrors();

  /** How many observations the criteria of information count. */
  abstract double sampleSize();

  /** Whether an intercept was fitted. */
  public boolean hasIntercept() {
    return intercept;
  }

  @Override
  public List<Estimate> estimates(double level) {
    boolean[] known = new boolean[estimates.length];
    for (int j : kept) {
      known[j] = hasErrors();
    }
    List<String> names = new ArrayList<>(schema().names());
    if (intercept) {
      names.add(0, LinearRegressionModel.INTERCEPT);
    }
    return new WaldTests(names, estimates, covariance, known, distribution()).estimates(level);
  }

  @Override
  public Matrix covariance() {
    return covariance.copy();
  }

  static List<String> names(List<Estimate> estimates) {
    return estimates.stream().map(Estimate::name).toList();
  }

  /** Coefficients that were not left out, without the intercept. */
  public int modelDegreesOfFreedom() {
    return kept.length - (intercept ? 1 : 0);
  }

  @Override
  public double aic() {
    return 2 * kept.length - 2 * logLikelihood();
  }

  @Override
  public double bic() {
    return Math.log(sampleSize()) * kept.length - 2 * logLikelihood();
  }

  @Override
  public String toString() {
    return table();
  }
}
