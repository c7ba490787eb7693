package org.cairnml.meta;

import org.cairnml.core.Fields;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;

/**
 * Temperature scaling: probabilities to one power, made to add up to 1 again.
 *
 * @param exponent the inverse of the temperature
 */
record Temperature(double exponent) implements Calibrator {
  // The mean log-loss is convex in the exponent, so the root of its derivative is bisected.

  private static final double SMALLEST = 1e-15;
  private static final double LOWEST = 0.01;
  private static final double HIGHEST = 100;
  private static final int HALVINGS = 60;

  static Temperature fit(Matrix p, Labels labels, double[] weights) {
    Matrix logs = Matrix.zeros(p.rows(), p.cols());
    for (int i = 0; i < p.rows(); i++) {
      for (int c = 0; c < p.cols(); c++) {
        logs.set(i, c, Math.log(Math.max(p.get(i, c), SMALLEST)));
      }
    }
    double low = Math.log(LOWEST);
    double high = Math.log(HIGHEST);
    for (int k = 0; k < HALVINGS; k++) {
      double middle = (low + high) / 2;
      if (slope(logs, labels, weights, Math.exp(middle)) > 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return new Temperature(Math.exp((low + high) / 2));
  }

  /** The derivative of the log-loss. */
  private static double slope(Matrix logs, Labels labels, double[] weights, double exponent) {
    double slope = 0;
    for (int i = 0; i < logs.rows(); i++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int c = 0; c < logs.cols(); c++) {
        largest = Math.max(largest, logs.get(i, c));
      }
      double sum = 0;
      double mean = 0;
      for (int c = 0; c < logs.cols(); c++) {
        double e = Math.exp(exponent * (logs.get(i, c) - largest));
        sum += e;
        mean += e * logs.get(i, c);
      }
      slope += weights[i] * (mean / sum - logs.get(i, labels.code(i)));
    }
    return slope;
  }

  @Override
  public void calibrateInPlace(double[] p) {
    double largest = 0;
    for (double value : p) {
      largest = Math.max(largest, value);
    }
    double sum = 0;
    for (int c = 0; c < p.length; c++) {
      p[c] = Math.pow(p[c] / largest, exponent);
      sum += p[c];
    }
    for (int c = 0; c < p.length; c++) {
      p[c] /= sum;
    }
  }

  @Override
  public Fields write() {
    return Fields.create().set("exponent", exponent);
  }
}
