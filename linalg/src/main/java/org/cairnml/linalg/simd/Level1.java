package org.cairnml.linalg.simd;

import static org.cairnml.linalg.simd.Lanes.L;
import static org.cairnml.linalg.simd.Lanes.WIDE;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import org.cairnml.linalg.backend.FloatTwin;

/** Kernels on vectors. */
@FloatTwin
final class Level1 {
  // Reductions run in four independent sums, since a processor starts two fused multiply-adds per
  // cycle and needs four cycles for each. What is left after the last full vector is scalar.
  //
  // They go over long vectors in parts. Where the first calls of a loop are long, JDK 17 replaces
  // it on the stack and compiles the method while its end has hardly run. Lanes.sum is then called
  // with vectors in boxes, and the loop makes a box in each round: five times the time, for good.
  // With at most 64 rounds a call, a method has been called some 600 times before.

  /** Numbers in a part, a multiple of all steps of the loops. */
  static final int PART = 64 * 4 * L;

  /** Numbers of a stream at a time, for the same reason. */
  private static final int STRIP = 64 * L;

  private Level1() {}

  static double dot(int n, double[] x, int xo, double[] y, int yo) {
    double sum = 0;
    for (int i = 0; i < n; i += PART) {
      sum += dotOfPart(Math.min(PART, n - i), x, xo + i, y, yo + i);
    }
    return sum;
  }

  private static double dotOfPart(int n, double[] x, int xo, double[] y, int yo) {
    DoubleVector s0 = DoubleVector.zero(WIDE);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    int i = 0;
    for (; i <= n - 4 * L; i += 4 * L) {
      s0 = load(x, xo + i).fma(load(y, yo + i), s0);
      s1 = load(x, xo + i + L).fma(load(y, yo + i + L), s1);
      s2 = load(x, xo + i + 2 * L).fma(load(y, yo + i + 2 * L), s2);
      s3 = load(x, xo + i + 3 * L).fma(load(y, yo + i + 3 * L), s3);
    }
    for (; i <= n - L; i += L) {
      s0 = load(x, xo + i).fma(load(y, yo + i), s0);
    }
    double tail = 0;
    for (; i < n; i++) {
      tail += x[xo + i] * y[yo + i];
    }
    return n < L ? tail : Lanes.sum(s0, s1, s2, s3) + tail;
  }

  /**
   * As dot, of vectors that come from memory: the quarters of both are read side by side, since
   * memory gives more to eight streams than to two (decision 0023).
   */
  static double dotOfStreams(int n, double[] x, int xo, double[] y, int yo) {
    int quarter = n / 4 - n / 4 % L;
    double sum = 0;
    for (int i = 0; i < quarter; i += STRIP) {
      sum += dotOfStrips(Math.min(STRIP, quarter - i), quarter, x, xo + i, y, yo + i);
    }
    int done = 4 * quarter;
    return sum + dot(n - done, x, xo + done, y, yo + done);
  }

  /** Of four strips of n numbers, {@code apart} from each other; n is a multiple of L. */
  private static double dotOfStrips(int n, int apart, double[] x, int xo, double[] y, int yo) {
    DoubleVector s0 = DoubleVector.zero(WIDE);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    for (int i = 0; i < n; i += L) {
      int xi = xo + i;
      int yi = yo + i;
      s0 = load(x, xi).fma(load(y, yi), s0);
      s1 = load(x, xi + apart).fma(load(y, yi + apart), s1);
      s2 = load(x, xi + 2 * apart).fma(load(y, yi + 2 * apart), s2);
      s3 = load(x, xi + 3 * apart).fma(load(y, yi + 3 * apart), s3);
    }
    return Lanes.sum(s0, s1, s2, s3);
  }

  static double squaredDistance(int n, double[] x, int xo, double[] y, int yo) {
    double sum = 0;
    for (int i = 0; i < n; i += PART) {
      sum += squaredDistanceOfPart(Math.min(PART, n - i), x, xo + i, y, yo + i);
    }
    return sum;
  }

