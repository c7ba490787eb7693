package org.cairnml.linalg;

import org.cairnml.base.Workers;

/**
 * Products of sparse matrices, in parallel over the rows of the result. Each element is one sum in
 * fixed order.
 */
final class SparseProducts {

  private static final int ROWS_PER_PART = 256;

  private SparseProducts() {}

  static Matrix times(SparseMatrix a, Matrix b) {
    int k = b.cols();
    if (k == 1) {
      return Matrix.wrap(times(a, b.column(0)).toArray(), a.rows(), 1);
    }
    Matrix result = Matrix.zeros(a.rows(), k);
    double[] out = result.data();
    double[] in = b.data();
    Workers.standard()
        .ranges(
            a.rows(),
            ROWS_PER_PART,
            (from, to) -> {
              for (int i = from; i < to; i++) {
                int at = i * k;
                for (int p = a.start(i); p < a.start(i + 1); p++) {
                  double value = a.value(p);
                  int row = b.offset() + a.column(p) * b.stride();
                  for (int c = 0; c < k; c++) {
                    out[at + c] += value * in[row + c];
                  }
                }
              }
            });
    return result;
  }

  static Vector times(SparseMatrix a, Vector x) {
    double[] in = x.toArray();
    double[] out = new double[a.rows()];
    Workers.standard()
        .ranges(
            a.rows(),
            ROWS_PER_PART,
            (from, to) -> {
              for (int i = from; i < to; i++) {
                out[i] = a.rowDot(i, in);
              }
            });
    return Vector.wrap(out);
  }

  /** A'A. */
  static Matrix gram(SparseMatrix a) {
    int n = a.cols();
    Matrix result = Matrix.zeros(n, n);
    double[] out = result.data();
    SparseMatrix t = a.transpose();
    Workers.standard()
        .ranges(
            n,
            ROWS_PER_PART,
            (from, to) -> {
              for (int j = from; j < to; j++) {
                for (int q = t.start(j); q < t.start(j + 1); q++) {
                  int i = t.column(q);
                  for (int p = a.start(i); p < a.start(i + 1) && a.column(p) <= j; p++) {
                    out[j * n + a.column(p)] += t.value(q) * a.value(p);
                  }
                }
              }
            });
    result.mirrorLowerTriangle();
    return result;
  }
}
