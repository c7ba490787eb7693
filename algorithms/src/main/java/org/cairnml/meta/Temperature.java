package org.cairnml.meta;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.core.Fields;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;

/**
 * Temperature scaling: probabilities to one power, made to add up to 1 again.
 *
 * @param exponent the inverse of the temperature
 * @param present the classes that had rows; the others get the probability 0
 */
record Temperature(double exponent, List<Integer> present) implements Calibrator {
  // The mean log-loss is convex in the exponent, so the root of its derivative is bisected. A
  // probability of 0 counts as 1e-15: a model that never doubts could not be corrected otherwise.

  private static final double SMALLEST = 1e-15;
  private static final double LOWEST = 0.01;
  private static final double HIGHEST = 100;
  private static final int HALVINGS = 60;

  static Temperature fit(Matrix p, Labels labels, double[] weights) {
    int[] counts = labels.counts();
    List<Integer> present =
        IntStream.range(0, counts.length).filter(c -> counts[c] > 0).boxed().toList();
    Matrix logs = Matrix.zeros(p.rows(), present.size());
    int[] codes = new int[p.rows()];
    for (int i = 0; i < p.rows(); i++) {
      codes[i] = present.indexOf(labels.code(i));
      for (int c = 0; c < present.size(); c++) {
        logs.set(i, c, Math.log(Math.max(p.get(i, present.get(c)), SMALLEST)));
      }
    }
    double low = Math.log(LOWEST);
    double high = Math.log(HIGHEST);
    for (int k = 0; k < HALVINGS; k++) {
      double middle = (low + high) / 2;
      if (slope(logs, codes, weights, Math.exp(middle)) > 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return new Temperature(Math.exp((low + high) / 2), present);
  }

  /** The derivative of the log-loss. */
  private static double slope(Matrix logs, int[] codes, double[] weights, double exponent) {
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
      slope += weights[i] * (mean / sum - logs.get(i, codes[i]));
    }
    return slope;
  }

  @Override
  public void calibrateInPlace(double[] p) {
    double[] original = p.clone();
    Arrays.fill(p, 0);
    double largest = SMALLEST;
    for (int c : present) {
      largest = Math.max(largest, original[c]);
    }
    double sum = 0;
    for (int c : present) {
      p[c] = Math.pow(Math.max(original[c], SMALLEST) / largest, exponent);
      sum += p[c];
    }
    for (int c : present) {
      p[c] /= sum;
    }
  }

  @Override
  public Fields write() {
    return Fields.create()
        .set("exponent", exponent)
        .set("present", present.stream().mapToInt(Integer::intValue).toArray());
  }
}
