package org.cairnml.linear;

import java.util.List;
import org.cairnml.core.FitSummary;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;

/** A fitted {@link QuadraticDiscriminantAnalysis}. */
public final class QuadraticDiscriminantModel extends ScoringModel {

  private final List<Normal> normals;

  /**
   * The distribution of one class.
   *
   * @param code the class
   * @param mean its mean (d)
   * @param map makes its covariance the identity (d x d)
   * @param offset the score at the mean
   */
  record Normal(int code, double[] mean, Matrix map, double offset) {

    double score(double[] row) {
      double squares = 0;
      for (int r = 0; r < map.cols(); r++) {
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
          sum += (row[j] - mean[j]) * map.get(j, r);
        }
        squares += sum * sum;
      }
      return offset - squares / 2;
    }
  }

  QuadraticDiscriminantModel(
      Schema schema, List<String> classes, List<Normal> normals, FitSummary summary) {
    super(schema, classes, normals.stream().mapToInt(Normal::code).toArray(), summary);
    this.normals = List.copyOf(normals);
  }

  /** The mean of each class of {@link #fittedClasses()} (k x d). */
  public Matrix means() {
    return Matrix.of(normals.stream().map(Normal::mean).toArray(double[][]::new));
  }

  List<Normal> normals() {
    return normals;
  }

  @Override
  double score(double[] row, int k) {
    return normals.get(k).score(row);
  }
}
