package org.cairnml.linalg.simd;

import static org.cairnml.linalg.simd.Lanes.L;
import static org.cairnml.linalg.simd.Lanes.WIDE;

import jdk.incubator.vector.DoubleVector;
import org.cairnml.linalg.backend.FloatTwin;

/**
 * C = alpha A B + D on a few rows of one, two or three vectors, with A and B where they are. The
 * last vector begins {@code last} after the first and may overlap the one before it.
 */
@FloatTwin
final class SmallTiles {
  // The last of fewer than four rows is computed again in place of the missing ones. All of D is
  // read before C is written, since they may be the same. With alpha 1 and rows of D that do not
  // advance, which are zeros, the sums are stored as they are: as many fused multiply-adds less as
  // a step has.

  private SmallTiles() {}

  /** Five rows, three vectors. */
  static void fiveByThree(
      int k,
      double alpha,
      double[] a,
      int q0,
      int lda,
      double[] b,
      int bo,
      int ldb,
      int last,
      double[] d,
      int dAt,
      int ldd,
      double[] c,
      int co,
      int ldc) {
    DoubleVector zero = DoubleVector.zero(WIDE);
    DoubleVector c00 = zero;
    DoubleVector c01 = zero;
    DoubleVector c02 = zero;
    DoubleVector c10 = zero;
    DoubleVector c11 = zero;
    DoubleVector c12 = zero;
    DoubleVector c20 = zero;
    DoubleVector c21 = zero;
    DoubleVector c22 = zero;
    DoubleVector c30 = zero;
    DoubleVector c31 = zero;
    DoubleVector c32 = zero;
    DoubleVector c40 = zero;
    DoubleVector c41 = zero;
    DoubleVector c42 = zero;
    int q1 = q0 + lda;
    int q2 = q1 + lda;
    int q3 = q2 + lda;
    int q4 = q3 + lda;
    int r = bo;
    for (int p = 0; p < k; p++) {
      DoubleVector b0 = DoubleVector.fromArray(WIDE, b, r);
      DoubleVector b1 = DoubleVector.fromArray(WIDE, b, r + L);
      DoubleVector b2 = DoubleVector.fromArray(WIDE, b, r + last);
      DoubleVector a0 = DoubleVector.broadcast(WIDE, a[q0 + p]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      c02 = a0.fma(b2, c02);
      DoubleVector a1 = DoubleVector.broadcast(WIDE, a[q1 + p]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      c12 = a1.fma(b2, c12);
      DoubleVector a2 = DoubleVector.broadcast(WIDE, a[q2 + p]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      c22 = a2.fma(b2, c22);
      DoubleVector a3 = DoubleVector.broadcast(WIDE, a[q3 + p]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      c32 = a3.fma(b2, c32);
      DoubleVector a4 = DoubleVector.broadcast(WIDE, a[q4 + p]);
      c40 = a4.fma(b0, c40);
      c41 = a4.fma(b1, c41);
      c42 = a4.fma(b2, c42);
      r += ldb;
    }
    if (alpha != 1 || ldd != 0) {
      DoubleVector scale = DoubleVector.broadcast(WIDE, alpha);
      c00 = scale.fma(c00, DoubleVector.fromArray(WIDE, d, dAt));
      c01 = scale.fma(c01, DoubleVector.fromArray(WIDE, d, dAt + L));
      c02 = scale.fma(c02, DoubleVector.fromArray(WIDE, d, dAt + last));
      c10 = scale.fma(c10, DoubleVector.fromArray(WIDE, d, dAt + ldd));
      c11 = scale.fma(c11, DoubleVector.fromArray(WIDE, d, dAt + ldd + L));
      c12 = scale.fma(c12, DoubleVector.fromArray(WIDE, d, dAt + ldd + last));
      c20 = scale.fma(c20, DoubleVector.fromArray(WIDE, d, dAt + 2 * ldd));
      c21 = scale.fma(c21, DoubleVector.fromArray(WIDE, d, dAt + 2 * ldd + L));
      c22 = scale.fma(c22, DoubleVector.fromArray(WIDE, d, dAt + 2 * ldd + last));
      c30 = scale.fma(c30, DoubleVector.fromArray(WIDE, d, dAt + 3 * ldd));
      c31 = scale.fma(c31, DoubleVector.fromArray(WIDE, d, dAt + 3 * ldd + L));
      c32 = scale.fma(c32, DoubleVector.fromArray(WIDE, d, dAt + 3 * ldd + last));
      c40 = scale.fma(c40, DoubleVector.fromArray(WIDE, d, dAt + 4 * ldd));
      c41 = scale.fma(c41, DoubleVector.fromArray(WIDE, d, dAt + 4 * ldd + L));
      c42 = scale.fma(c42, DoubleVector.fromArray(WIDE, d, dAt + 4 * ldd + last));
    }
    c00.intoArray(c, co);
    c01.intoArray(c, co + L);
    c02.intoArray(c, co + last);
    c10.intoArray(c, co + ldc);
    c11.intoArray(c, co + ldc + L);
    c12.intoArray(c, co + ldc + last);
    c20.intoArray(c, co + 2 * ldc);
    c21.intoArray(c, co + 2 * ldc + L);
    c22.intoArray(c, co + 2 * ldc + last);
    c30.intoArray(c, co + 3 * ldc);
    c31.intoArray(c, co + 3 * ldc + L);
    c32.intoArray(c, co + 3 * ldc + last);
    c40.intoArray(c, co + 4 * ldc);
    c41.intoArray(c, co + 4 * ldc + L);
    c42.intoArray(c, co + 4 * ldc + last);
  }

  /** Four rows or fewer, three vectors. */
  static void fourByThree(
      int rows,
      int k,
      double alpha,
      double[] a,
      int q0,
      int lda,
      double[] b,
      int bo,
      int ldb,
      int last,
      double[] d,
      int dAt,
      int ldd,
      double[] c,
      int co,
      int ldc) {
    DoubleVector zero = DoubleVector.zero(WIDE);
    DoubleVector c00 = zero;
    DoubleVector c01 = zero;
    DoubleVector c02 = zero;
    DoubleVector c10 = zero;
    DoubleVector c11 = zero;
    DoubleVector c12 = zero;
    DoubleVector c20 = zero;
    DoubleVector c21 = zero;
    DoubleVector c22 = zero;
    DoubleVector c30 = zero;
    DoubleVector c31 = zero;
    DoubleVector c32 = zero;
    int q1 = q0 + Math.min(1, rows - 1) * lda;
    int q2 = q0 + Math.min(2, rows - 1) * lda;
    int q3 = q0 + Math.min(3, rows - 1) * lda;
    int r = bo;
    for (int p = 0; p < k; p++) {
      DoubleVector b0 = DoubleVector.fromArray(WIDE, b, r);
      DoubleVector b1 = DoubleVector.fromArray(WIDE, b, r + L);
      DoubleVector b2 = DoubleVector.fromArray(WIDE, b, r + last);
      DoubleVector a0 = DoubleVector.broadcast(WIDE, a[q0 + p]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      c02 = a0.fma(b2, c02);
      DoubleVector a1 = DoubleVector.broadcast(WIDE, a[q1 + p]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      c12 = a1.fma(b2, c12);
      DoubleVector a2 = DoubleVector.broadcast(WIDE, a[q2 + p]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      c22 = a2.fma(b2, c22);
      DoubleVector a3 = DoubleVector.broadcast(WIDE, a[q3 + p]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      c32 = a3.fma(b2, c32);
      r += ldb;
    }
    if (alpha != 1 || ldd != 0) {
      DoubleVector scale = DoubleVector.broadcast(WIDE, alpha);
      int s1 = Math.min(1, rows - 1) * ldd + dAt;
      int s2 = Math.min(2, rows - 1) * ldd + dAt;
      int s3 = Math.min(3, rows - 1) * ldd + dAt;
      c00 = scale.fma(c00, DoubleVector.fromArray(WIDE, d, dAt));
      c01 = scale.fma(c01, DoubleVector.fromArray(WIDE, d, dAt + L));
      c02 = scale.fma(c02, DoubleVector.fromArray(WIDE, d, dAt + last));
      c10 = scale.fma(c10, DoubleVector.fromArray(WIDE, d, s1));
      c11 = scale.fma(c11, DoubleVector.fromArray(WIDE, d, s1 + L));
      c12 = scale.fma(c12, DoubleVector.fromArray(WIDE, d, s1 + last));
      c20 = scale.fma(c20, DoubleVector.fromArray(WIDE, d, s2));
      c21 = scale.fma(c21, DoubleVector.fromArray(WIDE, d, s2 + L));
      c22 = scale.fma(c22, DoubleVector.fromArray(WIDE, d, s2 + last));
      c30 = scale.fma(c30, DoubleVector.fromArray(WIDE, d, s3));
      c31 = scale.fma(c31, DoubleVector.fromArray(WIDE, d, s3 + L));
      c32 = scale.fma(c32, DoubleVector.fromArray(WIDE, d, s3 + last));
    }
    c00.intoArray(c, co);
    c01.intoArray(c, co + L);
    c02.intoArray(c, co + last);
    if (rows > 1) {
      c10.intoArray(c, co + ldc);
      c11.intoArray(c, co + ldc + L);
      c12.intoArray(c, co + ldc + last);
    }
    if (rows > 2) {
      c20.intoArray(c, co + 2 * ldc);
      c21.intoArray(c, co + 2 * ldc + L);
      c22.intoArray(c, co + 2 * ldc + last);
    }
    if (rows > 3) {
      c30.intoArray(c, co + 3 * ldc);
      c31.intoArray(c, co + 3 * ldc + L);
      c32.intoArray(c, co + 3 * ldc + last);
    }
  }

  /** Five rows, two vectors. */
  static void fiveByTwo(
      int k,
      double alpha,
      double[] a,
      int q0,
      int lda,
      double[] b,
      int bo,
      int ldb,
      int last,
      double[] d,
      int dAt,
      int ldd,
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
      DoubleVector b1 = DoubleVector.fromArray(WIDE, b, r + last);
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
    if (alpha != 1 || ldd != 0) {
      DoubleVector scale = DoubleVector.broadcast(WIDE, alpha);
      c00 = scale.fma(c00, DoubleVector.fromArray(WIDE, d, dAt));
      c01 = scale.fma(c01, DoubleVector.fromArray(WIDE, d, dAt + last));
      c10 = scale.fma(c10, DoubleVector.fromArray(WIDE, d, dAt + ldd));
      c11 = scale.fma(c11, DoubleVector.fromArray(WIDE, d, dAt + ldd + last));
      c20 = scale.fma(c20, DoubleVector.fromArray(WIDE, d, dAt + 2 * ldd));
      c21 = scale.fma(c21, DoubleVector.fromArray(WIDE, d, dAt + 2 * ldd + last));
      c30 = scale.fma(c30, DoubleVector.fromArray(WIDE, d, dAt + 3 * ldd));
      c31 = scale.fma(c31, DoubleVector.fromArray(WIDE, d, dAt + 3 * ldd + last));
      c40 = scale.fma(c40, DoubleVector.fromArray(WIDE, d, dAt + 4 * ldd));
      c41 = scale.fma(c41, DoubleVector.fromArray(WIDE, d, dAt + 4 * ldd + last));
    }
    c00.intoArray(c, co);
    c01.intoArray(c, co + last);
    c10.intoArray(c, co + ldc);
    c11.intoArray(c, co + ldc + last);
    c20.intoArray(c, co + 2 * ldc);
    c21.intoArray(c, co + 2 * ldc + last);
    c30.intoArray(c, co + 3 * ldc);
    c31.intoArray(c, co + 3 * ldc + last);
    c40.intoArray(c, co + 4 * ldc);
    c41.intoArray(c, co + 4 * ldc + last);
  }

  /** Four rows or fewer, two vectors. */
  static void fourByTwo(
      int rows,
      int k,
      double alpha,
      double[] a,
      int q0,
      int lda,
      double[] b,
      int bo,
      int ldb,
      int last,
      double[] d,
      int dAt,
      int ldd,
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
    int q3 = q0 + Math.min(3, rows - 1) * lda;
    int r = bo;
    for (int p = 0; p < k; p++) {
      DoubleVector b0 = DoubleVector.fromArray(WIDE, b, r);
      DoubleVector b1 = DoubleVector.fromArray(WIDE, b, r + last);
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
    if (alpha != 1 || ldd != 0) {
      DoubleVector scale = DoubleVector.broadcast(WIDE, alpha);
      int s1 = Math.min(1, rows - 1) * ldd + dAt;
      int s2 = Math.min(2, rows - 1) * ldd + dAt;
      int s3 = Math.min(3, rows - 1) * ldd + dAt;
      c00 = scale.fma(c00, DoubleVector.fromArray(WIDE, d, dAt));
      c01 = scale.fma(c01, DoubleVector.fromArray(WIDE, d, dAt + last));
      c10 = scale.fma(c10, DoubleVector.fromArray(WIDE, d, s1));
      c11 = scale.fma(c11, DoubleVector.fromArray(WIDE, d, s1 + last));
      c20 = scale.fma(c20, DoubleVector.fromArray(WIDE, d, s2));
      c21 = scale.fma(c21, DoubleVector.fromArray(WIDE, d, s2 + last));
      c30 = scale.fma(c30, DoubleVector.fromArray(WIDE, d, s3));
      c31 = scale.fma(c31, DoubleVector.fromArray(WIDE, d, s3 + last));
    }
    c00.intoArray(c, co);
    c01.intoArray(c, co + last);
    if (rows > 1) {
      c10.intoArray(c, co + ldc);
      c11.intoArray(c, co + ldc + last);
    }
    if (rows > 2) {
      c20.intoArray(c, co + 2 * ldc);
      c21.intoArray(c, co + 2 * ldc + last);
    }
    if (rows > 3) {
      c30.intoArray(c, co + 3 * ldc);
      c31.intoArray(c, co + 3 * ldc + last);
    }
  }

  /** Four rows or fewer, one vector. */
  static void fourByOne(
      int rows,
      int k,
      double alpha,
      double[] a,
      int q0,
      int lda,
      double[] b,
      int bo,
      int ldb,
      double[] d,
      int dAt,
      int ldd,
      double[] c,
      int co,
      int ldc) {
    DoubleVector zero = DoubleVector.zero(WIDE);
    DoubleVector c00 = zero;
    DoubleVector c10 = zero;
    DoubleVector c20 = zero;
    DoubleVector c30 = zero;
    int q1 = q0 + Math.min(1, rows - 1) * lda;
    int q2 = q0 + Math.min(2, rows - 1) * lda;
    int q3 = q0 + Math.min(3, rows - 1) * lda;
    int r = bo;
    for (int p = 0; p < k; p++) {
      DoubleVector b0 = DoubleVector.fromArray(WIDE, b, r);
      DoubleVector a0 = DoubleVector.broadcast(WIDE, a[q0 + p]);
      c00 = a0.fma(b0, c00);
      DoubleVector a1 = DoubleVector.broadcast(WIDE, a[q1 + p]);
      c10 = a1.fma(b0, c10);
      DoubleVector a2 = DoubleVector.broadcast(WIDE, a[q2 + p]);
      c20 = a2.fma(b0, c20);
      DoubleVector a3 = DoubleVector.broadcast(WIDE, a[q3 + p]);
      c30 = a3.fma(b0, c30);
      r += ldb;
    }
    if (alpha != 1 || ldd != 0) {
      DoubleVector scale = DoubleVector.broadcast(WIDE, alpha);
      int s1 = Math.min(1, rows - 1) * ldd + dAt;
      int s2 = Math.min(2, rows - 1) * ldd + dAt;
      int s3 = Math.min(3, rows - 1) * ldd + dAt;
      c00 = scale.fma(c00, DoubleVector.fromArray(WIDE, d, dAt));
      c10 = scale.fma(c10, DoubleVector.fromArray(WIDE, d, s1));
      c20 = scale.fma(c20, DoubleVector.fromArray(WIDE, d, s2));
      c30 = scale.fma(c30, DoubleVector.fromArray(WIDE, d, s3));
    }
    c00.intoArray(c, co);
    if (rows > 1) {
      c10.intoArray(c, co + ldc);
    }
    if (rows > 2) {
      c20.intoArray(c, co + 2 * ldc);
    }
    if (rows > 3) {
      c30.intoArray(c, co + 3 * ldc);
    }
  }
}
