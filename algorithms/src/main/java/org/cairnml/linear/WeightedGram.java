package org.cairnml.linear;

import org.cairnml.base.Workers;
import org.cairnml.linalg.Backends;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SparseMatrix;
import org.cairnml.linalg.backend.Transpose;

/** X'WX for a diagonal W, in parallel; the result does not depend on the number of threads. */
final class WeightedGram {

  private static final int BLOCK_ROWS = 256;

  private WeightedGram() {}

  /** The sum over rows of {@code weights[i] x_i' x_i} (p x p); weights are not negative. */
  static Matrix of(Matrix x, double[] weights, Workers workers) {
    int p = x.cols();
    double[] sums =
        RowSums.of(x.rows(), p * p, workers, (from, to, out) -> addRows(x, weights, from, to, out));
    return symmetric(sums, p);
  }

  /** The same of sparse rows; it costs the squared number of each row's elements. */
  static Matrix of(SparseMatrix x, double[] weights, Workers workers) {
    int p = x.cols();
    double[] sums =
        RowSums.of(x.rows(), p * p, workers, (from, to, out) -> addRows(x, weights, from, to, out));
    return symmetric(sums, p);
  }

  private static void addRows(SparseMatrix x, double[] weights, int from, int to, double[] sums) {
    int p = x.cols();
    int[] columns = new int[p];
    double[] values = new double[p];
    for (int i = from; i < to; i++) {
      int start = x.start(i);
      int stored = x.start(i + 1) - start;
      for (int q = 0; q < stored; q++) {
        columns[q] = x.column(start + q);
        values[q] = x.value(start + q);
        int row = columns[q] * p;
        double value = weights[i] * values[q];
        for (int r = 0; r <= q; r++) {
          sums[row + columns[r]] += value * values[r];
        }
      }
    }
  }

  private static Matrix symmetric(double[] sums, int p) {
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < i; j++) {
        sums[j * p + i] = sums[i * p + j];
      }
    }
    return Matrix.wrap(sums, p, p);
  }

  private static void addRows(Matrix x, double[] weights, int from, int to, double[] sums) {
    int p = x.cols();
    double[] block = new double[BLOCK_ROWS * p];
    int rows = 0;
    for (int i = from; i < to; i++) {
      if (weights[i] > 0) {
        double root = Math.sqrt(weights[i]);
        int in = x.offset() + i * x.stride();
        for (int j = 0; j < p; j++) {
          block[rows * p + j] = root * x.data()[in + j];
        }
        rows++;
      }
      if (rows == BLOCK_ROWS || i == to - 1 && rows > 0) {
        Backends.get().syrk(Transpose.YES, p, rows, 1, block, 0, p, 1, sums, 0, p);
        rows = 0;
      }
    }
  }
}
