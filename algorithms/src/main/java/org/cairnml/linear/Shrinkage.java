package org.cairnml.linear;

import java.util.Arrays;
import org.cairnml.linalg.Matrix;

/**
 * How far a covariance is drawn to a multiple of the identity, written as a text: {@code none},
 * {@code auto} or a share from 0 to 1.
 */
final class Shrinkage {

  private Shrinkage() {}

  /** Refuses a text that is none of the forms. */
  static void check(String text) {
    if (!text.matches("none|auto|0(\\.[0-9]*)?|0?\\.[0-9]+|1(\\.0*)?")) {
      throw new IllegalArgumentException(
          "LinearDiscriminantAnalysis: shrinkage must be none, auto, or a share from 0 to 1 such as"
              + " 0.1, but was '"
              + text
              + "'");
    }
  }

  /** The covariance (d x d, divisor n) of one class, drawn to the identity. */
  static Matrix covariance(ClassRows rows, String text) {
    Matrix covariance = rows.scatter().times(1 / rows.weight());
    return text.equals("auto")
        ? automatic(rows, covariance)
        : towardsIdentity(covariance, Double.parseDouble(text));
  }

  private static Matrix towardsIdentity(Matrix covariance, double share) {
    int d = covariance.rows();
    double mean = trace(covariance) / d;
    Matrix drawn = covariance.times(1 - share);
    for (int j = 0; j < d; j++) {
      drawn.set(j, j, drawn.get(j, j) + share * mean);
    }
    return drawn;
  }

  /** The share of Ledoit and Wolf, columns scaled to variance 1. */
  private static Matrix automatic(ClassRows rows, Matrix covariance) {
    int d = covariance.rows();
    double[] scale = new double[d];
    for (int j = 0; j < d; j++) {
      double variance = covariance.get(j, j);
      scale[j] = variance > 0 ? Math.sqrt(variance) : 1;
    }
    Matrix scaled = Matrix.zeros(d, d);
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        scaled.set(i, j, covariance.get(i, j) / scale[i] / scale[j]);
      }
    }
    Matrix drawn = towardsIdentity(scaled, ledoitWolf(rows, scaled, scale));
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        drawn.set(i, j, drawn.get(i, j) * scale[i] * scale[j]);
      }
    }
    return drawn;
  }

  private static double ledoitWolf(ClassRows rows, Matrix covariance, double[] scale) {
    int d = covariance.rows();
    Matrix x = rows.centered();
    double fourth = 0;
    for (int i = 0; i < x.rows(); i++) {
      double square = 0;
      for (int j = 0; j < d; j++) {
        double z = x.get(i, j) / scale[j];
        square += z * z;
      }
      fourth += square * square / rows.weights()[i];
    }
    double squares = Arrays.stream(covariance.data()).map(v -> v * v).sum();
    double trace = trace(covariance);
    double error = (fourth / rows.weight() - squares) / rows.weight();
    double distance = squares - trace * trace / d;
    return d == 1 || !(error > 0) ? 0 : error >= distance ? 1 : error / distance;
  }

  private static double trace(Matrix a) {
    double sum = 0;
    for (int j = 0; j < a.rows(); j++) {
      sum += a.get(j, j);
    }
    return sum;
  }
}
