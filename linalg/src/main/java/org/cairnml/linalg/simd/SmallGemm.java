package org.cairnml.linalg.simd;

import static org.cairnml.linalg.simd.Lanes.L;
import static org.cairnml.linalg.simd.Lanes.WIDE;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.cairnml.linalg.backend.FloatTwin;
import org.cairnml.linalg.scalar.NarrowGemm;

/** Products too small to be worth packing: C = alpha A B + C straight from the arrays. */
@FloatTwin
final class SmallGemm {
  // Columns in panels of two vectors, rows five at a time or four, so that few are left over; then
  // columns in single vectors. Where they do not fill the last one, it begins further left, and
  // what it has in common with the one before is stored unchanged.

  private static final double[] LANE_NUMBERS = laneNumbers();

  private SmallGemm() {}

  private static double[] laneNumbers() {
    double[] numbers = new double[L];
    for (int i = 0; i < L; i++) {
      numbers[i] = i;
    }
    return numbers;
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
      int co,
      int ldc) {
    if (n < L) {
      NarrowGemm.run(m, n, k, alpha, a, ao, lda, b, bo, ldb, c, co, ldc);
      return;
    }
    int panels = n - n % (2 * L);
    for (int j = 0; j < panels; j += 2 * L) {
      panel(m, k, alpha, a, ao, lda, b, bo + j, ldb, c, co + j, ldc);
    }
    for (int j = panels; j < n; j += L) {
      int at = Math.min(j, n - L);
      for (int i = 0; i < m; i += 4) {
        int rows = Math.min(4, m - i);
        int ai = ao + i * lda;
        half(rows, k, alpha, a, ai, lda, b, bo + at, ldb, j - at, c, co + i * ldc + at, ldc);
      }
    }
  }

  /** All rows of a panel. */
  private static void panel(
      int m,
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
    int fours = (5 - m % 5) % 5;
    int end = 4 * fours <= m ? m - 4 * fours : m - m % 5;
    int i = 0;
    for (; i < end; i += 5) {
      five(k, alpha, a, ao + i * lda, lda, b, bo, ldb, c, co + i * ldc, ldc);
    }
    for (; i < m; i += 4) {
      int rows = Math.min(4, m - i);
      four(rows, k, alpha, a, ao + i * lda, lda, b, bo, ldb, c, co + i * ldc, ldc);
    }
  }

  private static void five(
      int k,
      double alpha,
      double[] a,
      int q0,
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
    int q1 = q0 + lda;
    int q2 = q1 + lda;
    int q3 = q2 + lda;
    int q4 = q3 + lda;
    int r = bo;
    for (int p = 0; p < k; p++) {
      DoubleVector b0 = DoubleVector.fromArray(WIDE, b, r);
      DoubleVector b1 = DoubleVector.fromArray(WIDE, b, r + L);
      DoubleVector a0 = DoubleVector.broadcast(WIDE, a[q0 + p]);
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
    add(scale, c10, c, co + ldc);
    add(scale, c11, c, co + ldc + L);
    add(scale, c20, c, co + 2 * ldc);
    add(scale, c21, c, co + 2 * ldc + L);
    add(scale, c30, c, co + 3 * ldc);
    add(scale, c31, c, co + 3 * ldc + L);
    add(scale, c40, c, co + 4 * ldc);
    add(scale, c41, c, co + 4 * ldc + L);
  }

  /** Four rows or fewer; the last one is computed again in place of the missing ones. */
  private static void four(
      int rows,
      int k,
      double alpha,
      double[] a,
      int q0,
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
    int q1 = q0 + Math.min(1, rows - 1) * lda;
    int q2 = q0 + Math.min(2, rows - 1) * lda;
    int q3 = q0 + (rows - 1) * lda;
    int r = bo;
    for (int p = 0; p < k; p++) {
      DoubleVector b0 = DoubleVector.fromArray(WIDE, b, r);
      DoubleVector b1 = DoubleVector.fromArray(WIDE, b, r + L);
      DoubleVector a0 = DoubleVector.broadcast(WIDE, a[q0 + p]);
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
  }

  /** One vector of which the first numbers are skipped; rows as in {@link #four}. */
  private static void half(
      int rows,
      int k,
      double alpha,
      double[] a,
      int q0,
      int lda,
      double[] b,
      int bo,
      int ldb,
      int skipped,
      double[] c,
      int co,
      int ldc) {
    DoubleVector zero = DoubleVector.zero(WIDE);
    DoubleVector c0 = zero;
    DoubleVector c1 = zero;
    DoubleVector c2 = zero;
    DoubleVector c3 = zero;
    int q1 = q0 + Math.min(1, rows - 1) * lda;
    int q2 = q0 + Math.min(2, rows - 1) * lda;
    int q3 = q0 + (rows - 1) * lda;
    int r = bo;
    for (int p = 0; p < k; p++) {
      DoubleVector b0 = DoubleVector.fromArray(WIDE, b, r);
      c0 = DoubleVector.broadcast(WIDE, a[q0 + p]).fma(b0, c0);
      c1 = DoubleVector.broadcast(WIDE, a[q1 + p]).fma(b0, c1);
      c2 = DoubleVector.broadcast(WIDE, a[q2 + p]).fma(b0, c2);
      c3 = DoubleVector.broadcast(WIDE, a[q3 + p]).fma(b0, c3);
      r += ldb;
    }
    DoubleVector scale = DoubleVector.broadcast(WIDE, alpha);
    VectorMask<Double> last = from(skipped);
    add(scale, c0, last, c, co);
    if (rows > 1) {
      add(scale, c1, last, c, co + ldc);
    }
    if (rows > 2) {
      add(scale, c2, last, c, co + 2 * ldc);
    }
    if (rows > 3) {
      add(scale, c3, last, c, co + 3 * ldc);
    }
  }

  private static VectorMask<Double> from(int lane) {
    return DoubleVector.fromArray(WIDE, LANE_NUMBERS, 0).compare(VectorOperators.GE, lane);
  }

  private static void add(DoubleVector scale, DoubleVector x, double[] c, int co) {
    scale.fma(x, DoubleVector.fromArray(WIDE, c, co)).intoArray(c, co);
  }

  private static void add(
      DoubleVector scale, DoubleVector x, VectorMask<Double> wanted, double[] c, int co) {
    DoubleVector before = DoubleVector.fromArray(WIDE, c, co);
    before.blend(scale.fma(x, before), wanted).intoArray(c, co);
  }
}
