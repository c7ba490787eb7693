package org.cairnml.linalg;

/** Powers of two, by which a matrix is divided so that no square overflows or underflows. */
final class Scale {

  /** What counts as zero beside a magnitude of 1; the square of nothing else underflows. */
  static final double TINY = 0x1p-400;

  /** Sums and growth leave a matrix of smaller exponent finite. */
  private static final int LARGE = 900;

  /** Products of elements of a larger exponent and of rounding errors are not subnormal. */
  private static final int SMALL = -450;

  private Scale() {}

  /** Divides by a power of two until the largest magnitude is about 1; returns its exponent. */
  static int toOne(double[] a) {
    return toExponent(0, a);
  }

  /** Divides by a power of two until the largest exponent is the one wanted; returns its own. */
  static int toExponent(int wanted, double[] a) {
    int excess = exponent(a) - wanted;
    multiply(a, -excess);
    return excess;
  }

  /** As {@link #toOne}, but only as far as keeps clear of over- and underflow, often not at all. */
  static int awayFromLimits(double[] a) {
    int exponent = exponent(a);
    int excess = exponent - Math.max(SMALL, Math.min(LARGE, exponent));
    multiply(a, -excess);
    return excess;
  }

  /** Multiplies by two to the power of an exponent, with one rounding where it underflows. */
  static void multiply(double[] a, int exponent) {
    if (exponent == 0) {
      return;
    }
    double power = Math.scalb(1.0, exponent);
    if (power > 0 && power < Double.POSITIVE_INFINITY) {
      Backends.get().scal(a.length, power, a, 0);
    } else {
      for (int i = 0; i < a.length; i++) {
        a[i] = Math.scalb(a[i], exponent);
      }
    }
  }

  private static int exponent(double[] a) {
    double largest = 0;
    for (double value : a) {
      double magnitude = Math.abs(value);
      if (magnitude > largest) {
        largest = magnitude;
      }
    }
    return largest == 0 ? 0 : Math.getExponent(largest);
  }
}
