package org.cairnml.testkit.backend;

/** Bounds in units in the last place of what is expected, and a reference for one function. */
final class Units {

  private Units() {}

  static double sigmoid(double x) {
    double small = StrictMath.exp(-Math.abs(x));
    return x >= 0 ? 1 / (1 + small) : small / (1 + small);
  }

  /** One unit more is allowed, for the error of the reference. */
  static void check(int ulps, double actual, double expected) {
    check(actual, expected, expected, ulps == 0 ? 0 : (ulps + 1) * Math.ulp(expected));
  }

  /** The reference in doubles counts as exact. */
  static void check(int ulps, float actual, double expected) {
    float rounded = (float) expected;
    check(actual, expected, rounded, ulps * (double) Math.ulp(rounded));
  }

  private static void check(double actual, double expected, double rounded, double bound) {
    boolean close = Double.isFinite(rounded) && Math.abs(actual - expected) <= bound;
    if (!close && Double.compare(actual, rounded) != 0) {
      throw new AssertionError("expected " + expected + " within " + bound + ", but got " + actual);
    }
  }
}
