package org.cairnml.linalg.simd;

import static org.cairnml.linalg.simd.Lanes.L;
import static org.cairnml.linalg.simd.Lanes.WIDE;
import static org.cairnml.linalg.simd.Level1.load;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/** Exponential and logarithm by polynomials, within 2 units in the last place. */
final class Elementary {
  // exp: x = k ln 2 + r with |r| <= ln 2 / 2, q = exp(r) - 1 by its Taylor series up to r^13 (the
  // rest is below 2^-57), and 2^k q + 2^k, where 2^k is k in the exponent bits. ln 2 is in two
  // parts, the first with zeros at its end so that k times it is exact.
  //
  // log: x = 2^k (1 + f) with 1 + f from sqrt(1/2) to sqrt(2); with s = f / (2 + f) and z = s^2,
  // log(1 + f) = f - f^2/2 + s (f^2/2 + z P(z)), P(z) = 2/3 + 2/5 z + 2/7 z^2 + ...
  //
  // The polynomials stand in the loops themselves: in a method of their own they may be compiled
  // alone, and are then called with boxed vectors.
  //
  // Vectors with a lane outside the plain range (huge, tiny, NaN) are done one by one by Math.
  // Sources: the method of reduction, Muller, Elementary Functions, 3rd ed., chapter 11; the form
  // of log, Tang 1990, doi:10.1145/98267.98294.

  private static final double EXP_LIMIT = 708;
  private static final double LOG2_E = 1 / Math.log(2);
  private static final double LN2_HIGH = 0x1.62e42fefa38p-1;
  private static final double LN2_LOW = 0x1.ef35793c7673p-45;

  /** Added to a number of magnitude below 2^51, rounds it to an integer in the lowest bits. */
  private static final double ROUND = 0x1.8p52;

  private static final double TWO_52 = 0x1p52;
  private static final long SQRT_HALF_BITS = Double.doubleToRawLongBits(Math.sqrt(0.5));
  private static final long ONE_BITS = Double.doubleToRawLongBits(1);
  private static final long TWO_52_BITS = Double.doubleToRawLongBits(TWO_52);
  private static final int EXPONENT_SHIFT = 52;
  private static final int BIAS = 1023;

  private Elementary() {}

  /** y = exp(x). */
  static void exp(int n, double[] x, int xo, double[] y, int yo) {
    expMinus(0, n, x, xo, y, yo);
  }

  /** y = exp(x) - 1. */
  static void expm1(int n, double[] x, int xo, double[] y, int yo) {
    expMinus(1, n, x, xo, y, yo);
  }

  /** y = exp(x) - minus, which is 0 or 1. */
  private static void expMinus(double minus, int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      DoubleVector v = load(x, xo + i);
      if (v.lanewise(VectorOperators.ABS).compare(VectorOperators.LT, EXP_LIMIT).allTrue()) {
        DoubleVector shifted =
            DoubleVector.broadcast(WIDE, LOG2_E).fma(v, DoubleVector.broadcast(WIDE, ROUND));
        DoubleVector k = shifted.sub(ROUND);
        DoubleVector r = k.fma(DoubleVector.broadcast(WIDE, -LN2_HIGH), v);
        r = k.fma(DoubleVector.broadcast(WIDE, -LN2_LOW), r);
        DoubleVector p = DoubleVector.broadcast(WIDE, 1.0 / 6227020800.0);
        p = step(p, r, 1.0 / 479001600.0);
        p = step(p, r, 1.0 / 39916800.0);
        p = step(p, r, 1.0 / 3628800.0);
        p = step(p, r, 1.0 / 362880.0);
        p = step(p, r, 1.0 / 40320.0);
        p = step(p, r, 1.0 / 5040.0);
        p = step(p, r, 1.0 / 720.0);
        p = step(p, r, 1.0 / 120.0);
        p = step(p, r, 1.0 / 24.0);
        p = step(p, r, 1.0 / 6.0);
        p = step(p, r, 0.5);
        DoubleVector rest = r.mul(r).fma(p, r);
        DoubleVector power =
            shifted
                .reinterpretAsLongs()
                .lanewise(VectorOperators.LSHL, EXPONENT_SHIFT)
                .add(ONE_BITS)
                .reinterpretAsDoubles();
        power.fma(rest, power.sub(minus)).intoArray(y, yo + i);
      } else {
        expOneByOne(minus, L, x, xo + i, y, yo + i);
      }
    }
    expOneByOne(minus, n - i, x, xo + i, y, yo + i);
  }

  private static void expOneByOne(double minus, int n, double[] x, int xo, double[] y, int yo) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = minus == 0 ? Math.exp(x[xo + i]) : Math.expm1(x[xo + i]);
    }
  }

  /** y = log(x). */
  static void log(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      DoubleVector v = load(x, xo + i);
      if (v.compare(VectorOperators.GE, Double.MIN_NORMAL).allTrue()
          && v.compare(VectorOperators.LE, Double.MAX_VALUE).allTrue()) {
        LongVector bits = v.reinterpretAsLongs();
        LongVector biased =
            bits.add(ONE_BITS - SQRT_HALF_BITS).lanewise(VectorOperators.LSHR, EXPONENT_SHIFT);
        DoubleVector k =
            biased
                .lanewise(VectorOperators.OR, TWO_52_BITS)
                .reinterpretAsDoubles()
                .sub(TWO_52 + BIAS);
        LongVector exponent = biased.sub(BIAS).lanewise(VectorOperators.LSHL, EXPONENT_SHIFT);
        DoubleVector f = bits.sub(exponent).reinterpretAsDoubles().sub(1);
        DoubleVector s = f.div(f.add(2));
        DoubleVector z = s.mul(s);
        DoubleVector p = DoubleVector.broadcast(WIDE, 2.0 / 23);
        p = step(p, z, 2.0 / 21);
        p = step(p, z, 2.0 / 19);
        p = step(p, z, 2.0 / 17);
        p = step(p, z, 2.0 / 15);
        p = step(p, z, 2.0 / 13);
        p = step(p, z, 2.0 / 11);
        p = step(p, z, 2.0 / 9);
        p = step(p, z, 2.0 / 7);
        p = step(p, z, 2.0 / 5);
        p = step(p, z, 2.0 / 3);
        DoubleVector half = f.mul(f).mul(0.5);
        DoubleVector inner = z.fma(p, half);
        DoubleVector low = s.fma(inner, k.mul(LN2_LOW));
        k.fma(DoubleVector.broadcast(WIDE, LN2_HIGH), f.sub(half.sub(low))).intoArray(y, yo + i);
      } else {
        logOneByOne(L, x, xo + i, y, yo + i);
      }
    }
    logOneByOne(n - i, x, xo + i, y, yo + i);
  }

  private static void logOneByOne(int n, double[] x, int xo, double[] y, int yo) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = Math.log(x[xo + i]);
    }
  }

  private static DoubleVector step(DoubleVector p, DoubleVector x, double coefficient) {
    return p.fma(x, DoubleVector.broadcast(WIDE, coefficient));
  }
}
