package org.cairnml.linalg.simd;

import static org.cairnml.linalg.simd.Lanes.L;
import static org.cairnml.linalg.simd.Lanes.WIDE;
import static org.cairnml.linalg.simd.Level1.load;

import jdk.incubator.vector.DoubleVector;
import org.cairnml.linalg.backend.FloatTwin;

/** y = alpha A' x + y where the rows of A are short: the sums of columns stay in registers. */
@FloatTwin
final class ShortRows {
  // Columns are taken by eight, four or two vectors, over many rows. The last vector of a row
  // begins further left, and may stand in for one that is missing: in columns that two vectors have
  // in common, both have the same sums, and all of y is loaded before any of it is stored.

  /** Columns at most: longer rows are better read from left to right (decision 0023). */
  private static final int WIDEST = 32 * L;

  /** Rows of a sum at a time, for the reason given in {@link Level1}. */
  private static final int ROWS = 64;

  private ShortRows() {}

  static boolean serves(int n) {
    return n >= L && n <= WIDEST;
  }

  /** y = alpha A' x + y for A (m x n). */
  static void gemvTransposed(
      int m,
      int n,
      double alpha,
      double[] a,
      int ao,
      int lda,
      double[] x,
      int xo,
      double[] y,
      int yo) {
    for (int i = 0; i < m; i += ROWS) {
      add(Math.min(ROWS, m - i), n, alpha, a, ao + i * lda, lda, x, xo + i, y, yo);
    }
  }

  private static void add(
      int m,
      int n,
      double alpha,
      double[] a,
      int ao,
      int lda,
      double[] x,
      int xo,
      double[] y,
      int yo) {
    int done = 0;
    for (; n - done == 8 * L || n - done >= 9 * L; done += 8 * L) {
      eight(m, alpha, a, ao + done, lda, x, xo, y, yo + done);
    }
    int vectors = (n - done + L - 1) / L;
    int groups = (vectors + 3) / 4;
    for (int group = 0; group < groups; group++) {
      int from = done + vectors * group / groups * L;
      int width = Math.min(n, done + vectors * (group + 1) / groups * L) - from;
      if (width > 2 * L) {
        four(m, width, alpha, a, ao + from, lda, x, xo, y, yo + from);
      } else {
        two(m, width, alpha, a, ao + from, lda, x, xo, y, yo + from);
      }
    }
  }

  private static void eight(
      int m, double alpha, double[] a, int ao, int lda, double[] x, int xo, double[] y, int yo) {
    DoubleVector s0 = DoubleVector.zero(WIDE);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    DoubleVector s4 = s0;
    DoubleVector s5 = s0;
    DoubleVector s6 = s0;
    DoubleVector s7 = s0;
    int at = ao;
    for (int i = 0; i < m; i++) {
      DoubleVector v = DoubleVector.broadcast(WIDE, x[xo + i]);
      s0 = load(a, at).fma(v, s0);
      s1 = load(a, at + L).fma(v, s1);
      s2 = load(a, at + 2 * L).fma(v, s2);
      s3 = load(a, at + 3 * L).fma(v, s3);
      s4 = load(a, at + 4 * L).fma(v, s4);
      s5 = load(a, at + 5 * L).fma(v, s5);
      s6 = load(a, at + 6 * L).fma(v, s6);
      s7 = load(a, at + 7 * L).fma(v, s7);
      at += lda;
    }
    DoubleVector scale = DoubleVector.broadcast(WIDE, alpha);
    s0.fma(scale, load(y, yo)).intoArray(y, yo);
    s1.fma(scale, load(y, yo + L)).intoArray(y, yo + L);
    s2.fma(scale, load(y, yo + 2 * L)).intoArray(y, yo + 2 * L);
    s3.fma(scale, load(y, yo + 3 * L)).intoArray(y, yo + 3 * L);
    s4.fma(scale, load(y, yo + 4 * L)).intoArray(y, yo + 4 * L);
    s5.fma(scale, load(y, yo + 5 * L)).intoArray(y, yo + 5 * L);
    s6.fma(scale, load(y, yo + 6 * L)).intoArray(y, yo + 6 * L);
    s7.fma(scale, load(y, yo + 7 * L)).intoArray(y, yo + 7 * L);
  }

  /** More than 2 L columns, at most 4 L. */
  private static void four(
      int m,
      int width,
      double alpha,
      double[] a,
      int ao,
      int lda,
      double[] x,
      int xo,
      double[] y,
      int yo) {
    DoubleVector s0 = DoubleVector.zero(WIDE);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    int last = width - L;
    int third = Math.min(2 * L, last);
    int at = ao;
    for (int i = 0; i < m; i++) {
      DoubleVector v = DoubleVector.broadcast(WIDE, x[xo + i]);
      s0 = load(a, at).fma(v, s0);
      s1 = load(a, at + L).fma(v, s1);
      s2 = load(a, at + third).fma(v, s2);
      s3 = load(a, at + last).fma(v, s3);
      at += lda;
    }
    DoubleVector scale = DoubleVector.broadcast(WIDE, alpha);
    s0 = s0.fma(scale, load(y, yo));
    s1 = s1.fma(scale, load(y, yo + L));
    s2 = s2.fma(scale, load(y, yo + third));
    s3 = s3.fma(scale, load(y, yo + last));
    s0.intoArray(y, yo);
    s1.intoArray(y, yo + L);
    s2.intoArray(y, yo + third);
    s3.intoArray(y, yo + last);
  }

  /** L to 2 L columns, in four sums, as two would wait for each other. */
  private static void two(
      int m,
      int width,
      double alpha,
      double[] a,
      int ao,
      int lda,
      double[] x,
      int xo,
      double[] y,
      int yo) {
    DoubleVector s0 = DoubleVector.zero(WIDE);
    DoubleVector s1 = s0;
    DoubleVector t0 = s0;
    DoubleVector t1 = s0;
    int last = width - L;
    int at = ao;
    int i = 0;
    for (; i < m - 1; i += 2) {
      DoubleVector even = DoubleVector.broadcast(WIDE, x[xo + i]);
      s0 = load(a, at).fma(even, s0);
      s1 = load(a, at + last).fma(even, s1);
      at += lda;
      DoubleVector odd = DoubleVector.broadcast(WIDE, x[xo + i + 1]);
      t0 = load(a, at).fma(odd, t0);
      t1 = load(a, at + last).fma(odd, t1);
      at += lda;
    }
    if (i < m) {
      DoubleVector even = DoubleVector.broadcast(WIDE, x[xo + i]);
      s0 = load(a, at).fma(even, s0);
      s1 = load(a, at + last).fma(even, s1);
    }
    DoubleVector scale = DoubleVector.broadcast(WIDE, alpha);
    s0 = s0.add(t0).fma(scale, load(y, yo));
    s1 = s1.add(t1).fma(scale, load(y, yo + last));
    s0.intoArray(y, yo);
    s1.intoArray(y, yo + last);
  }
}
