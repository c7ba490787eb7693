package org.cairnml.linear;

import java.util.List;
import java.util.Optional;
import org.cairnml.core.FitSummary;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Backends;
import org.cairnml.linalg.Matrix;

/**
 * A fitted {@link LogisticRegression}.
 *
 * <p>Between two classes there is one row of coefficients, for the log-odds of the second; among
 * more there is one for each class that had rows, and differences between rows are log-odds.
 */
public final class LogisticModel extends ScoringModel implements ClassCoefficients {

  private final Matrix coefficients;
  private final double[] intercepts;
  private final Optional<LogisticLikelihood> likelihood;

  LogisticModel(
      Schema schema,
      List<String> classes,
      int[] present,
      Matrix coefficients,
      double[] intercepts,
      Optional<LogisticLikelihood> likelihood,
      FitSummary summary) {
    super(schema, classes, present, summary);
    this.coefficients = coefficients;
    this.intercepts = intercepts;
    this.likelihood = likelihood;
  }

  @Override
  public Matrix coefficients() {
    return coefficients.copy();
  }

  @Override
  public double[] intercepts() {
    return intercepts.clone();
  }

  /**
   * Standard errors and tests of the coefficients: of those fitted without a penalty and without
   * class weights, up to 600, if the fit has converged.
   */
  public Optional<LogisticInference> inference() {
    return likelihood.map(found -> new LogisticInference(this, found));
  }

  Optional<LogisticLikelihood> likelihood() {
    return likelihood;
  }

  @Override
  public String table() {
    return inference()
        .map(found -> found.table(summary()))
        .orElseGet(ClassCoefficients.super::table);
  }

  @Override
  double score(double[] row, int k) {
    if (intercepts.length > 1) {
      return line(row, k);
    }
    return k == 0 ? 0 : line(row, 0);
  }

  private double line(double[] row, int c) {
    int from = coefficients.offset() + c * coefficients.stride();
    return intercepts[c] + Backends.get().dot(row.length, row, 0, coefficients.data(), from);
  }
}
