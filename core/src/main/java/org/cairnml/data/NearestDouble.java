package org.cairnml.data;

import java.math.BigInteger;

/**
 * The double nearest to {@code w * 10^q}, ties to even, for all but rare and extreme numbers.
 *
 * <p>Source: Lemire 2021, Number parsing at a gigabyte per second, doi:10.1002/spe.2984.
 */
final class NearestDouble {
  // The product of w, shifted to 64 significant bits, and the first 128 bits of 5^q has enough
  // correct bits to round, except in cases that are recognized. The powers are computed once, each
  // as its leading 128 bits: rounded down for q >= 0, up for the reciprocals of q < 0.

  /** What {@link #of} returns where it cannot decide. */
  static final double UNDECIDED = Double.NaN;

  private static final int MIN_POWER = -300;
  private static final int MAX_POWER = 300;
  private static final int MIN_TIE = -4;
  private static final int MAX_TIE = 23;
  private static final int MANTISSA_BITS = 52;
  private static final long[] HIGH = new long[MAX_POWER - MIN_POWER + 1];
  private static final long[] LOW = new long[HIGH.length];

  static {
    BigInteger five = BigInteger.valueOf(5);
    for (int q = MIN_POWER; q <= MAX_POWER; q++) {
      BigInteger power = five.pow(Math.abs(q));
      if (q < 0) {
        power = BigInteger.ONE.shiftLeft(power.bitLength() + 127).divide(power).add(BigInteger.ONE);
      }
      BigInteger leading = power.shiftRight(power.bitLength() - 128);
      HIGH[q - MIN_POWER] = leading.shiftRight(64).longValue();
      LOW[q - MIN_POWER] = leading.longValue();
    }
  }

  private NearestDouble() {}

  /** The double nearest to {@code w * 10^q}, w > 0, or UNDECIDED. */
  static double of(long w, int q) {
    if (q < MIN_POWER || q > MAX_POWER) {
      return UNDECIDED;
    }
    int zeros = Long.numberOfLeadingZeros(w);
    long shifted = w << zeros;
    long factor = HIGH[q - MIN_POWER];
    long high = multiplyHigh(shifted, factor);
    long low = shifted * factor;
    if ((high & 0x1FF) == 0x1FF) {
      long carry = multiplyHigh(shifted, LOW[q - MIN_POWER]);
      low += carry;
      if (Long.compareUnsigned(low, carry) < 0) {
        high++;
      }
      if (low == -1 && (q < -27 || q > 55)) {
        return UNDECIDED;
      }
    }
    int upper = (int) (high >>> 63);
    int shift = upper + 64 - MANTISSA_BITS - 3;
    long mantissa = high >>> shift;
    int exponent = ((217706 * q) >> 16) + 63 + upper - zeros + Double.MAX_EXPONENT;
    if (exponent <= 0 || exponent >= 0x7FE) {
      return UNDECIDED;
    }
    boolean tie = Long.compareUnsigned(low, 1) <= 0 && q >= MIN_TIE && q <= MAX_TIE;
    if (tie && (mantissa & 3) == 1 && mantissa << shift == high) {
      mantissa &= ~1L;
    }
    mantissa = (mantissa + (mantissa & 1)) >>> 1;
    if (mantissa == 1L << (MANTISSA_BITS + 1)) {
      mantissa >>>= 1;
      exponent++;
    }
    long fraction = mantissa & ((1L << MANTISSA_BITS) - 1);
    return Double.longBitsToDouble(fraction | (long) exponent << MANTISSA_BITS);
  }

  /** The upper half of the product of two unsigned numbers. */
  private static long multiplyHigh(long a, long b) {
    return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
  }
}
