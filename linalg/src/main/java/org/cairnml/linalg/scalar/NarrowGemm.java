package org.cairnml.linalg.scalar;

import org.cairnml.linalg.backend.FloatTwin;

/** Small products in scalars: 2 x 4 numbers of C at a time. */
@FloatTwin
public final class NarrowGemm {
  // Where fewer than two rows or four columns are left, the last one is computed again in place of
  // the missing ones and stored once.

  private NarrowGemm() {}

  /** C = alpha A B + C for A (m x k) and B (k x n). */
  public static void run(
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
    for (int i = 0; i < m; i += 2) {
      int q0 = ao + i * lda;
      int q1 = ao + Math.min(i + 1, m - 1) * lda;
      for (int j = 0; j < n; j += 4) {
        int last = n - 1 - j;
        int j1 = Math.min(1, last);
        int j2 = Math.min(2, last);
        int j3 = Math.min(3, last);
        double c00 = 0;
        double c01 = 0;
        double c02 = 0;
        double c03 = 0;
        double c10 = 0;
        double c11 = 0;
        double c12 = 0;
        double c13 = 0;
        int r = bo + j;
        for (int p = 0; p < k; p++) {
          double a0 = a[q0 + p];
          double a1 = a[q1 + p];
          double b0 = b[r];
          double b1 = b[r + j1];
          double b2 = b[r + j2];
          double b3 = b[r + j3];
          c00 += a0 * b0;
          c01 += a0 * b1;
          c02 += a0 * b2;
          c03 += a0 * b3;
          c10 += a1 * b0;
          c11 += a1 * b1;
          c12 += a1 * b2;
          c13 += a1 * b3;
          r += ldb;
        }
        int at = co + i * ldc + j;
        addFew(last, alpha, c00, c01, c02, c03, c, at);
        if (i + 1 < m) {
          addFew(last, alpha, c10, c11, c12, c13, c, at + ldc);
        }
      }
    }
  }

  private static void addFew(
      int last, double alpha, double x0, double x1, double x2, double x3, double[] c, int at) {
    c[at] += alpha * x0;
    if (last > 0) {
      c[at + 1] += alpha * x1;
    }
    if (last > 1) {
      c[at + 2] += alpha * x2;
    }
    if (last > 2) {
      c[at + 3] += alpha * x3;
    }
  }
}
