package org.cairnml.linalg;

/** Powers of two, by which a matrix is divided so that no square overflows or underflows. */
final class Scale {

  private Scale() {}

  /** Divides by a power of two until the largest magnitude is about 1; returns its exponent. */
  static int toOne(double[] a) {
    double largest = 0;
    for (double value : a) {
      largest = Math.max(largest, Math.abs(value));
    }
    if (largest == 0) {
      return 0;
    }
    int exponent = Math.getExponent(largest);
    for (int i = 0; i < a.length && exponent != 0; i++) {
      a[i] = Math.scalb(a[i], -exponent);
    }
    return exponent;
  }
}
