package org.cairnml.linalg.simd;

import static org.cairnml.linalg.simd.Lanes.L;
import static org.cairnml.linalg.simd.Lanes.WIDE;
import static org.cairnml.linalg.simd.Level1.load;

import jdk.incubator.vector.DoubleVector;
import org.cairnml.linalg.backend.FloatTwin;

/** The reflection of {@link SimdKernels#reflectRows}, a column in each lane. */
@FloatTwin
final class RowReflection {
  // Down the rows for the sums v'A, and down again to take v times them off.

  private RowReflection() {}

  /** Reflects whole vectors of columns and returns how many columns those are. */
  static int run(
      int m, int n, double tau, double[] v, int vOffset, double[] a, int aOffset, int ld) {
    int j = 0;
    for (; j + 3 * L <= n; j += 3 * L) {
      three(m, tau, v, vOffset, a, aOffset + j, ld);
    }
    for (; j + L <= n; j += L) {
      one(m, tau, v, vOffset, a, aOffset + j, ld);
    }
    return j;
  }

  private static void three(
      int m, double tau, double[] v, int vOffset, double[] a, int aOffset, int ld) {
    DoubleVector s0 = DoubleVector.zero(WIDE);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    int at = aOffset;
    for (int i = vOffset; i < vOffset + m; i++) {
      DoubleVector weight = DoubleVector.broadcast(WIDE, v[i]);
      s0 = load(a, at).fma(weight, s0);
      s1 = load(a, at + L).fma(weight, s1);
      s2 = load(a, at + 2 * L).fma(weight, s2);
      at += ld;
    }
    s0 = s0.mul(-tau);
    s1 = s1.mul(-tau);
    s2 = s2.mul(-tau);
    at = aOffset;
    for (int i = vOffset; i < vOffset + m; i++) {
      DoubleVector weight = DoubleVector.broadcast(WIDE, v[i]);
      s0.fma(weight, load(a, at)).intoArray(a, at);
      s1.fma(weight, load(a, at + L)).intoArray(a, at + L);
      s2.fma(weight, load(a, at + 2 * L)).intoArray(a, at + 2 * L);
      at += ld;
    }
  }

  private static void one(
      int m, double tau, double[] v, int vOffset, double[] a, int aOffset, int ld) {
    DoubleVector sum = DoubleVector.zero(WIDE);
    int at = aOffset;
    for (int i = vOffset; i < vOffset + m; i++) {
      sum = load(a, at).fma(DoubleVector.broadcast(WIDE, v[i]), sum);
      at += ld;
    }
    sum = sum.mul(-tau);
    at = aOffset;
    for (int i = vOffset; i < vOffset + m; i++) {
      sum.fma(DoubleVector.broadcast(WIDE, v[i]), load(a, at)).intoArray(a, at);
      at += ld;
    }
  }
}
