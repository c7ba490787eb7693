package org.cairnml.linalg.simd;

import static org.cairnml.linalg.simd.FloatLanes.L;
import static org.cairnml.linalg.simd.FloatLanes.WIDE;
import static org.cairnml.linalg.simd.FloatLevel1.load;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Exponential and logarithm of floats by polynomials, within 2 units in the last place: the methods
 * of {@link Elementary}, with series as short as floats allow.
 */
final class FloatElementary {

  private static final float EXP_LIMIT = 87;
  private static final float LOG2_E = (float) (1 / Math.log(2));

  /** Of few bits, so that k times it is exact. */
  private static final float LN2_HIGH = 0x1.63p-1f;

  private static final float LN2_LOW = (float) (Math.log(2) - 0x1.63p-1);

  /** Added to a number of magnitude below 2^22, rounds it to an integer in the lowest bits. */
  private static final float ROUND = 0x1.8p23f;

  private static final float TWO_23 = 0x1p23f;
  private static final int SQRT_HALF_BITS = Float.floatToRawIntBits((float) Math.sqrt(0.5));
  private static final int ONE_BITS = Float.floatToRawIntBits(1);
  private static final int TWO_23_BITS = Float.floatToRawIntBits(TWO_23);
  private static final int EXPONENT_SHIFT = 23;
  private static final int BIAS = 127;

  private FloatElementary() {}

  /** y = exp(x). */
  static void exp(int n, float[] x, int xo, float[] y, int yo) {
    expMinus(0, n, x, xo, y, yo);
  }

  /** y = exp(x) - 1. */
  static void expm1(int n, float[] x, int xo, float[] y, int yo) {
    expMinus(1, n, x, xo, y, yo);
  }

  private static void expMinus(float minus, int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      FloatVector v = load(x, xo + i);
      if (v.lanewise(VectorOperators.ABS).compare(VectorOperators.LT, EXP_LIMIT).allTrue()) {
        FloatVector shifted =
            FloatVector.broadcast(WIDE, LOG2_E).fma(v, FloatVector.broadcast(WIDE, ROUND));
        FloatVector k = shifted.sub(ROUND);
        FloatVector r = k.fma(FloatVector.broadcast(WIDE, -LN2_HIGH), v);
        r = k.fma(FloatVector.broadcast(WIDE, -LN2_LOW), r);
        FloatVector p = FloatVector.broadcast(WIDE, 1 / 40320f);
        p = step(p, r, 1 / 5040f);
        p = step(p, r, 1 / 720f);
        p = step(p, r, 1 / 120f);
        p = step(p, r, 1 / 24f);
        p = step(p, r, 1 / 6f);
        p = step(p, r, 0.5f);
        FloatVector rest = r.mul(r).fma(p, r);
        FloatVector power =
            shifted
                .reinterpretAsInts()
                .lanewise(VectorOperators.LSHL, EXPONENT_SHIFT)
                .add(ONE_BITS)
                .reinterpretAsFloats();
        power.fma(rest, power.sub(minus)).intoArray(y, yo + i);
      } else {
        expOneByOne(minus, L, x, xo + i, y, yo + i);
      }
    }
    expOneByOne(minus, n - i, x, xo + i, y, yo + i);
  }

  private static void expOneByOne(float minus, int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = (float) (minus == 0 ? Math.exp(x[xo + i]) : Math.expm1(x[xo + i]));
    }
  }

  /** y = log(x). */
  static void log(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      FloatVector v = load(x, xo + i);
      if (v.compare(VectorOperators.GE, Float.MIN_NORMAL).allTrue()
          && v.compare(VectorOperators.LE, Float.MAX_VALUE).allTrue()) {
        IntVector bits = v.reinterpretAsInts();
        IntVector biased =
            bits.add(ONE_BITS - SQRT_HALF_BITS).lanewise(VectorOperators.LSHR, EXPONENT_SHIFT);
        FloatVector k =
            biased
                .lanewise(VectorOperators.OR, TWO_23_BITS)
                .reinterpretAsFloats()
                .sub(TWO_23 + BIAS);
        IntVector exponent = biased.sub(BIAS).lanewise(VectorOperators.LSHL, EXPONENT_SHIFT);
        FloatVector f = bits.sub(exponent).reinterpretAsFloats().sub(1);
        FloatVector s = f.div(f.add(2));
        FloatVector z = s.mul(s);
        FloatVector p = FloatVector.broadcast(WIDE, 2 / 11f);
        p = step(p, z, 2 / 9f);
        p = step(p, z, 2 / 7f);
        p = step(p, z, 2 / 5f);
        p = step(p, z, 2 / 3f);
        FloatVector half = f.mul(f).mul(0.5f);
        FloatVector inner = z.fma(p, half);
        FloatVector low = s.fma(inner, k.mul(LN2_LOW));
        k.fma(FloatVector.broadcast(WIDE, LN2_HIGH), f.sub(half.sub(low))).intoArray(y, yo + i);
      } else {
        logOneByOne(L, x, xo + i, y, yo + i);
      }
    }
    logOneByOne(n - i, x, xo + i, y, yo + i);
  }

  private static void logOneByOne(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = (float) Math.log(x[xo + i]);
    }
  }

  private static FloatVector step(FloatVector p, FloatVector x, float coefficient) {
    return p.fma(x, FloatVector.broadcast(WIDE, coefficient));
  }
}
