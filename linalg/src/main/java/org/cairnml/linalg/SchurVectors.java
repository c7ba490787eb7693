package org.cairnml.linalg;

import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.Transpose;

/**
 * The eigenvalues of a real Schur form Z T Z' and the eigenvectors of what it was balanced from.
 */
final class SchurVectors {
  // The vector x of a value w solves (T - w) x = 0 from the row of w upwards, with complex numbers
  // throughout; a pair of rows that belongs to conjugate values is solved as two equations. A
  // vanishing pivot, from a repeated value, becomes one that is tiny beside w; a vector that grows
  // is scaled down.

  private static final double EPSILON = 0x1p-52;
  private static final double SMALLEST_PIVOT = 0x1p-900;
  private static final double LARGE = 0x1p100;

  /** Squares of magnitudes that are equal but for rounding. */
  private static final double SAME_SQUARE = 8 * EPSILON;

  private final Backend backend = Backends.get();

  private final int n;
  private final double[] t;
  private final double[] zRows;
  private final Balance balance;
  private final double[] re;
  private final double[] im;
  private final double[] turnedRe;
  private final double[] turnedIm;

  SchurVectors(int n, double[] t, double[] zRows, Balance balance) {
    this.n = n;
    this.t = t;
    this.zRows = zRows;
    this.balance = balance;
    this.re = new double[n];
    this.im = new double[n];
    this.turnedRe = new double[n];
    this.turnedIm = new double[n];
  }

  /** The values times 2 to the power of {@code exponent}, with their vectors. */
  Eigen eigen(int exponent) {
    double[] valuesRe = new double[n];
    double[] valuesIm = new double[n];
    Matrix rowsRe = Matrix.zeros(n, n);
    Matrix rowsIm = Matrix.zeros(n, n);
    for (int k = 0; k < n; k++) {
      boolean pair = startsPair(k);
      double w = t[k * n + k];
      double wi = 0;
      if (pair) {
        double b = t[k * n + k + 1];
        double c = t[(k + 1) * n + k];
        double half = (w - t[(k + 1) * n + k + 1]) / 2;
        w = (w + t[(k + 1) * n + k + 1]) / 2;
        wi = -RealSchur.root(half, b, c);
      }
      solve(k, pair, w, wi);
      write(rowsRe.data(), rowsIm.data(), k, pair ? k + 1 : k);
      valuesRe[k] = Math.scalb(w, exponent);
      valuesIm[k] = Math.scalb(wi, exponent);
      if (pair) {
        valuesRe[k + 1] = valuesRe[k];
        valuesIm[k + 1] = 0 - valuesIm[k];
        for (int j = 0; j < n; j++) {
          rowsRe.set(k + 1, j, rowsRe.get(k, j));
          rowsIm.set(k + 1, j, -rowsIm.get(k, j));
        }
        k++;
      }
    }
    return Eigen.sorted(valuesRe, valuesIm, rowsRe, rowsIm);
  }

  private boolean startsPair(int k) {
    return k + 1 < n && t[(k + 1) * n + k] != 0;
  }

  /**
   * The vector of T for the value w + wi i, which belongs to row k, in {@code re} and {@code im}.
   */
  private void solve(int k, boolean pair, double w, double wi) {
    java.util.Arrays.fill(re, 0);
    java.util.Arrays.fill(im, 0);
    int last = k;
    re[k] = 1;
    if (pair) {
      last = k + 1;
      double b = t[k * n + k + 1];
      double c = t[(k + 1) * n + k];
      if (Math.abs(b) > Math.abs(c)) {
        re[last] = (w - t[k * n + k]) / b;
        im[last] = wi / b;
      } else {
        re[last] = 1;
        re[k] = (w - t[last * n + last]) / c;
        im[k] = wi / c;
      }
    }
    int i = k - 1;
    while (i >= 0) {
      if (i > 0 && t[i * n + i - 1] != 0) {
        solvePair(i - 1, last, w, wi);
        i -= 2;
      } else {
        solveRow(i, last, w, wi);
        i--;
      }
      shrink(i + 1, last);
    }
  }

  private double known(double[] x, int i, int from, int last) {
    return -backend.dot(last - from + 1, t, i * n + from, x, from);
  }

  private void solveRow(int i, int last, double w, double wi) {
    double pivot = awayFromZero(t[i * n + i] - w, wi, leastPivot(w, wi));
    divide(i, known(re, i, i + 1, last), known(im, i, i + 1, last), pivot, -wi);
  }

