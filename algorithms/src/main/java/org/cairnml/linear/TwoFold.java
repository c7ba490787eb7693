package org.cairnml.linear;

import org.cairnml.linalg.Matrix;

/**
 * Matrix-vector products in about twice the working precision, for residuals.
 *
 * <p>Source: Ogita, Rump and Oishi 2005, doi:10.1137/030601818.
 */
final class TwoFold {
  // A sum is carried as high + low. A product is split into its rounded value and the exact rest by
  // Dekker's method, which needs no fused multiply-add.

  private static final double SPLITTER = 0x1p27 + 1;

  private double high;
  private double low;

  private TwoFold(double start) {
    high = start;
  }

  /** out = b - r - A x; out may be b or r. */
  static void residual(Matrix a, double[] x, double[] b, double[] r, double[] out) {
    for (int i = 0; i < a.rows(); i++) {
      var sum = new TwoFold(b[i]);
      sum.add(-r[i]);
      int row = a.offset() + i * a.stride();
      for (int j = 0; j < x.length; j++) {
        sum.addProduct(-a.data()[row + j], x[j]);
      }
      out[i] = sum.value();
    }
  }

  /** A'r. */
  static double[] transposeTimes(Matrix a, double[] r) {
    double[] product = new double[a.cols()];
    for (int j = 0; j < product.length; j++) {
      var sum = new TwoFold(0);
      for (int i = 0; i < r.length; i++) {
        sum.addProduct(a.data()[a.offset() + i * a.stride() + j], r[i]);
      }
      product[j] = sum.value();
    }
    return product;
  }

  private void add(double term) {
    double sum = high + term;
    double part = sum - high;
    low += (high - (sum - part)) + (term - part);
    high = sum;
  }

  private void addProduct(double x, double y) {
    double product = x * y;
    add(product);
    double xHigh = upperHalf(x);
    double yHigh = upperHalf(y);
    double xLow = x - xHigh;
    double yLow = y - yHigh;
    low += xLow * yLow - (((product - xHigh * yHigh) - xLow * yHigh) - xHigh * yLow);
  }

  private static double upperHalf(double x) {
    double scaled = SPLITTER * x;
    return scaled - (scaled - x);
  }

  private double value() {
    return high + low;
  }
}
