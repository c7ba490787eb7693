package org.cairnml.linalg.simd;

import static org.cairnml.linalg.simd.Lanes.L;
import static org.cairnml.linalg.simd.Lanes.WIDE;

import jdk.incubator.vector.DoubleVector;
import org.cairnml.linalg.backend.FloatTwin;

/**
 * C = alpha A B where all of B stays in registers while the rows of A pass by: five to eight steps,
 * and rows of C that fill at least half a vector, but not all of it.
 */
@FloatTwin
final class RegisterGemm {
  // A vector holds a row of B and the beginning of the next one, and likewise a row of C: what it
  // computes beyond the row is overwritten when the next row is stored. Nothing may follow the last
  // rows. That of B is loaded with what comes before it, and shifted by storing it in C and loading
  // it again. The last two of C are computed first, stored at its beginning and loaded as one
  // vector, which is stored in its place when all others are.

  private RegisterGemm() {}

  /** Whether it serves C (m x n) with k steps. */
  static boolean serves(int m, int n, int k, int ldc) {
    return m >= 3 && n < L && 2 * n >= L && k >= 5 && k <= 8 && ldc == n;
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
    DoubleVector.fromArray(WIDE, b, bo + (k - 1) * ldb + n - L).intoArray(c, co);
    DoubleVector scale = DoubleVector.broadcast(WIDE, alpha);
    DoubleVector none = DoubleVector.zero(WIDE);
    DoubleVector b0 = DoubleVector.fromArray(WIDE, b, bo).mul(scale);
    DoubleVector b1 = DoubleVector.fromArray(WIDE, b, bo + ldb).mul(scale);
    DoubleVector b2 = DoubleVector.fromArray(WIDE, b, bo + 2 * ldb).mul(scale);
    DoubleVector b3 = DoubleVector.fromArray(WIDE, b, bo + 3 * ldb).mul(scale);
    DoubleVector b4 = k > 5 ? DoubleVector.fromArray(WIDE, b, bo + 4 * ldb).mul(scale) : none;
    DoubleVector b5 = k > 6 ? DoubleVector.fromArray(WIDE, b, bo + 5 * ldb).mul(scale) : none;
    DoubleVector b6 = k > 7 ? DoubleVector.fromArray(WIDE, b, bo + 6 * ldb).mul(scale) : none;
    DoubleVector last = DoubleVector.fromArray(WIDE, c, co + L - n).mul(scale);
    DoubleVector end = none;
    int q = ao + (m - 2) * lda;
    int at = co;
    for (int i = -2; i < m - 1; i++) {
      DoubleVector even = DoubleVector.broadcast(WIDE, a[q]).mul(b0);
      DoubleVector odd = DoubleVector.broadcast(WIDE, a[q + 1]).mul(b1);
      even = DoubleVector.broadcast(WIDE, a[q + 2]).fma(b2, even);
      odd = DoubleVector.broadcast(WIDE, a[q + 3]).fma(b3, odd);
      if (k > 5) {
        even = DoubleVector.broadcast(WIDE, a[q + 4]).fma(b4, even);
      }
      if (k > 6) {
        odd = DoubleVector.broadcast(WIDE, a[q + 5]).fma(b5, odd);
      }
      if (k > 7) {
        even = DoubleVector.broadcast(WIDE, a[q + 6]).fma(b6, even);
      }
      odd = DoubleVector.broadcast(WIDE, a[q + k - 1]).fma(last, odd);
      even.add(odd).intoArray(c, at);
      q += lda;
      at += n;
      if (i == -1) {
        end = DoubleVector.fromArray(WIDE, c, at - L);
        q = ao;
        at = co;
      }
    }
    end.intoArray(c, co + m * n - L);
  }
}
