package org.cairnml.linalg.simd;

import static org.cairnml.linalg.simd.Lanes.L;
import static org.cairnml.linalg.simd.Lanes.WIDE;
import static org.cairnml.linalg.simd.Level1.load;

import jdk.incubator.vector.DoubleVector;
import org.cairnml.linalg.backend.FloatTwin;

/** Kernels on a row-major matrix and vectors. */
@FloatTwin
final class Level2 {
  // Four rows at a time, so that x (or y, transposed) is read once for four rows of A.

  /** Columns of a sum over rows at a time, for the reason given in {@link Level1}. */
  private static final int COLUMNS = 64 * 2 * L;

  private Level2() {}

  /** y = alpha A x + y on rows {@code from} to {@code to}. */
  static void gemv(
      int from,
      int to,
      int n,
      double alpha,
      double[] a,
      int ao,
      int lda,
      double[] x,
      int xo,
      double[] y,
      int yo) {
    for (int j = 0; j < n; j += COLUMNS) {
      int columns = Math.min(COLUMNS, n - j);
      int i = from;
      for (; i <= to - 4; i += 4) {
        fourDots(columns, alpha, a, ao + i * lda + j, lda, x, xo + j, y, yo + i);
      }
      for (; i < to; i++) {
        y[yo + i] += alpha * Level1.dot(columns, a, ao + i * lda + j, x, xo + j);
      }
    }
  }

  private static void fourDots(
      int n, double alpha, double[] a, int ao, int lda, double[] x, int xo, double[] y, int yo) {
    DoubleVector s0 = DoubleVector.zero(WIDE);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    DoubleVector t0 = s0;
    DoubleVector t1 = s0;
    DoubleVector t2 = s0;
    DoubleVector t3 = s0;
    int a1 = ao + lda;
    int a2 = a1 + lda;
    int a3 = a2 + lda;
    int j = 0;
    for (; j <= n - 2 * L; j += 2 * L) {
      DoubleVector x0 = load(x, xo + j);
      DoubleVector x1 = load(x, xo + j + L);
      s0 = load(a, ao + j).fma(x0, s0);
      s1 = load(a, a1 + j).fma(x0, s1);
      s2 = load(a, a2 + j).fma(x0, s2);
      s3 = load(a, a3 + j).fma(x0, s3);
      t0 = load(a, ao + j + L).fma(x1, t0);
      t1 = load(a, a1 + j + L).fma(x1, t1);
      t2 = load(a, a2 + j + L).fma(x1, t2);
      t3 = load(a, a3 + j + L).fma(x1, t3);
    }
    for (; j <= n - L; j += L) {
      DoubleVector x0 = load(x, xo + j);
      s0 = load(a, ao + j).fma(x0, s0);
      s1 = load(a, a1 + j).fma(x0, s1);
      s2 = load(a, a2 + j).fma(x0, s2);
      s3 = load(a, a3 + j).fma(x0, s3);
    }
    double r0 = 0;
    double r1 = 0;
    double r2 = 0;
    double r3 = 0;
    for (; j < n; j++) {
      double v = x[xo + j];
      r0 += a[ao + j] * v;
      r1 += a[a1 + j] * v;
      r2 += a[a2 + j] * v;
      r3 += a[a3 + j] * v;
    }
    if (n >= L) {
      r0 += Lanes.sum(s0, t0);
      r1 += Lanes.sum(s1, t1);
      r2 += Lanes.sum(s2, t2);
      r3 += Lanes.sum(s3, t3);
    }
    y[yo] += alpha * r0;
    y[yo + 1] += alpha * r1;
    y[yo + 2] += alpha * r2;
    y[yo + 3] += alpha * r3;
  }

  /** y = alpha A' x + y with rows {@code from} to {@code to} of A, all n columns. */
  static void gemvTransposed(
      int from,
      int to,
      int n,
      double alpha,
      double[] a,
      int ao,
      int lda,
      double[] x,
      int xo,
      double[] y,
      int yo) {
    int i = from;
    for (; i <= to - 4; i += 4) {
      addFourRows(n, alpha, a, ao + i * lda, lda, x, xo + i, y, yo);
    }
    for (; i < to; i++) {
      Level1.axpy(n, alpha * x[xo + i], a, ao + i * lda, y, yo);
    }
  }

  private static void addFourRows(
      int n, double alpha, double[] a, int ao, int lda, double[] x, int xo, double[] y, int yo) {
    double x0 = alpha * x[xo];
    double x1 = alpha * x[xo + 1];
    double x2 = alpha * x[xo + 2];
    double x3 = alpha * x[xo + 3];
    DoubleVector v0 = DoubleVector.broadcast(WIDE, x0);
    DoubleVector v1 = DoubleVector.broadcast(WIDE, x1);
    DoubleVector v2 = DoubleVector.broadcast(WIDE, x2);
    DoubleVector v3 = DoubleVector.broadcast(WIDE, x3);
    int a1 = ao + lda;
    int a2 = a1 + lda;
    int a3 = a2 + lda;
    int j = 0;
    for (; j <= n - L; j += L) {
      DoubleVector low = load(a, ao + j).fma(v0, load(y, yo + j));
      DoubleVector high = load(a, a1 + j).mul(v1);
      low = load(a, a2 + j).fma(v2, low);
      high = load(a, a3 + j).fma(v3, high);
      low.add(high).intoArray(y, yo + j);
    }
    for (; j < n; j++) {
      y[yo + j] += (x0 * a[ao + j] + x2 * a[a2 + j]) + (x1 * a[a1 + j] + x3 * a[a3 + j]);
    }
  }

  /** The squared deviations of the rows of A (m x n) from the means, added to the squares. */
  static void addSquaredDeviations(
      int m, int n, double[] a, int ao, int lda, double[] means, double[] squares) {
    for (int i = 0; i < m; i++) {
      int row = ao + i * lda;
      int j = 0;
      for (; j <= n - L; j += L) {
        DoubleVector away = load(a, row + j).sub(load(means, j));
        away.fma(away, load(squares, j)).intoArray(squares, j);
      }
      for (; j < n; j++) {
        double away = a[row + j] - means[j];
        squares[j] += away * away;
      }
    }
  }
}