  private static double squaredDistanceOfPart(int n, double[] x, int xo, double[] y, int yo) {
    DoubleVector s0 = DoubleVector.zero(WIDE);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    int i = 0;
    for (; i <= n - 4 * L; i += 4 * L) {
      DoubleVector d0 = load(x, xo + i).sub(load(y, yo + i));
      DoubleVector d1 = load(x, xo + i + L).sub(load(y, yo + i + L));
      DoubleVector d2 = load(x, xo + i + 2 * L).sub(load(y, yo + i + 2 * L));
      DoubleVector d3 = load(x, xo + i + 3 * L).sub(load(y, yo + i + 3 * L));
      s0 = d0.fma(d0, s0);
      s1 = d1.fma(d1, s1);
      s2 = d2.fma(d2, s2);
      s3 = d3.fma(d3, s3);
    }
    for (; i <= n - L; i += L) {
      DoubleVector d = load(x, xo + i).sub(load(y, yo + i));
      s0 = d.fma(d, s0);
    }
    double tail = 0;
    for (; i < n; i++) {
      double d = x[xo + i] - y[yo + i];
      tail += d * d;
    }
    return n < L ? tail : Lanes.sum(s0, s1, s2, s3) + tail;
  }

  static double sum(int n, double[] x, int xo) {
    double sum = 0;
    for (int i = 0; i < n; i += PART) {
      sum += sumOfPart(Math.min(PART, n - i), x, xo + i);
    }
    return sum;
  }

  private static double sumOfPart(int n, double[] x, int xo) {
    DoubleVector s0 = DoubleVector.zero(WIDE);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    int i = 0;
    for (; i <= n - 4 * L; i += 4 * L) {
      s0 = load(x, xo + i).add(s0);
      s1 = load(x, xo + i + L).add(s1);
      s2 = load(x, xo + i + 2 * L).add(s2);
      s3 = load(x, xo + i + 3 * L).add(s3);
    }
    for (; i <= n - L; i += L) {
      s0 = load(x, xo + i).add(s0);
    }
    double tail = 0;
    for (; i < n; i++) {
      tail += x[xo + i];
    }
    return n < L ? tail : Lanes.sum(s0, s1, s2, s3) + tail;
  }

  static double asum(int n, double[] x, int xo) {
    double sum = 0;
    for (int i = 0; i < n; i += PART) {
      sum += asumOfPart(Math.min(PART, n - i), x, xo + i);
    }
    return sum;
  }

  private static double asumOfPart(int n, double[] x, int xo) {
    DoubleVector s0 = DoubleVector.zero(WIDE);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    int i = 0;
    for (; i <= n - 4 * L; i += 4 * L) {
      s0 = magnitudes(x, xo + i).add(s0);
      s1 = magnitudes(x, xo + i + L).add(s1);
      s2 = magnitudes(x, xo + i + 2 * L).add(s2);
      s3 = magnitudes(x, xo + i + 3 * L).add(s3);
    }
    for (; i <= n - L; i += L) {
      s0 = magnitudes(x, xo + i).add(s0);
    }
    double tail = 0;
    for (; i < n; i++) {
      tail += Math.abs(x[xo + i]);
    }
    return n < L ? tail : Lanes.sum(s0, s1, s2, s3) + tail;
  }

  /** y = alpha x + y, also for alpha = 0. */
  static void axpy(int n, double alpha, double[] x, int xo, double[] y, int yo) {
    DoubleVector a = DoubleVector.broadcast(WIDE, alpha);
    int i = 0;
    for (; i <= n - 2 * L; i += 2 * L) {
      DoubleVector y0 = load(x, xo + i).fma(a, load(y, yo + i));
      DoubleVector y1 = load(x, xo + i + L).fma(a, load(y, yo + i + L));
      y0.intoArray(y, yo + i);
      y1.intoArray(y, yo + i + L);
    }
    for (; i <= n - L; i += L) {
      load(x, xo + i).fma(a, load(y, yo + i)).intoArray(y, yo + i);
    }
    for (; i < n; i++) {
      y[yo + i] += alpha * x[xo + i];
    }
  }

  static void scal(int n, double alpha, double[] x, int xo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      load(x, xo + i).mul(alpha).intoArray(x, xo + i);
    }
    for (; i < n; i++) {
      x[xo + i] *= alpha;
    }
  }

  private static DoubleVector magnitudes(double[] x, int offset) {
    return load(x, offset).lanewise(VectorOperators.ABS);
  }

  static DoubleVector load(double[] x, int offset) {
    return DoubleVector.fromArray(WIDE, x, offset);
  }
}
