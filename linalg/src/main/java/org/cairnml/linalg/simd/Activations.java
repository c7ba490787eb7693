package org.cairnml.linalg.simd;

import static org.cairnml.linalg.simd.Lanes.L;
import static org.cairnml.linalg.simd.Lanes.WIDE;
import static org.cairnml.linalg.simd.Level1.load;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import org.cairnml.linalg.backend.FloatTwin;

/**
 * Functions made of exponentials of arguments of one sign, so that nothing overflows or cancels.
 */
@FloatTwin
final class Activations {

  private static final int CHUNK = 256;

  /** Beyond half of this tanh is 1 to the last place. */
  private static final double FLAT = 44;

  private Activations() {}

  /** y = 1 / (1 + exp(-x)). */
  static void sigmoid(int n, double[] x, int xo, double[] y, int yo) {
    double[] small = new double[Math.min(n, CHUNK)];
    for (int from = 0; from < n; from += CHUNK) {
      int count = Math.min(CHUNK, n - from);
      for (int i = 0; i < count; i++) {
        small[i] = -Math.abs(x[xo + from + i]);
      }
      Elementary.exp(count, small, 0, small, 0);
      shares(count, small, x, xo + from, y, yo + from);
    }
  }

  private static void shares(int n, double[] small, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      DoubleVector low = load(small, i);
      DoubleVector high = DoubleVector.broadcast(WIDE, 1).div(low.add(1));
      low.mul(high)
          .blend(high, load(x, xo + i).compare(VectorOperators.GE, 0))
          .intoArray(y, yo + i);
    }
    for (; i < n; i++) {
      double high = 1 / (1 + small[i]);
      y[yo + i] = x[xo + i] >= 0 ? high : small[i] * high;
    }
  }

  /** y = tanh(x) = e / (e + 2) with e = exp(2x) - 1, for |x|. */
  static void tanh(int n, double[] x, int xo, double[] y, int yo) {
    double[] twice = new double[Math.min(n, CHUNK)];
    for (int from = 0; from < n; from += CHUNK) {
      int count = Math.min(CHUNK, n - from);
      for (int i = 0; i < count; i++) {
        twice[i] = Math.min(FLAT, 2 * Math.abs(x[xo + from + i]));
      }
      Elementary.expm1(count, twice, 0, twice, 0);
      for (int i = 0; i < count; i++) {
        y[yo + from + i] = Math.copySign(twice[i] / (twice[i] + 2), x[xo + from + i]);
      }
    }
  }
}
