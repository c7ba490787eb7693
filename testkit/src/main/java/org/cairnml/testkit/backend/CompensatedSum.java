package org.cairnml.testkit.backend;

/**
 * A sum of products in twice the precision of doubles, and the sum of their magnitudes: the oracle.
 * The bound is {@value #ULPS} times the length of the sum times the rounding unit times the sum of
 * magnitudes; where results are subnormal, as many of the smallest number come on top. What is not
 * finite is met as it is.
 */
final class CompensatedSum {

  private static final double ULPS = 4;
  private static final double UNIT = 0x1p-53;
  private static final double FLOAT_UNIT = 0x1p-24;

  private double high;
  private double low;
  private double magnitude;

  void add(double x, double y) {
    double product = x * y;
    double rest = Math.fma(x, y, -product);
    double sum = high + product;
    double moved = sum - high;
    low += (high - (sum - moved)) + (product - moved) + rest;
    high = sum;
    magnitude += Math.abs(product);
  }

  /** Multiplies the sum so far; 0 forgets it, whatever it was. */
  void scale(double factor) {
    if (factor == 0) {
      high = 0;
      low = 0;
      magnitude = 0;
      return;
    }
    double product = factor * high;
    low = Math.fma(factor, high, -product) + factor * low;
    high = product;
    magnitude *= Math.abs(factor);
  }

  double value() {
    return Double.isFinite(high) ? high + low : high;
  }

  void check(double actual, int terms) {
    check(actual, value(), magnitude, terms);
  }

  void check(float actual, int terms) {
    check(actual, value(), magnitude, terms);
  }

  /** Fails if a result of so many terms is off by more than the bound. */
  static void check(double actual, double expected, double magnitude, int terms) {
    check(actual, expected, ULPS * (terms + 1) * (UNIT * magnitude + Double.MIN_VALUE));
  }

  /** The same for a result in floats. */
  static void check(float actual, double expected, double magnitude, int terms) {
    check(actual, expected, ULPS * (terms + 1) * (FLOAT_UNIT * magnitude + Float.MIN_VALUE));
  }

  private static void check(double actual, double expected, double bound) {
    boolean close = Double.isFinite(expected) && Math.abs(actual - expected) <= bound;
    if (!close && Double.compare(actual, expected) != 0) {
      throw new AssertionError("expected " + expected + " within " + bound + ", but got " + actual);
    }
  }
}
