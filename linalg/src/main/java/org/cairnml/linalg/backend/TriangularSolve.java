package org.cairnml.linalg.backend;

/**
 * Solves with a triangular matrix, in place of the right-hand sides, by blocks: what is solved
 * already is taken off by a product, and a block on the diagonal is solved by substitution.
 */
@FloatTwin
final class TriangularSolve {
  // T = op(A) is walked from its first unknown to its last: downwards if T is lower triangular and
  // stands on the left, or upper and on the right; otherwise upwards.

  private static final int BLOCK = 48;
  private static final int PART_COLUMNS = 512;
  private static final int PART_ROWS = 32;

  private final Kernels kernels;
  private final boolean lower;
  private final Transpose transpose;
  private final Diagonal diagonal;
  private final double[] a;
  private final int ao;
  private final int lda;
  private final double[] b;
  private final int bo;
  private final int ldb;

  TriangularSolve(
      Kernels kernels,
      Triangle triangle,
      Transpose transpose,
      Diagonal diagonal,
      double[] a,
      int ao,
      int lda,
      double[] b,
      int bo,
      int ldb) {
    this.kernels = kernels;
    this.lower = (triangle == Triangle.LOWER) == (transpose == Transpose.NO);
    this.transpose = transpose;
    this.diagonal = diagonal;
    this.a = a;
    this.ao = ao;
    this.lda = lda;
    this.b = b;
    this.bo = bo;
    this.ldb = ldb;
  }

  void run(Side side, int m, int n) {
    if (side == Side.LEFT) {
      left(m, n);
    } else {
      right(m, n);
    }
  }

  private void left(int m, int n) {
    int blocks = (m + BLOCK - 1) / BLOCK;
    for (int step = 0; step < blocks; step++) {
      int from = (lower ? step : blocks - 1 - step) * BLOCK;
      int to = Math.min(m, from + BLOCK);
      int known = lower ? 0 : to;
      int count = lower ? from : m - to;
      kernels.gemm(
          transpose,
          Transpose.NO,
          to - from,
          n,
          count,
          -1,
          a,
          at(from, known),
          lda,
          b,
          bo + known * ldb,
          ldb,
          1,
          b,
          bo + from * ldb,
          ldb);
      kernels.workers().ranges(n, PART_COLUMNS, (j, end) -> substituteRows(from, to, j, end - j));
    }
  }

  /** The block on the diagonal, for {@code width} columns of B from {@code column} on. */
  private void substituteRows(int from, int to, int column, int width) {
    double[] weights = new double[to - from];
    for (int step = 0; step < to - from; step++) {
      int i = lower ? from + step : to - 1 - step;
      int row = bo + i * ldb + column;
      int first = lower ? from : i + 1;
      int known = lower ? i - from : to - i - 1;
      for (int j = 0; j < known; j++) {
        weights[j] = a[at(i, first + j)];
      }
      int above = bo + first * ldb + column;
      kernels.gemv(Transpose.YES, known, width, -1, b, above, ldb, weights, 0, 1, b, row);
      for (int q = row; q < row + width && diagonal == Diagonal.STORED; q++) {
        b[q] /= a[at(i, i)];
      }
    }
  }

  private void right(int m, int n) {
    int blocks = (n + BLOCK - 1) / BLOCK;
    for (int step = 0; step < blocks; step++) {
      int from = (lower ? blocks - 1 - step : step) * BLOCK;
      int to = Math.min(n, from + BLOCK);
      int known = lower ? to : 0;
      int count = lower ? n - to : from;
      kernels.gemm(
          Transpose.NO,
          transpose,
          m,
          to - from,
          count,
          -1,
          b,
          bo + known,
          ldb,
          a,
          at(known, from),
          lda,
          1,
          b,
          bo + from,
          ldb);
      kernels
          .workers()
          .ranges(
              m,
              PART_ROWS,
              (i, end) -> {
                for (int row = i; row < end; row++) {
                  substituteColumns(from, to, bo + row * ldb);
                }
              });
    }
  }

  /** The block on the diagonal, for the row of B that begins at {@code row}. */
  private void substituteColumns(int from, int to, int row) {
    for (int step = 0; step < to - from; step++) {
      int j = lower ? to - 1 - step : from + step;
      int before = lower ? j + 1 : from;
      int known = lower ? to - j - 1 : j - from;
      int after = lower ? from : j + 1;
      int open = lower ? j - from : to - j - 1;
      if (transpose == Transpose.YES) {
        b[row + j] -= kernels.dot(known, a, at(before, j), b, row + before);
      }
      if (diagonal == Diagonal.STORED) {
        b[row + j] /= a[at(j, j)];
      }
      if (transpose == Transpose.NO) {
        kernels.axpy(open, -b[row + j], a, at(j, after), b, row + after);
      }
    }
  }

  /** Where element (i, j) of op(A) stands. */
  private int at(int i, int j) {
    return transpose == Transpose.NO ? ao + i * lda + j : ao + j * lda + i;
  }
}
