package org.cairnml.linear;

import java.util.List;
import org.cairnml.core.FitSummary;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;

/** A fitted {@link LinearDiscriminantAnalysis}: a linear score for each class that had rows. */
public final class LinearDiscriminantModel extends ScoringModel implements ClassCoefficients {

  private final double[] center;
  private final Matrix coefficients;
  private final double[] offsets;

  LinearDiscriminantModel(
      Schema schema,
      List<String> classes,
      int[] present,
      double[] center,
      Matrix coefficients,
      double[] offsets,
      FitSummary summary) {
    super(schema, classes, present, summary);
    this.center = center;
    this.coefficients = coefficients;
    this.offsets = offsets;
  }

  @Override
  public Matrix coefficients() {
    return coefficients.copy();
  }

  @Override
  public double[] intercepts() {
    return Vector.wrap(offsets).minus(coefficients.times(Vector.wrap(center))).toArray();
  }

  double[] center() {
    return center.clone();
  }

  double[] offsets() {
    return offsets.clone();
  }

  @Override
  double score(double[] row, int k) {
    double score = offsets[k];
    for (int j = 0; j < row.length; j++) {
      score += (row[j] - center[j]) * coefficients.get(k, j);
    }
    return score;
  }
}
