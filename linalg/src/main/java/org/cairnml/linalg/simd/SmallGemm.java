package org.cairnml.linalg.simd;

import static org.cairnml.linalg.simd.Lanes.L;
import static org.cairnml.linalg.simd.Lanes.WIDE;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import org.cairnml.linalg.backend.FloatTwin;
import org.cairnml.linalg.scalar.NarrowGemm;

/** Products too small to be worth packing: C = alpha A B + C straight from the arrays. */
@FloatTwin
final class SmallGemm {
  // Five rows at a time, columns in two vectors or one. Where fewer than five rows are left, the
  // last one is computed again in place of the missing ones. Columns that do not fill a vector
  // are computed in one that begins further left, and only the missing ones are stored.

  private static final int ROWS = 5;

  private SmallGemm() {}

  static void run(
      int m,
      int n,
      int k,
      double alpha,
      double[] a,
      int ao,
      int lda,
      double[] b,
      int bo,
      int ldb,
      double[] c,
      int co,
      int ldc) {
    if (n < L) {
      NarrowGemm.run(m, n, k, alpha, a, ao, lda, b, bo, ldb, c, co, ldc);
      return;
    }
    int whole = n - n % L;
    double[] edge = whole < n ? new double[ROWS * L] : null;
    for (int i = 0; i < m; i += ROWS) {
      int rows = Math.min(ROWS, m - i);
      int ai = ao + i * lda;
      int ci = co + i * ldc;
      int j = 0;
      for (; j <= n - 2 * L; j += 2 * L) {
        two(rows, k, alpha, a, ai, lda, b, bo + j, ldb, c, ci + j, ldc);
      }
      if (j < whole) {
        one(rows, k, alpha, a, ai, lda, b, bo + j, ldb, c, ci + j, ldc);
      }
      if (whole < n) {
        Arrays.fill(edge, 0);
        one(rows, k, alpha, a, ai, lda, b, bo + n - L, ldb, edge, 0, L);
        addEdge(rows, n - whole, edge, c, ci + whole, ldc);
      }
    }
  }

  /** The last columns of the last vector. */
  private static void addEdge(int rows, int count, double[] edge, double[] c, int co, int ldc) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < count; j++) {
        c[co + i * ldc + j] += edge[i * L + L - count + j];
      }
    }
  }

  private static void two(
      int rows,
      int k,
      double alpha,
      double[] a,
      int ao,
      int lda,
      double[] b,
      int bo,
      int ldb,
      double[] c,
      int co,
      int ldc) {
    DoubleVector zero = DoubleVector.zero(WIDE);
    DoubleVector c00 = zero;
    DoubleVector c01 = zero;
    DoubleVector c10 = zero;
    DoubleVector c11 = zero;
    DoubleVector c20 = zero;
    DoubleVector c21 = zero;
    DoubleVector c30 = zero;
    DoubleVector c31 = zero;
    DoubleVector c40 = zero;
    DoubleVector c41 = zero;
    int q1 = ao + Math.min(1, rows - 1) * lda;
    int q2 = ao + Math.min(2, rows - 1) * lda;
    int q3 = ao + Math.min(3, rows - 1) * lda;
    int q4 = ao + (rows - 1) * lda;
    int r = bo;
    for (int p = 0; p < k; p++) {
      DoubleVector b0 = DoubleVector.fromArray(WIDE, b, r);
      DoubleVector b1 = DoubleVector.fromArray(WIDE, b, r + L);
      DoubleVector a0 = DoubleVector.broadcast(WIDE, a[ao + p]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      DoubleVector a1 = DoubleVector.broadcast(WIDE, a[q1 + p]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      DoubleVector a2 = DoubleVector.broadcast(WIDE, a[q2 + p]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      DoubleVector a3 = DoubleVector.broadcast(WIDE, a[q3 + p]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      DoubleVector a4 = DoubleVector.broadcast(WIDE, a[q4 + p]);
      c40 = a4.fma(b0, c40);
      c41 = a4.fma(b1, c41);
      r += ldb;
    }
    DoubleVector scale = DoubleVector.broadcast(WIDE, alpha);
    add(scale, c00, c, co);
    add(scale, c01, c, co + L);
    if (rows > 1) {
      add(scale, c10, c, co + ldc);
      add(scale, c11, c, co + ldc + L);
    }
    if (rows > 2) {
      add(scale, c20, c, co + 2 * ldc);
      add(scale, c21, c, co + 2 * ldc + L);
    }
    if (rows > 3) {
      add(scale, c30, c, co + 3 * ldc);
      add(scale, c31, c, co + 3 * ldc + L);
    }
    if (rows > 4) {
      add(scale, c40, c, co + 4 * ldc);
      add(scale, c41, c, co + 4 * ldc + L);
    }
  }

  private static void one(
      int rows,
      int k,
      double alpha,
      double[] a,
      int ao,
      int lda,
      double[] b,
      int bo,
      int ldb,
      double[] c,
      int co,
      int ldc) {
    DoubleVector zero = DoubleVector.zero(WIDE);
    DoubleVector c0 = zero;
    DoubleVector c1 = zero;
    DoubleVector c2 = zero;
    DoubleVector c3 = zero;
    DoubleVector c4 = zero;
    int q1 = ao + Math.min(1, rows - 1) * lda;
    int q2 = ao + Math.min(2, rows - 1) * lda;
    int q3 = ao + Math.min(3, rows - 1) * lda;
    int q4 = ao + (rows - 1) * lda;
    int r = bo;
    for (int p = 0; p < k; p++) {
      DoubleVector b0 = DoubleVector.fromArray(WIDE, b, r);
      c0 = DoubleVector.broadcast(WIDE, a[ao + p]).fma(b0, c0);
      c1 = DoubleVector.broadcast(WIDE, a[q1 + p]).fma(b0, c1);
      c2 = DoubleVector.broadcast(WIDE, a[q2 + p]).fma(b0, c2);
      c3 = DoubleVector.broadcast(WIDE, a[q3 + p]).fma(b0, c3);
      c4 = DoubleVector.broadcast(WIDE, a[q4 + p]).fma(b0, c4);
      r += ldb;
    }
    DoubleVector scale = DoubleVector.broadcast(WIDE, alpha);
    add(scale, c0, c, co);
    if (rows > 1) {
      add(scale, c1, c, co + ldc);
    }
    if (rows > 2) {
      add(scale, c2, c, co + 2 * ldc);
    }
    if (rows > 3) {
      add(scale, c3, c, co + 3 * ldc);
    }
    if (rows > 4) {
      add(scale, c4, c, co + 4 * ldc);
    }
  }

  private static void add(DoubleVector scale, DoubleVector x, double[] c, int co) {
    scale.fma(x, DoubleVector.fromArray(WIDE, c, co)).intoArray(c, co);
  }
}
