package org.cairnml.linear;

import java.util.Arrays;
import java.util.List;
import org.cairnml.core.FitSummary;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;

/** A fitted {@link LinearDiscriminantAnalysis}: a linear score for each class that had rows. */
public final class LinearDiscriminantModel implements ProbabilityModel {

  private final Schema schema;
  private final List<String> classes;
  private final int[] present;
  private final double[] center;
  private final Matrix coefficients;
  private final double[] offsets;
  private final FitSummary summary;

  LinearDiscriminantModel(
      Schema schema,
      List<String> classes,
      int[] present,
      double[] center,
      Matrix coefficients,
      double[] offsets,
      FitSummary summary) {
    this.schema = schema;
    this.classes = classes;
    this.present = present;
    this.center = center;
    this.coefficients = coefficients;
    this.offsets = offsets;
    this.summary = summary;
  }

  /**
   * The coefficients of the scores (k x d, a copy), for the classes of {@link #fittedClasses()};
   * differences between rows are log-odds.
   */
  public Matrix coefficients() {
    return coefficients.copy();
  }

  /** The score of each class where all features are 0 (k values). */
  public double[] intercepts() {
    return Vector.wrap(offsets).minus(coefficients.times(Vector.wrap(center))).toArray();
  }

  /** The names of the classes that had rows, in order. */
  public List<String> fittedClasses() {
    return Arrays.stream(present).mapToObj(classes::get).toList();
  }

  int[] present() {
    return present.clone();
  }

  double[] center() {
    return center.clone();
  }

  double[] offsets() {
    return offsets.clone();
  }

  @Override
  public void probabilitiesInto(double[] row, double[] out) {
    schema.check(row, Missing.REFUSED);
    Arrays.fill(out, 0, classes.size(), 0);
    for (int k = 0; k < present.length; k++) {
      double score = offsets[k];
      for (int j = 0; j < row.length; j++) {
        score += (row[j] - center[j]) * coefficients.get(k, j);
      }
      out[present[k]] = score;
    }
    Softmax.normalize(out, present);
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
    return "LinearDiscriminantModel[" + schema.width() + " features, classes " + classes + "]";
  }
}
