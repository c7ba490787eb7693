package org.cairnml.linalg.simd;

import static org.cairnml.linalg.simd.Lanes.L;
import static org.cairnml.linalg.simd.Lanes.WIDE;

import jdk.incubator.vector.DoubleVector;
import org.cairnml.linalg.backend.FloatTwin;

/** C = alpha A B where a row of C fills at least half a vector, but not all of it. */
@FloatTwin
final class HalfVectorGemm {
  // A vector holds a row of B and the beginning of the next one, and likewise a row of C: what it
  // computes beyond the row is overwritten when the next row is stored. Only the last rows of B and
  // C, beyond which there may be nothing, go through an array of their own.

  private static final int ROWS = 8;

  private HalfVectorGemm() {}

  /** Whether it serves C (m x n) with k steps. */
  static boolean serves(int m, int n, int k, int ldc) {
    return m > 0 && n < L && 2 * n >= L && k > 1 && ldc == n;
  }

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
      int co) {
    double[] last = new double[2 * L];
    System.arraycopy(b, bo + (k - 1) * ldb, last, L, n);
    for (int i = 0; i < m; i += ROWS) {
      int rows = Math.min(ROWS, m - i);
      rows(
          rows,
          i + rows == m,
          n,
          k - 1,
          alpha,
          a,
          ao + i * lda,
          lda,
          b,
          bo,
          ldb,
          last,
          c,
          co + i * n);
    }
    System.arraycopy(last, 0, c, co + (m - 1) * n, n);
  }

  /** Eight rows or fewer; the last one is computed again in place of the missing ones. */
  private static void rows(
      int rows,
      boolean end,
      int n,
      int k,
      double alpha,
      double[] a,
      int q0,
      int lda,
      double[] b,
      int bo,
      int ldb,
      double[] last,
      double[] c,
      int co) {
    int q1 = q0 + Math.min(1, rows - 1) * lda;
    int q2 = q0 + Math.min(2, rows - 1) * lda;
    int q3 = q0 + Math.min(3, rows - 1) * lda;
    int q4 = q0 + Math.min(4, rows - 1) * lda;
    int q5 = q0 + Math.min(5, rows - 1) * lda;
    int q6 = q0 + Math.min(6, rows - 1) * lda;
    int q7 = q0 + Math.min(7, rows - 1) * lda;
    DoubleVector zero = DoubleVector.zero(WIDE);
    DoubleVector e = DoubleVector.fromArray(WIDE, last, L);
    DoubleVector c0 = DoubleVector.broadcast(WIDE, a[q0 + k]).fma(e, zero);
    DoubleVector c1 = DoubleVector.broadcast(WIDE, a[q1 + k]).fma(e, zero);
    DoubleVector c2 = DoubleVector.broadcast(WIDE, a[q2 + k]).fma(e, zero);
    DoubleVector c3 = DoubleVector.broadcast(WIDE, a[q3 + k]).fma(e, zero);
    DoubleVector c4 = DoubleVector.broadcast(WIDE, a[q4 + k]).fma(e, zero);
    DoubleVector c5 = DoubleVector.broadcast(WIDE, a[q5 + k]).fma(e, zero);
    DoubleVector c6 = DoubleVector.broadcast(WIDE, a[q6 + k]).fma(e, zero);
    DoubleVector c7 = DoubleVector.broadcast(WIDE, a[q7 + k]).fma(e, zero);
    int r = bo;
    for (int p = 0; p < k; p++) {
      DoubleVector b0 = DoubleVector.fromArray(WIDE, b, r);
      c0 = DoubleVector.broadcast(WIDE, a[q0 + p]).fma(b0, c0);
      c1 = DoubleVector.broadcast(WIDE, a[q1 + p]).fma(b0, c1);
      c2 = DoubleVector.broadcast(WIDE, a[q2 + p]).fma(b0, c2);
      c3 = DoubleVector.broadcast(WIDE, a[q3 + p]).fma(b0, c3);
      c4 = DoubleVector.broadcast(WIDE, a[q4 + p]).fma(b0, c4);
      c5 = DoubleVector.broadcast(WIDE, a[q5 + p]).fma(b0, c5);
      c6 = DoubleVector.broadcast(WIDE, a[q6 + p]).fma(b0, c6);
      c7 = DoubleVector.broadcast(WIDE, a[q7 + p]).fma(b0, c7);
      r += ldb;
    }
    DoubleVector scale = DoubleVector.broadcast(WIDE, alpha);
    scale.fma(c7, zero).intoArray(last, 0);
    int stored = end ? rows - 1 : rows;
    if (stored > 0) {
      scale.fma(c0, zero).intoArray(c, co);
    }
    if (stored > 1) {
      scale.fma(c1, zero).intoArray(c, co + n);
    }
    if (stored > 2) {
      scale.fma(c2, zero).intoArray(c, co + 2 * n);
    }
    if (stored > 3) {
      scale.fma(c3, zero).intoArray(c, co + 3 * n);
    }
    if (stored > 4) {
      scale.fma(c4, zero).intoArray(c, co + 4 * n);
    }
    if (stored > 5) {
      scale.fma(c5, zero).intoArray(c, co + 5 * n);
    }
    if (stored > 6) {
      scale.fma(c6, zero).intoArray(c, co + 6 * n);
    }
    if (stored > 7) {
      scale.fma(c7, zero).intoArray(c, co + 7 * n);
    }
  }
}