  private static double leastPivot(double w, double wi) {
    return Math.max(EPSILON * (Math.abs(w) + Math.abs(wi)), SMALLEST_PIVOT);
  }

  private static double awayFromZero(double re, double im, double least) {
    return Math.abs(re) + Math.abs(im) < least ? least : re;
  }

  /** x[i] = (a + b i) / (c + d i). */
  private void divide(int i, double a, double b, double c, double d) {
    if (Math.abs(c) >= Math.abs(d)) {
      double ratio = d / c;
      double size = c + d * ratio;
      re[i] = (a + b * ratio) / size;
      im[i] = (b - a * ratio) / size;
    } else {
      double ratio = c / d;
      double size = c * ratio + d;
      re[i] = (a * ratio + b) / size;
      im[i] = (b * ratio - a) / size;
    }
  }

  /** Rows i and i + 1, in units of their largest element, by Cramer's rule. */
  private void solvePair(int i, int last, double w, double wi) {
    double a = t[i * n + i] - w;
    double b = t[i * n + i + 1];
    double c = t[(i + 1) * n + i];
    double d = t[(i + 1) * n + i + 1] - w;
    double unit = Math.max(Math.max(Math.abs(a), Math.abs(b)), Math.max(Math.abs(c), Math.abs(d)));
    unit = Math.max(unit, leastPivot(w, wi));
    a /= unit;
    b /= unit;
    c /= unit;
    d /= unit;
    double v = wi / unit;
    double p = known(re, i, i + 2, last);
    double pi = known(im, i, i + 2, last);
    double q = known(re, i + 1, i + 2, last);
    double qi = known(im, i + 1, i + 2, last);
    double determinantIm = -v * (a + d);
    double determinant =
        awayFromZero(a * d - v * v - b * c, determinantIm, leastPivot(w, wi) / unit);
    divide(
        i,
        d * p + v * pi - b * q,
        d * pi - v * p - b * qi,
        unit * determinant,
        unit * determinantIm);
    divide(
        i + 1,
        a * q + v * qi - c * p,
        a * qi - v * q - c * pi,
        unit * determinant,
        unit * determinantIm);
  }

  private void shrink(int from, int last) {
    double largest = 0;
    for (int i = from; i <= last; i++) {
      largest = Math.max(largest, Math.abs(re[i]) + Math.abs(im[i]));
    }
    if (largest > LARGE) {
      for (int i = from; i <= last; i++) {
        re[i] /= largest;
        im[i] /= largest;
      }
    }
  }

  /** Row k of the results: P D Z x, of length 1, its largest element real and positive. */
  private void write(double[] outRe, double[] outIm, int k, int last) {
    backend.gemv(Transpose.YES, last + 1, n, 1, zRows, 0, n, re, 0, 0, turnedRe, 0);
    backend.gemv(Transpose.YES, last + 1, n, 1, zRows, 0, n, im, 0, 0, turnedIm, 0);
    int[] exponents = balance.exponents();
    int widest = Integer.MIN_VALUE;
    for (int i = 0; i < n; i++) {
      double size = Math.max(Math.abs(turnedRe[i]), Math.abs(turnedIm[i]));
      if (size != 0) {
        widest = Math.max(widest, Math.getExponent(size) + exponents[i]);
      }
    }
    int row = k * n;
    for (int i = 0; i < n; i++) {
      int to = row + balance.order()[i];
      outRe[to] = Math.scalb(turnedRe[i], exponents[i] - widest);
      outIm[to] = Math.scalb(turnedIm[i], exponents[i] - widest);
    }
    double largest = -1;
    int at = row;
    for (int i = row; i < row + n; i++) {
      double square = outRe[i] * outRe[i] + outIm[i] * outIm[i];
      if (square > largest * (1 + SAME_SQUARE)) {
        largest = square;
        at = i;
      }
    }
    double length = Math.hypot(backend.nrm2(n, outRe, row), backend.nrm2(n, outIm, row));
    double cos = outRe[at] / Math.sqrt(largest) / length;
    double sin = outIm[at] / Math.sqrt(largest) / length;
    for (int i = row; i < row + n; i++) {
      double x = outRe[i];
      double y = outIm[i];
      outRe[i] = x * cos + y * sin;
      outIm[i] = y * cos - x * sin + 0.0;
    }
    outIm[at] = 0;
  }
}
