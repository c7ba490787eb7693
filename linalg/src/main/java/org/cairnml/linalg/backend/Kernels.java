package org.cairnml.linalg.backend;

/** Loops that every backend in Java shares. */
final class Kernels {

  /** Below this a sum of squares may have lost terms to underflow. */
  static final double SMALLEST_SAFE_SQUARE = 0x1p-900;

  /** Above this a sum of squares may have overflowed. */
  static final double LARGEST_SAFE_SQUARE = Double.MAX_VALUE;

  private Kernels() {}

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

  /** C = beta C on an (m x n) block; {@code beta == 0} overwrites. */
  static void scaleBlock(int m, int n, double beta, double[] c, int cOffset, int ldc) {
    if (beta == 1) {
      return;
    }
    for (int i = 0; i < m; i++) {
      scaleRow(n, beta, c, cOffset + i * ldc);
    }
  }

  /** C = beta C on the lower triangle of an (n x n) block. */
  static void scaleLowerTriangle(int n, double beta, double[] c, int cOffset, int ldc) {
    if (beta == 1) {
      return;
    }
    for (int i = 0; i < n; i++) {
      scaleRow(i + 1, beta, c, cOffset + i * ldc);
    }
  }

  static void scaleRow(int n, double beta, double[] c, int from) {
    if (beta == 0) {
      java.util.Arrays.fill(c, from, from + n, 0);
    } else if (beta != 1) {
      for (int j = from; j < from + n; j++) {
        c[j] *= beta;
      }
    }
  }
}
