package org.cairnml.linalg.scalar;

import org.cairnml.linalg.backend.FloatTwin;

/** Small products in scalars: 4 x 4 numbers of C at a time, with A and B where they are. */
@FloatTwin
public final class NarrowGemm {
  // The last of fewer than four rows is computed again in place of the missing ones. Columns that
  // are left over from fours are computed one by one.

  private NarrowGemm() {}

  /** C = alpha A B + beta C for A (m x k) and B (k x n); with beta = 0, C is not read. */
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
      double beta,
      double[] c,
      int co,
      int ldc) {
    for (int i = 0; i < m; i += 4) {
      int rows = Math.min(4, m - i);
      int q = ao + i * lda;
      int at = co + i * ldc;
      int j = 0;
      for (; j <= n - 4; j += 4) {
        tile(rows, k, alpha, a, q, lda, b, bo + j, ldb, beta, c, at + j, ldc);
      }
      for (; j < n; j++) {
        column(rows, k, alpha, a, q, lda, b, bo + j, ldb, beta, c, at + j, ldc);
      }
    }
  }

  /** Four rows or fewer, four columns. */
  private static void tile(
      int rows,
      int k,
      double alpha,
      double[] a,
      int q0,
      int lda,
      double[] b,
      int bo,
      int ldb,
      double beta,
      double[] c,
      int co,
      int ldc) {
    double c00 = 0;
    double c01 = 0;
    double c02 = 0;
    double c03 = 0;
    double c10 = 0;
    double c11 = 0;
    double c12 = 0;
    double c13 = 0;
    double c20 = 0;
    double c21 = 0;
    double c22 = 0;
    double c23 = 0;
    double c30 = 0;
    double c31 = 0;
    double c32 = 0;
    double c33 = 0;
    int q1 = q0 + Math.min(1, rows - 1) * lda;
    int q2 = q0 + Math.min(2, rows - 1) * lda;
    int q3 = q0 + Math.min(3, rows - 1) * lda;
    int r = bo;
    for (int p = 0; p < k; p++) {
      double b0 = b[r];
      double b1 = b[r + 1];
      double b2 = b[r + 2];
      double b3 = b[r + 3];
      double a0 = a[q0 + p];
      c00 += a0 * b0;
      c01 += a0 * b1;
      c02 += a0 * b2;
      c03 += a0 * b3;
      double a1 = a[q1 + p];
      c10 += a1 * b0;
      c11 += a1 * b1;
      c12 += a1 * b2;
      c13 += a1 * b3;
      double a2 = a[q2 + p];
      c20 += a2 * b0;
      c21 += a2 * b1;
      c22 += a2 * b2;
      c23 += a2 * b3;
      double a3 = a[q3 + p];
      c30 += a3 * b0;
      c31 += a3 * b1;
      c32 += a3 * b2;
      c33 += a3 * b3;
      r += ldb;
    }
    store(alpha, c00, c01, c02, c03, beta, c, co);
    if (rows > 1) {
      store(alpha, c10, c11, c12, c13, beta, c, co + ldc);
    }
    if (rows > 2) {
      store(alpha, c20, c21, c22, c23, beta, c, co + 2 * ldc);
    }
    if (rows > 3) {
      store(alpha, c30, c31, c32, c33, beta, c, co + 3 * ldc);
    }
  }

  private static void store(
      double alpha, double x0, double x1, double x2, double x3, double beta, double[] c, int at) {
    store(alpha, x0, beta, c, at);
    store(alpha, x1, beta, c, at + 1);
    store(alpha, x2, beta, c, at + 2);
    store(alpha, x3, beta, c, at + 3);
  }

  /** Four rows or fewer, one column. */
  private static void column(
      int rows,
      int k,
      double alpha,
      double[] a,
      int q0,
      int lda,
      double[] b,
      int bo,
      int ldb,
      double beta,
      double[] c,
      int co,
      int ldc) {
    double c0 = 0;
    double c1 = 0;
    double c2 = 0;
    double c3 = 0;
    int q1 = q0 + Math.min(1, rows - 1) * lda;
    int q2 = q0 + Math.min(2, rows - 1) * lda;
    int q3 = q0 + Math.min(3, rows - 1) * lda;
    int r = bo;
    for (int p = 0; p < k; p++) {
      double b0 = b[r];
      c0 += a[q0 + p] * b0;
      c1 += a[q1 + p] * b0;
      c2 += a[q2 + p] * b0;
      c3 += a[q3 + p] * b0;
      r += ldb;
    }
    store(alpha, c0, beta, c, co);
    if (rows > 1) {
      store(alpha, c1, beta, c, co + ldc);
    }
    if (rows > 2) {
      store(alpha, c2, beta, c, co + 2 * ldc);
    }
    if (rows > 3) {
      store(alpha, c3, beta, c, co + 3 * ldc);
    }
  }

  private static void store(double alpha, double sum, double beta, double[] c, int at) {
    double product = alpha * sum;
    c[at] = beta == 0 ? product : product + beta * c[at];
  }
}
