package org.cairnml.linalg.simd;

import static org.cairnml.linalg.simd.Lanes.L;
import static org.cairnml.linalg.simd.Lanes.WIDE;
import static org.cairnml.linalg.simd.Level1.load;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.cairnml.linalg.backend.FloatTwin;

/** Kernels on a row-major matrix and vectors. */
@FloatTwin
final class Level2 {
  // Four rows at a time, so that x (or y, transposed) is read once for four rows of A. Where rows
  // are left over, the last four are taken once more, and what is known of them is dropped; in the
  // same way the last vector of a row begins further left, and its first lanes are dropped.

  /** Columns of a sum over rows at a time, for the reason given in {@link Level1}. */
  private static final int COLUMNS = 128 * L;

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
      int at = ao + j;
      if (columns < L || to - from < 4) {
        dots(from, to, columns, alpha, a, at, lda, x, xo + j, y, yo);
        continue;
      }
      int i = from;
      for (; i <= to - 4; i += 4) {
        fourDots(columns, alpha, a, at + i * lda, lda, x, xo + j, y, yo + i);
      }
      if (i < to) {
        double[] last = new double[4];
        fourDots(columns, alpha, a, at + (to - 4) * lda, lda, x, xo + j, last, 0);
        for (; i < to; i++) {
          y[yo + i] += last[i - (to - 4)];
        }
      }
    }
  }

  /** Few rows or columns. */
  private static void dots(
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
    for (int i = from; i < to; i++) {
      double sum = 0;
      if (n >= L) {
        sum = Level1.dot(n, a, ao + i * lda, x, xo);
      } else {
        for (int j = 0; j < n; j++) {
          sum += a[ao + i * lda + j] * x[xo + j];
        }
      }
      y[yo + i] += alpha * sum;
    }
  }

  /** Four rows; n is at least L. */
  private static void fourDots(
      int n, double alpha, double[] a, int ao, int lda, double[] x, int xo, double[] y, int yo) {
    DoubleVector s0 = DoubleVector.zero(WIDE);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    int a1 = ao + lda;
    int a2 = a1 + lda;
    int a3 = a2 + lda;
    int j = 0;
    for (; j <= n - L; j += L) {
      DoubleVector v = load(x, xo + j);
      s0 = load(a, ao + j).fma(v, s0);
      s1 = load(a, a1 + j).fma(v, s1);
      s2 = load(a, a2 + j).fma(v, s2);
      s3 = load(a, a3 + j).fma(v, s3);
    }
    if (j < n) {
      int last = n - L;
      VectorMask<Double> rest = Lanes.laneNumbers().compare(VectorOperators.GE, j - last);
      DoubleVector v = load(x, xo + last);
      s0 = s0.blend(load(a, ao + last).fma(v, s0), rest);
      s1 = s1.blend(load(a, a1 + last).fma(v, s1), rest);
      s2 = s2.blend(load(a, a2 + last).fma(v, s2), rest);
      s3 = s3.blend(load(a, a3 + last).fma(v, s3), rest);
    }
    y[yo] += alpha * Lanes.sum(s0);
    y[yo + 1] += alpha * Lanes.sum(s1);
    y[yo + 2] += alpha * Lanes.sum(s2);
    y[yo + 3] += alpha * Lanes.sum(s3);
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
    if (ShortRows.serves(n)) {
      ShortRows.gemvTransposed(to - from, n, alpha, a, ao + from * lda, lda, x, xo + from, y, yo);
      return;
    }
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
