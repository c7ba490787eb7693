package org.cairnml.linear;

import java.util.Arrays;
import java.util.List;
import org.cairnml.core.FitSummary;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.linalg.Backends;
import org.cairnml.linalg.Matrix;

/**
 * A fitted {@link LogisticRegression}.
 *
 * <p>Between two classes there is one row of coefficients, for the log-odds of the second; among
 * more there is one for each class that had rows, and differences between rows are log-odds.
 */
public final class LogisticModel implements ProbabilityModel {

  private final Schema schema;
  private final List<String> classes;
  private final int[] present;
  private final Matrix coefficients;
  private final double[] intercepts;
  private final FitSummary summary;

  LogisticModel(
      Schema schema,
      List<String> classes,
      int[] present,
      Matrix coefficients,
      double[] intercepts,
      FitSummary summary) {
    this.schema = schema;
    this.classes = classes;
    this.present = present;
    this.coefficients = coefficients;
    this.intercepts = intercepts;
    this.summary = summary;
  }

  /** The coefficients (1 x d, or k x d with k classes that had rows; a copy). */
  public Matrix coefficients() {
    return coefficients.copy();
  }

  /** The intercept of each row of coefficients (a copy). */
  public double[] intercepts() {
    return intercepts.clone();
  }

  /** The names of the classes that had rows, in order. */
  public List<String> fittedClasses() {
    return Arrays.stream(present).mapToObj(classes::get).toList();
  }

  int[] present() {
    return present.clone();
  }

  @Override
  public void probabilitiesInto(double[] row, double[] out) {
    schema.check(row, Missing.REFUSED);
    Arrays.fill(out, 0, classes.size(), 0);
    if (present.length == 2) {
      double score = score(row, 0);
      double small = Math.exp(-Math.abs(score));
      double likelier = 1 / (1 + small);
      out[present[score > 0 ? 1 : 0]] = likelier;
      out[present[score > 0 ? 0 : 1]] = small * likelier;
      return;
    }
    for (int c = 0; c < present.length; c++) {
      out[present[c]] = score(row, c);
    }
    Softmax.normalize(out, present);
  }

  private double score(double[] row, int c) {
    int from = coefficients.offset() + c * coefficients.stride();
    return intercepts[c] + Backends.get().dot(row.length, row, 0, coefficients.data(), from);
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public FitSummary summary() {
    return summary;
  }

  @Override
  public String toString() {
    return "LogisticModel[" + schema.width() + " features, classes " + classes + "]";
  }
}
