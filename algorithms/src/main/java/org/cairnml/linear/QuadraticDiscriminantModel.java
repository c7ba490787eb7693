package org.cairnml.linear;

import java.util.Arrays;
import java.util.List;
import org.cairnml.core.FitSummary;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.linalg.Matrix;

/** A fitted {@link QuadraticDiscriminantAnalysis}. */
public final class QuadraticDiscriminantModel implements ProbabilityModel {

  private final Schema schema;
  private final List<String> classes;
  private final List<Normal> normals;
  private final FitSummary summary;

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
    this.schema = schema;
    this.classes = classes;
    this.normals = List.copyOf(normals);
    this.summary = summary;
  }

  /** The names of the classes that had rows, in order. */
  public List<String> fittedClasses() {
    return normals.stream().map(normal -> classes.get(normal.code)).toList();
  }

  /** The mean of each class of {@link #fittedClasses()} (k x d). */
  public Matrix means() {
    return Matrix.of(normals.stream().map(Normal::mean).toArray(double[][]::new));
  }

  List<Normal> normals() {
    return normals;
  }

  @Override
  public void probabilitiesInto(double[] row, double[] out) {
    schema.check(row, Missing.REFUSED);
    Arrays.fill(out, 0, classes.size(), 0);
    int[] present = new int[normals.size()];
    for (int k = 0; k < present.length; k++) {
      Normal normal = normals.get(k);
      present[k] = normal.code;
      out[normal.code] = normal.score(row);
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
    return "QuadraticDiscriminantModel[" + schema.width() + " features, classes " + classes + "]";
  }
}
