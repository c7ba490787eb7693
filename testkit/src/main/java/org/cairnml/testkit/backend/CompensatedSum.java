package org.cairnml.testkit.backend;

/**
 * A sum of products in twice the precision, and the sum of their magnitudes: the oracle. The bound
 * is {@value #ULPS} times the length of the sum times the rounding unit times the sum of
 * magnitudes; where results are subnormal, as many of the smallest number come on top.
 */
final class CompensatedSum {

  private static final double ULPS = 4;
  private static final double UNIT = 0x1p-53;

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

  /** Multiplies the sum so far. */
  void scale(double factor) {
    double product = factor * high;
    low = Math.fma(factor, high, -product) + factor * low;
    high = product;
    magnitude *= Math.abs(factor);
  }

  double value() {
    return high + low;
  }

  void check(double actual, int terms) {
    check(actual, value(), magnitude, terms);
  }

  /** Fails if a result of so many terms is off by more than the bound. */
  static void check(double actual, double expected, double magnitude, int terms) {
    double bound = ULPS * (terms + 1) * (UNIT * magnitude + Double.MIN_VALUE);
    if (!(Math.abs(actual - expected) <= bound)) {
      throw new AssertionError("expected " + expected + " within " + bound + ", but got " + actual);
    }
  }
}
