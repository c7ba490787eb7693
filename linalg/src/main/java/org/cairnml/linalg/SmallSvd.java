package org.cairnml.linalg;

import org.cairnml.base.ConvergenceException;
import org.cairnml.linalg.backend.Backend;

/**
 * The singular value decomposition A = U diag(s) V' of a small matrix (m x n, m at least n), where
 * blocks and halves cost more than they save.
 *
 * <p>Sources: Golub and Van Loan, Matrix Computations, 4th ed., section 8.6; for steps without a
 * shift, which keep the digits of small values, J. Demmel and W. Kahan (1990), doi:10.1137/0911052.
 */
final class SmallSvd {
  // A = Q B P' by reflections, then B = S diag(s) T' by rotations, which turn the rows of Q' and P'
  // to those of U' = S'Q' and V' = T'P'. Those of a step are turned together.

  private static final double EPSILON = 0x1p-53;

  private final Backend backend = Backends.get();
  private final double[] s;
  private final double[] beside;
  private final double[] leftCos;
  private final double[] leftSin;
  private final double[] rightCos;
  private final double[] rightSin;
  private final Matrix left;
  private final Matrix right;
  private double cos;
  private double sin;

  /**
   * Decomposes {@code a}, row-major, the largest magnitude about 1.
   *
   * @throws ConvergenceException if the steps do not end
   */
  SmallSvd(int m, int n, double[] a) {
    s = new double[n];
    beside = new double[n];
    leftCos = new double[n];
    leftSin = new double[n];
    rightCos = new double[n];
    rightSin = new double[n];
    int ld = Reflections.padded(n);
    double[] rows = Reflections.pad(m, n, a);
    double[] columns = new double[n * m];
    Reflections ofColumns = new Reflections(m, columns, m, new double[n]);
    Reflections ofRows = new Reflections(n, rows, ld, new double[n]);
    for (int k = 0; k < n; k++) {
      for (int i = k; i < m; i++) {
        columns[k * m + i] = rows[i * ld + k];
      }
      s[k] = ofColumns.make(k, k);
      ofColumns.reflectRows(k, k, rows, ld, k + 1);
      if (k < n - 1) {
        beside[k] = ofRows.make(k, k + 1);
        ofRows.reflectColumns(k, k + 1, rows, ld, k + 1, m);
      }
    }
    left = ofColumns.transposedProduct(0, n);
    right = ofRows.transposedProduct(1, n);
    ImplicitQr.run(s, beside, this::step);
    for (int i = 0; i < n; i++) {
      if (s[i] < 0) {
        backend.scal(n, -1, right.data(), i * right.stride());
      }
      s[i] = Math.abs(s[i]);
    }
  }

  /** s (n), in no order. */
  double[] values() {
    return s;
  }

  /** U' (n x m). */
  Matrix left() {
    return left;
  }

  /** V' (n x n). */
  Matrix right() {
    return right;
  }

  private void step(int first, int last) {
    double shift = shift(first, last);
    if (shift == 0) {
      stepUnshifted(first, last);
    } else {
      stepShifted(first, last, shift);
    }
    int wide = left.stride();
    backend.rotateRows(first, last, wide, leftCos, leftSin, left.data(), 0, wide);
    wide = right.stride();
    backend.rotateRows(first, last, wide, rightCos, rightSin, right.data(), 0, wide);
  }

  /**
   * The smaller singular value of the last two rows and columns, or 0 if it is nothing beside the
   * first element or if the block is singular.
   */
  private double shift(int first, int last) {
    double least = Math.abs(s[first]);
    double largest = least;
    for (int i = first + 1; i <= last && least > 0; i++) {
      double magnitude = Math.abs(s[i]);
      double above = Math.abs(beside[i - 1]);
      least = magnitude * (least / (least + above));
      largest = Math.max(largest, Math.max(magnitude, above));
    }
    if (least <= EPSILON * largest) {
      return 0;
    }
    double d = Math.abs(s[last - 1]);
    double e = Math.abs(s[last]);
    double square = beside[last - 1] * beside[last - 1];
    double sum = Math.sqrt((d + e) * (d + e) + square);
    double difference = Math.sqrt((d - e) * (d - e) + square);
    double shift = 2 * d * e / (sum + difference);
    double ratio = shift / s[first];
    return ratio * ratio < EPSILON ? 0 : shift;
  }

  private void stepShifted(int first, int last, double shift) {
    double head = Math.abs(s[first]);
    double x = (head - shift) * (Math.copySign(1, s[first]) + shift / s[first]);
    double y = beside[first];
    for (int i = first; i < last; i++) {
      double length = turnRight(i, x, y);
      if (i > first) {
        beside[i - 1] = length;
      }
      x = cos * s[i] + sin * beside[i];
      double above = cos * beside[i] - sin * s[i];
      double below = cos * s[i + 1];
      s[i] = turnLeft(i, x, sin * s[i + 1]);
      x = cos * above + sin * below;
      s[i + 1] = cos * below - sin * above;
      y = sin * beside[i + 1];
      beside[i + 1] *= cos;
    }
    beside[last - 1] = x;
  }

  private void stepUnshifted(int first, int last) {
    double x = s[first];
    double cosBefore = 1;
    double sinBefore = 0;
    for (int i = first; i < last; i++) {
      double length = turnRight(i, x, beside[i]);
      if (i > first) {
        beside[i - 1] = sinBefore * length;
      }
      x = cos * s[i + 1];
      s[i] = turnLeft(i, cosBefore * length, sin * s[i + 1]);
      cosBefore = cos;
      sinBefore = sin;
    }
    s[last] = x * cosBefore;
    beside[last - 1] = x * sinBefore;
  }

  private double turnRight(int i, double x, double y) {
    double length = turn(x, y);
    rightCos[i] = cos;
    rightSin[i] = sin;
    return length;
  }

  private double turnLeft(int i, double x, double y) {
    double length = turn(x, y);
    leftCos[i] = cos;
    leftSin[i] = sin;
    return length;
  }

  /** Sets cos and sin so that they turn (x, y) to (length, 0), and returns the length. */
  private double turn(double x, double y) {
    double length = Math.sqrt(x * x + y * y);
    if (length < Scale.TINY) {
      cos = 1;
      sin = 0;
      return x;
    }
    cos = x / length;
    sin = y / length;
    return length;
  }
}
