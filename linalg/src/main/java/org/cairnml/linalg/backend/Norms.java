package org.cairnml.linalg.backend;

/** The Euclidean length where the plain sum of squares fails. */
@FloatTwin
final class Norms {

  /** Below this a sum of squares may have lost terms to underflow. */
  static final double SMALLEST_SAFE_SQUARE = Math.scalb(Double.MIN_NORMAL / Math.ulp(1.0), 32);

  /** Above this a sum of squares may have overflowed. */
  static final double LARGEST_SAFE_SQUARE = Double.MAX_VALUE;

  private Norms() {}

  /** The Euclidean length by scaling with the largest magnitude, a power of two. */
  static double scaledNorm(int n, double[] x, int xOffset) {
    double largest = 0;
    for (int i = 0; i < n; i++) {
      largest = Math.max(largest, Math.abs(x[xOffset + i]));
    }
    if (largest == 0 || !Double.isFinite(largest)) {
      return largest;
    }
    int exponent = Math.max(Math.getExponent(largest), Double.MIN_EXPONENT);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double scaled = Math.scalb(x[xOffset + i], -exponent);
      sum += scaled * scaled;
    }
    return Math.scalb(Math.sqrt(sum), exponent);
  }
}
