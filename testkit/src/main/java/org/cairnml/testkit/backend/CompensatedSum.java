package org.cairnml.testkit.backend;

/**
 * A sum of products in twice the precision, and the sum of their magnitudes: the oracle. The bound
 * is {@value #ULPS} times the length of the sum times the rounding unit times the sum of
 * magnitudes.
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

  void check(double actual, int terms) {
    double bound = ULPS * (terms + 1) * UNIT * magnitude + Double.MIN_NORMAL;
    double error = Math.abs(actual - (high + low));
    if (!(error <= bound)) {
      throw new AssertionError(
          "expected %s within %s, but got %s".formatted(high + low, bound, actual));
    }
  }
}
