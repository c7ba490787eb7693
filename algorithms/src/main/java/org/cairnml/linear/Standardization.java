package org.cairnml.linear;

import org.cairnml.base.Workers;
import org.cairnml.linalg.Matrix;

/**
 * Weighted means and standard deviations of columns. Without centring, means are 0 and deviations
 * are from 0. Columns without deviation keep their scale.
 *
 * @param mean what to subtract (d)
 * @param deviation what to divide by (d)
 * @param constant whether the column does not deviate at all (d)
 */
record Standardization(double[] mean, double[] deviation, boolean[] constant) {

  static Standardization of(Matrix x, double[] weights, boolean centring, Workers workers) {
    int d = x.cols();
    double[] first = x.row(0).toArray();
    double[] sums =
        RowSums.of(
            x.rows(),
            2 * d + 1,
            workers,
            (from, to, s) -> {
              for (int i = from; i < to; i++) {
                addMoments(weights[i], x.data(), x.offset() + i * x.stride(), first, s, d);
                s[2 * d] += weights[i];
              }
            });
    double total = sums[2 * d];
    double[] mean = new double[d];
    double[] deviation = new double[d];
    boolean[] constant = new boolean[d];
    for (int j = 0; j < d; j++) {
      double shift = sums[j] / total;
      double variance = Math.max(0, sums[d + j] / total - shift * shift);
      double found = centring ? variance : variance + (first[j] + shift) * (first[j] + shift);
      constant[j] = !(found > 0);
      deviation[j] = constant[j] ? 1 : Math.sqrt(found);
      mean[j] = centring ? first[j] + shift : 0;
    }
    return new Standardization(mean, deviation, constant);
  }

  private static void addMoments(
      double w, double[] x, int offset, double[] shift, double[] sums, int d) {
    for (int j = 0; j < d; j++) {
      double difference = x[offset + j] - shift[j];
      sums[j] += w * difference;
      sums[d + j] += w * difference * difference;
    }
  }
}
