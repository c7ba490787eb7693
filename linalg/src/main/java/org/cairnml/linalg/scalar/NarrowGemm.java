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
      int q = ao + i * lda;
      int at = co + i * ldc;
      boolean two = i + 1 < m;
      int j = 0;
      for (; two && j <= n - 4; j += 4) {
        tile(k, alpha, a, q, lda, b, bo + j, ldb, c, at + j, ldc);
      }
      for (; j < n; j += 4) {
        int last = Math.min(3, n - 1 - j);
        edge(last, two ? lda : 0, two ? ldc : 0, k, alpha, a, q, b, bo + j, ldb, c, at + j);
      }
    }
  }

  private static void tile(
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
    double c00 = 0;
    double c01 = 0;
    double c02 = 0;
    double c03 = 0;
    double c10 = 0;
    double c11 = 0;
    double c12 = 0;
    double c13 = 0;
    int r = bo;
    int q = ao + lda;
    for (int p = 0; p < k; p++) {
      double a0 = a[ao + p];
      double a1 = a[q + p];
      double b0 = b[r];
      double b1 = b[r + 1];
      double b2 = b[r + 2];
      double b3 = b[r + 3];
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
    c[co] += alpha * c00;
    c[co + 1] += alpha * c01;
    c[co + 2] += alpha * c02;
    c[co + 3] += alpha * c03;
    int below = co + ldc;
    c[below] += alpha * c10;
    c[below + 1] += alpha * c11;
    c[below + 2] += alpha * c12;
    c[below + 3] += alpha * c13;
  }

  /** Fewer columns, of which {@code last} is the last, or one row: then the steps are 0. */
  private static void edge(
      int last,
      int stepA,
      int stepC,
      int k,
      double alpha,
      double[] a,
      int ao,
      double[] b,
      int bo,
      int ldb,
      double[] c,
      int co) {
    int j1 = Math.min(1, last);
    int j2 = Math.min(2, last);
    double c00 = 0;
    double c01 = 0;
    double c02 = 0;
    double c03 = 0;
    double c10 = 0;
    double c11 = 0;
    double c12 = 0;
    double c13 = 0;
    int r = bo;
    int q = ao + stepA;
    for (int p = 0; p < k; p++) {
      double a0 = a[ao + p];
      double a1 = a[q + p];
      double b0 = b[r];
      double b1 = b[r + j1];
      double b2 = b[r + j2];
      double b3 = b[r + last];
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
    add(last, alpha, c00, c01, c02, c03, c, co);
    if (stepC > 0) {
      add(last, alpha, c10, c11, c12, c13, c, co + stepC);
    }
  }

  private static void add(
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
