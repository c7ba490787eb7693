package org.cairnml.linalg.scalar;

import org.cairnml.linalg.backend.FloatTwin;

/** Products with a square matrix of two to four columns: C = alpha A B. */
@FloatTwin
public final class TinyGemm {
  // All of B is kept in local variables while the rows of A pass by.

  private TinyGemm() {}

  /** Whether a product with k steps and n columns is one that this serves. */
  public static boolean serves(int n, int k) {
    return n == k && n >= 2 && n <= 4;
  }

  /** C = alpha A B for A (m x n) and B (n x n). */
  public static void run(
      int m,
      int n,
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
    if (n == 2) {
      two(m, alpha, a, ao, lda, b, bo, ldb, c, co, ldc);
    } else if (n == 3) {
      three(m, alpha, a, ao, lda, b, bo, ldb, c, co, ldc);
    } else {
      four(m, alpha, a, ao, lda, b, bo, ldb, c, co, ldc);
    }
  }

  private static void two(
      int m,
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
    double b00 = b[bo];
    double b01 = b[bo + 1];
    int r1 = bo + ldb;
    double b10 = b[r1];
    double b11 = b[r1 + 1];
    int q = ao;
    int at = co;
    for (int i = 0; i < m; i++) {
      double a0 = a[q];
      double a1 = a[q + 1];
      c[at] = alpha * (a0 * b00 + a1 * b10);
      c[at + 1] = alpha * (a0 * b01 + a1 * b11);
      q += lda;
      at += ldc;
    }
  }

  private static void three(
      int m,
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
    double b00 = b[bo];
    double b01 = b[bo + 1];
    double b02 = b[bo + 2];
    int r1 = bo + ldb;
    double b10 = b[r1];
    double b11 = b[r1 + 1];
    double b12 = b[r1 + 2];
    int r2 = r1 + ldb;
    double b20 = b[r2];
    double b21 = b[r2 + 1];
    double b22 = b[r2 + 2];
    int q = ao;
    int at = co;
    for (int i = 0; i < m; i++) {
      double a0 = a[q];
      double a1 = a[q + 1];
      double a2 = a[q + 2];
      c[at] = alpha * (a0 * b00 + a1 * b10 + a2 * b20);
      c[at + 1] = alpha * (a0 * b01 + a1 * b11 + a2 * b21);
      c[at + 2] = alpha * (a0 * b02 + a1 * b12 + a2 * b22);
      q += lda;
      at += ldc;
    }
  }

  private static void four(
      int m,
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
    double b00 = b[bo];
    double b01 = b[bo + 1];
    double b02 = b[bo + 2];
    double b03 = b[bo + 3];
    int r1 = bo + ldb;
    double b10 = b[r1];
    double b11 = b[r1 + 1];
    double b12 = b[r1 + 2];
    double b13 = b[r1 + 3];
    int r2 = r1 + ldb;
    double b20 = b[r2];
    double b21 = b[r2 + 1];
    double b22 = b[r2 + 2];
    double b23 = b[r2 + 3];
    int r3 = r2 + ldb;
    double b30 = b[r3];
    double b31 = b[r3 + 1];
    double b32 = b[r3 + 2];
    double b33 = b[r3 + 3];
    int q = ao;
    int at = co;
    for (int i = 0; i < m; i++) {
      double a0 = a[q];
      double a1 = a[q + 1];
      double a2 = a[q + 2];
      double a3 = a[q + 3];
      c[at] = alpha * ((a0 * b00 + a1 * b10) + (a2 * b20 + a3 * b30));
      c[at + 1] = alpha * ((a0 * b01 + a1 * b11) + (a2 * b21 + a3 * b31));
      c[at + 2] = alpha * ((a0 * b02 + a1 * b12) + (a2 * b22 + a3 * b32));
      c[at + 3] = alpha * ((a0 * b03 + a1 * b13) + (a2 * b23 + a3 * b33));
      q += lda;
      at += ldc;
    }
  }
}
