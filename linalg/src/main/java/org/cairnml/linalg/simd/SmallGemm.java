package org.cairnml.linalg.simd;

import static org.cairnml.linalg.simd.Lanes.L;
import static org.cairnml.linalg.simd.Lanes.WIDE;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import org.cairnml.linalg.backend.FloatTwin;
import org.cairnml.linalg.scalar.NarrowGemm;
import org.cairnml.linalg.scalar.TinyGemm;
import org.cairnml.linalg.scalar.Workspace;

/** Products too small to be worth packing: C = alpha A B, or the same added to C. */
@FloatTwin
final class SmallGemm {
  // Columns in panels of two vectors, which overlap where there are too few columns: both are
  // computed before one is stored. The last panel may be a single vector. Rows five at a time or
  // four, so that few are left over. C is alpha A B + D, where D is C itself or a row of zeros.

  /** Multiplications up to which products of rows shorter than a vector are not packed. */
  private static final long NARROW = 48L * 48 * 48;

  /**
   * The same of longer rows. The addresses of five rows of A take time at each step, which only the
   * widest vectors leave.
   */
  private static final long WIDER = WIDE.vectorBitSize() < 512 ? NARROW : 1L << 20;

  /**
   * Steps from which on a panel of B is copied, so that its rows do not share cache lines' sets.
   */
  private static final int COPIED_STEPS = 49;

  /** Rows of A that a copied panel has to meet. */
  private static final int COPIED_ROWS = 32;

  private SmallGemm() {}

  /** Whether a product of this shape is one that this serves. */
  static boolean serves(int m, int n, int k) {
    return (long) m * n * k <= (n < L ? NARROW : WIDER);
  }

  static void run(
      Onto onto,
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
    if (onto == Onto.ZEROS && TinyGemm.serves(n, k)) {
      TinyGemm.run(m, n, alpha, a, ao, lda, b, bo, ldb, c, co, ldc);
    } else if (n >= L) {
      panels(onto, m, n, k, alpha, a, ao, lda, b, bo, ldb, c, co, ldc);
    } else if (onto == Onto.ZEROS && HalfVectorGemm.serves(m, n, k, ldc)) {
      HalfVectorGemm.run(m, n, k, alpha, a, ao, lda, b, bo, ldb, c, co);
    } else {
      for (int i = 0; i < m && onto == Onto.ZEROS; i++) {
        Arrays.fill(c, co + i * ldc, co + i * ldc + n, 0);
      }
      NarrowGemm.run(m, n, k, alpha, a, ao, lda, b, bo, ldb, c, co, ldc);
    }
  }

  private static void panels(
      Onto onto,
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
    boolean adds = onto == Onto.RESULT;
    double[] d = adds ? c : MicroKernel.ZEROS;
    int ldd = adds ? ldc : 0;
    double[] copy = k >= COPIED_STEPS && m >= COPIED_ROWS ? Workspace.take(2 * L * k) : null;
    int j = 0;
    while (j < n) {
      int dAt = adds ? co + j : 0;
      int left = n - j;
      if (left == L) {
        single(m, k, alpha, a, ao, lda, b, bo + j, ldb, d, dAt, ldd, c, co + j, ldc);
        j += L;
      } else {
        int gap = left <= 2 * L ? left - L : Math.min(L, left - 2 * L);
        if (copy == null) {
          panel(m, k, alpha, a, ao, lda, b, bo + j, ldb, gap, d, dAt, ldd, c, co + j, ldc);
        } else {
          Packing.vectors(k, gap, b, bo + j, ldb, copy, 0);
          panel(m, k, alpha, a, ao, lda, copy, 0, 2 * L, gap, d, dAt, ldd, c, co + j, ldc);
        }
        j += L + gap;
      }
    }
    if (copy != null) {
      Workspace.release(copy);
    }
  }

  /** The rows that are taken five at a time; the others are taken in fours. */
  private static int rowsInFives(int m) {
    int fours = (5 - m % 5) % 5;
    return 4 * fours <= m ? m - 4 * fours : m - m % 5;
  }

