package org.cairnml.preprocessing.scale;

import java.util.List;
import org.cairnml.base.DataException;
import org.cairnml.base.Workers;
import org.cairnml.core.Dataset;
import org.cairnml.linalg.Matrix;

/**
 * Weighted count, mean and sum of squared deviations of each column, NaN left out.
 *
 * @param weight the sum of the weights of the values (d)
 * @param mean the weighted means (d), 0 for a column without values
 * @param squares the weighted sums of squared deviations from the mean (d)
 */
record Moments(double[] weight, double[] mean, double[] squares) {
  // Rows are cut into blocks by their number alone; each block makes two passes, and blocks are
  // merged in their order by the update of Chan, Golub and LeVeque 1983
  // (doi:10.1080/00031305.1983.10483115). No term is ever a difference of large sums.

  private static final int BLOCK_ROWS = 4096;

  static Moments of(Dataset data, Workers workers) {
    int blocks = (data.rows() + BLOCK_ROWS - 1) / BLOCK_ROWS;
    List<Moments> parts =
        workers.map(
            blocks, b -> block(data, b * BLOCK_ROWS, Math.min(data.rows(), (b + 1) * BLOCK_ROWS)));
    Moments all = empty(data.cols());
    parts.forEach(all::add);
    return all;
  }

  private static Moments empty(int d) {
    return new Moments(new double[d], new double[d], new double[d]);
  }

  private static Moments block(Dataset data, int from, int to) {
    Matrix x = data.x();
    double[] values = x.data();
    Moments m = empty(x.cols());
    for (int i = from; i < to; i++) {
      double w = data.weight(i);
      int start = x.offset() + i * x.stride();
      for (int j = 0; j < x.cols() && w > 0; j++) {
        double value = values[start + j];
        if (!Double.isNaN(value)) {
          m.weight[j] += w;
          m.mean[j] += w / m.weight[j] * (value - m.mean[j]);
        }
      }
    }
    for (int i = from; i < to; i++) {
      double w = data.weight(i);
      int start = x.offset() + i * x.stride();
      for (int j = 0; j < x.cols() && w > 0; j++) {
        double deviation = values[start + j] - m.mean[j];
        if (!Double.isNaN(deviation)) {
          m.squares[j] += w * deviation * deviation;
        }
      }
    }
    return m;
  }

  private void add(Moments other) {
    for (int j = 0; j < mean.length; j++) {
      if (other.weight[j] > 0) {
        double total = weight[j] + other.weight[j];
        double share = other.weight[j] / total;
        double delta = other.mean[j] - mean[j];
        squares[j] += other.squares[j] + delta * delta * weight[j] * share;
        mean[j] += delta * share;
        weight[j] = total;
      }
    }
  }

  /** The variance of column {@code j} with divisor n, 0 for a column without values. */
  double variance(int j) {
    return weight[j] > 0 ? squares[j] / weight[j] : 0;
  }

  /**
   * Refuses column {@code j} if its squares are beyond the range of doubles.
   *
   * @throws DataException that names the column and the cure
   */
  void requireFinite(int j, String name) {
    if (!Double.isFinite(mean[j]) || !Double.isFinite(squares[j])) {
      throw new DataException(
          "column '"
              + name
              + "': the values are too large for a mean and variance (around 1e150 or more);"
              + " divide the column by a power of ten first");
    }
  }

  /** Whether column {@code j} varies by no more than rounding. */
  boolean isConstant(int j) {
    double rounding = Math.ulp(1.0);
    double n = weight[j];
    double bound = n * rounding * variance(j) + square(n * mean[j] * rounding);
    return variance(j) <= bound;
  }

  private static double square(double value) {
    return value * value;
  }
}
