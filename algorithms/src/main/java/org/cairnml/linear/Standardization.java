package org.cairnml.linear;

import java.util.Arrays;
import org.cairnml.base.Workers;
import org.cairnml.core.Dataset;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SparseMatrix;

/**
 * Weighted means and standard deviations of columns. Without centring, means are 0 and deviations
 * are from 0. Columns without deviation keep their scale.
 *
 * @param mean what to subtract (d)
 * @param deviation what to divide by (d)
 * @param constant whether the column does not deviate at all (d)
 */
record Standardization(double[] mean, double[] deviation, boolean[] constant) {

  /** A variance below this part of the squared mean is rounding. */
  private static final double CONSTANT = 1e-30;

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

  /** The same of features dense or sparse. */
  static Standardization of(Dataset data, double[] weights, boolean centring, Workers workers) {
    return data.isSparse()
        ? of(data.sparse(), weights, centring)
        : of(data.x(), weights, centring, workers);
  }

  private static Standardization of(SparseMatrix x, double[] weights, boolean centring) {
    int d = x.cols();
    double total = Arrays.stream(weights).sum();
    double[] mean = new double[d];
    double[] deviation = new double[d];
    boolean[] constant = new boolean[d];
    SparseMatrix columns = x.transpose();
    for (int j = 0; j < d; j++) {
      double sum = 0;
      double stored = 0;
      for (int q = columns.start(j); q < columns.start(j + 1); q++) {
        sum += weights[columns.column(q)] * columns.value(q);
        stored += weights[columns.column(q)];
      }
      mean[j] = centring ? sum / total : 0;
      double squares = (total - stored) * mean[j] * mean[j];
      for (int q = columns.start(j); q < columns.start(j + 1); q++) {
        double difference = columns.value(q) - mean[j];
        squares += weights[columns.column(q)] * difference * difference;
      }
      constant[j] = !(squares > CONSTANT * total * mean[j] * mean[j]);
      deviation[j] = constant[j] ? 1 : Math.sqrt(squares / total);
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