  /** All rows of a panel of two vectors, of which the second begins {@code gap} after the first. */
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
      int gap,
      double[] d,
      int dAt,
      int ldd,
      double[] c,
      int co,
      int ldc) {
    int end = rowsInFives(m);
    int i = 0;
    for (; i < end; i += 5) {
      fiveByTwo(
          k,
          alpha,
          a,
          ao + i * lda,
          lda,
          b,
          bo,
          ldb,
          gap,
          d,
          dAt + i * ldd,
          ldd,
          c,
          co + i * ldc,
          ldc);
    }
    for (; i < m; i += 4) {
      int rows = Math.min(4, m - i);
      fourByTwo(
          rows,
          k,
          alpha,
          a,
          ao + i * lda,
          lda,
          b,
          bo,
          ldb,
          gap,
          d,
          dAt + i * ldd,
          ldd,
          c,
          co + i * ldc,
          ldc);
    }
  }

  /** All rows of a panel of one vector. */
  private static void single(
      int m,
      int k,
      double alpha,
      double[] a,
      int ao,
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
    int end = rowsInFives(m);
    int i = 0;
    for (; i < end; i += 5) {
      fiveByOne(
          k, alpha, a, ao + i * lda, lda, b, bo, ldb, d, dAt + i * ldd, ldd, c, co + i * ldc, ldc);
    }
    for (; i < m; i += 4) {
      int rows = Math.min(4, m - i);
      fourByOne(
          rows,
          k,
          alpha,
          a,
          ao + i * lda,
          lda,
          b,
          bo,
          ldb,
          d,
          dAt + i * ldd,
          ldd,
          c,
          co + i * ldc,
          ldc);
    }
  }

  /** Five rows, two vectors. */
  private static void fiveByTwo(
      int k,
      double alpha,
      double[] a,
      int q0,
      int lda,
      double[] b,
      int bo,
      int ldb,
      int gap,
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
      DoubleVector b1 = DoubleVector.fromArray(WIDE, b, r + gap);
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
    store(scale, c00, c01, gap, d, dAt, c, co);
    store(scale, c10, c11, gap, d, dAt + ldd, c, co + ldc);
    store(scale, c20, c21, gap, d, dAt + 2 * ldd, c, co + 2 * ldc);
    store(scale, c30, c31, gap, d, dAt + 3 * ldd, c, co + 3 * ldc);
    store(scale, c40, c41, gap, d, dAt + 4 * ldd, c, co + 4 * ldc);
  }

  /** Four rows or fewer; the last one is computed again in place of the missing ones. */
  private static void fourByTwo(
      int rows,
      int k,
      double alpha,
      double[] a,
      int q0,
      int lda,
      double[] b,
      int bo,
      int ldb,
      int gap,
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
      DoubleVector b1 = DoubleVector.fromArray(WIDE, b, r + gap);
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
    store(scale, c00, c01, gap, d, dAt, c, co);
    if (rows > 1) {
      store(scale, c10, c11, gap, d, dAt + ldd, c, co + ldc);
    }
    if (rows > 2) {
      store(scale, c20, c21, gap, d, dAt + 2 * ldd, c, co + 2 * ldc);
    }
    if (rows > 3) {
      store(scale, c30, c31, gap, d, dAt + 3 * ldd, c, co + 3 * ldc);
    }
  }

  /** Five rows, one vector. */
  private static void fiveByOne(
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
    DoubleVector c0 = zero;
    DoubleVector c1 = zero;
    DoubleVector c2 = zero;
    DoubleVector c3 = zero;
    DoubleVector c4 = zero;
    int q1 = q0 + lda;
    int q2 = q1 + lda;
    int q3 = q2 + lda;
    int q4 = q3 + lda;
    int r = bo;
    for (int p = 0; p < k; p++) {
      DoubleVector b0 = DoubleVector.fromArray(WIDE, b, r);
      c0 = DoubleVector.broadcast(WIDE, a[q0 + p]).fma(b0, c0);
      c1 = DoubleVector.broadcast(WIDE, a[q1 + p]).fma(b0, c1);
      c2 = DoubleVector.broadcast(WIDE, a[q2 + p]).fma(b0, c2);
      c3 = DoubleVector.broadcast(WIDE, a[q3 + p]).fma(b0, c3);
      c4 = DoubleVector.broadcast(WIDE, a[q4 + p]).fma(b0, c4);
      r += ldb;
    }
    DoubleVector scale = DoubleVector.broadcast(WIDE, alpha);
    store(scale, c0, d, dAt, c, co);
    store(scale, c1, d, dAt + ldd, c, co + ldc);
    store(scale, c2, d, dAt + 2 * ldd, c, co + 2 * ldc);
    store(scale, c3, d, dAt + 3 * ldd, c, co + 3 * ldc);
    store(scale, c4, d, dAt + 4 * ldd, c, co + 4 * ldc);
  }

  /** Four rows or fewer, one vector. */
  private static void fourByOne(
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
    DoubleVector c0 = zero;
    DoubleVector c1 = zero;
    DoubleVector c2 = zero;
    DoubleVector c3 = zero;
    int q1 = q0 + Math.min(1, rows - 1) * lda;
    int q2 = q0 + Math.min(2, rows - 1) * lda;
    int q3 = q0 + Math.min(3, rows - 1) * lda;
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
    store(scale, c0, d, dAt, c, co);
    if (rows > 1) {
      store(scale, c1, d, dAt + ldd, c, co + ldc);
    }
    if (rows > 2) {
      store(scale, c2, d, dAt + 2 * ldd, c, co + 2 * ldc);
    }
    if (rows > 3) {
      store(scale, c3, d, dAt + 3 * ldd, c, co + 3 * ldc);
    }
  }

  private static void store(
      DoubleVector scale,
      DoubleVector x,
      DoubleVector y,
      int gap,
      double[] d,
      int dAt,
      double[] c,
      int co) {
    DoubleVector u = scale.fma(x, DoubleVector.fromArray(WIDE, d, dAt));
    DoubleVector v = scale.fma(y, DoubleVector.fromArray(WIDE, d, dAt + gap));
    u.intoArray(c, co);
    v.intoArray(c, co + gap);
  }

  private static void store(
      DoubleVector scale, DoubleVector x, double[] d, int dAt, double[] c, int co) {
    scale.fma(x, DoubleVector.fromArray(WIDE, d, dAt)).intoArray(c, co);
  }
}
