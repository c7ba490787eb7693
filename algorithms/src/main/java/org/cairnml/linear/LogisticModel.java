package org.cairnml.linear;

import java.util.List;
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
public final class LogisticModel extends ScoringModel {

  private final Matrix coefficients;
  private final double[] intercepts;

  LogisticModel(
      Schema schema,
      List<String> classes,
      int[] present,
      Matrix coefficients,
      double[] intercepts,
      FitSummary summary) {
    super(schema, classes, present, summary);
    this.coefficients = coefficients;
    this.intercepts = intercepts;
  }

  /** The coefficients (1 x d, or k x d with k classes that had rows; a copy). */
  public Matrix coefficients() {
    return coefficients.copy();
  }

  /** The intercept of each row of coefficients (a copy). */
  public double[] intercepts() {
    return intercepts.clone();
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
