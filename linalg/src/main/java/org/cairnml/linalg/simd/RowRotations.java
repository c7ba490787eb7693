package org.cairnml.linalg.simd;

import static org.cairnml.linalg.simd.Lanes.L;
import static org.cairnml.linalg.simd.Lanes.WIDE;
import static org.cairnml.linalg.simd.Level1.load;

import jdk.incubator.vector.DoubleVector;
import org.cairnml.linalg.backend.FloatTwin;

/** The rotations of {@link SimdKernels#rotateRows}, a column in each lane. */
@FloatTwin
final class RowRotations {
  // Columns go from row to row in hand, so that each element is read and written once. What is in
  // hand waits for one fused multiply-add a row, which three vectors side by side fill.

  private RowRotations() {}

  /** Turns whole vectors of columns and returns how many columns those are. */
  static int run(
      int first, int last, int n, double[] c, double[] s, double[] a, int aOffset, int ld) {
    int j = 0;
    for (; j + 3 * L <= n; j += 3 * L) {
      three(first, last, c, s, a, aOffset + j, ld);
    }
    for (; j + L <= n; j += L) {
      one(first, last, c, s, a, aOffset + j, ld);
    }
    return j;
  }

  private static void three(
      int first, int last, double[] c, double[] s, double[] a, int aOffset, int ld) {
    int at = aOffset + first * ld;
    DoubleVector x0 = load(a, at);
    DoubleVector x1 = load(a, at + L);
    DoubleVector x2 = load(a, at + 2 * L);
    for (int i = first; i < last; i++) {
      DoubleVector cos = DoubleVector.broadcast(WIDE, c[i]);
      DoubleVector sin = DoubleVector.broadcast(WIDE, s[i]);
      DoubleVector back = DoubleVector.broadcast(WIDE, -s[i]);
      DoubleVector y0 = load(a, at + ld);
      DoubleVector y1 = load(a, at + ld + L);
      DoubleVector y2 = load(a, at + ld + 2 * L);
      x0.fma(cos, y0.mul(sin)).intoArray(a, at);
      x1.fma(cos, y1.mul(sin)).intoArray(a, at + L);
      x2.fma(cos, y2.mul(sin)).intoArray(a, at + 2 * L);
      x0 = x0.fma(back, y0.mul(cos));
      x1 = x1.fma(back, y1.mul(cos));
      x2 = x2.fma(back, y2.mul(cos));
      at += ld;
    }
    x0.intoArray(a, at);
    x1.intoArray(a, at + L);
    x2.intoArray(a, at + 2 * L);
  }

  private static void one(
      int first, int last, double[] c, double[] s, double[] a, int aOffset, int ld) {
    int at = aOffset + first * ld;
    DoubleVector x = load(a, at);
    for (int i = first; i < last; i++) {
      DoubleVector y = load(a, at + ld);
      x.fma(DoubleVector.broadcast(WIDE, c[i]), y.mul(s[i])).intoArray(a, at);
      x = x.fma(DoubleVector.broadcast(WIDE, -s[i]), y.mul(c[i]));
      at += ld;
    }
    x.intoArray(a, at);
  }
}
