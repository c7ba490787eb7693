package org.cairnml.linalg;

import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.Transpose;

/**
 * The real Schur form A = Z T Z' of a square matrix: Z orthogonal, T upper triangular but for a
 * block of two rows on the diagonal for each pair of conjugate eigenvalues.
 *
 * <p>Source: Golub and Van Loan, Matrix Computations, 4th ed., sections 7.4 and 7.5.
 */
final class RealSchur {
  // Householder reflections bring A to Hessenberg form. Then Francis steps, each with two shifts at
  // once so that conjugate shifts need no complex numbers, chase a bulge of three rows down the
  // active part, which shrinks from below as elements under the diagonal vanish. The shifts are the
  // eigenvalues of its last two rows; their products are divided by an element beside the diagonal,
  // so that they neither over- nor underflow.

  private static final double EPSILON = 0x1p-52;
  private static final int STEPS_PER_VALUE = 60;

  /** After so many steps without progress the shifts are replaced by others. */
  private static final int PATIENCE = 10;

  private final Backend backend = Backends.get();
  private final int n;
  private final double[] t;
  private final double[] zRows;
  private final double[] reflector = new double[3];

  /** Takes over {@code t} (n x n), elements of about 1, and works in it. */
  RealSchur(int n, double[] t) {
    this.n = n;
    this.t = t;
    this.zRows = Matrix.identity(n).data();
  }

  /** T (n x n) after {@link #solve}. */
  double[] t() {
    return t;
  }

  /** Z' (n x n) after {@link #solve}. */
  double[] zRows() {
    return zRows;
  }

  /** Whether the steps converged. */
  boolean solve() {
    toHessenberg();
    double floor = Double.MIN_NORMAL / EPSILON;
    int last = n - 1;
    int steps = 0;
    while (last > 0) {
      int first = last;
      while (first > 0 && !negligible(first, floor)) {
        first--;
      }
      if (first > 0) {
        t[first * n + first - 1] = 0;
      }
      if (first >= last - 1) {
        if (first == last - 1) {
          splitIfReal(first);
        }
        last = first - 1;
        steps = 0;
      } else if (++steps > STEPS_PER_VALUE) {
        return false;
      } else {
        francisStep(first, last, steps % PATIENCE == 0);
      }
    }
    return true;
  }

  private boolean negligible(int i, double floor) {
    double around = Math.abs(t[(i - 1) * n + i - 1]) + Math.abs(t[i * n + i]);
    return Math.abs(t[i * n + i - 1]) <= Math.max(floor, EPSILON * around);
  }

  private void toHessenberg() {
    double[] v = new double[n];
    double[] work = new double[n];
    for (int k = 0; k < n - 2; k++) {
      int size = n - k - 1;
      for (int i = 0; i < size; i++) {
        v[i] = t[(k + 1 + i) * n + k];
      }
      double beta = Householder.reflect(backend, size, v, 0);
      double head = v[0];
      v[0] = 1;
      applyLeft(t, k + 1, size, v, beta, work);
      applyRight(t, k + 1, size, v, beta, work);
      applyLeft(zRows, k + 1, size, v, beta, work);
      t[(k + 1) * n + k] = head;
      for (int i = k + 2; i < n; i++) {
        t[i * n + k] = 0;
      }
    }
  }

  /** Rows {@code first} on of A become those of (I - beta v v') A. */
  private void applyLeft(double[] a, int first, int size, double[] v, double beta, double[] work) {
    int at = first * n;
    backend.gemv(Transpose.YES, size, n, beta, a, at, n, v, 0, 0, work, 0);
    backend.ger(size, n, -1, v, 0, work, 0, a, at, n);
  }

  /** Columns {@code first} on of A become those of A (I - beta v v'). */
  private void applyRight(double[] a, int first, int size, double[] v, double beta, double[] work) {
    backend.gemv(Transpose.NO, n, size, beta, a, first, n, v, 0, 0, work, 0);
    backend.ger(n, size, -1, work, 0, v, 0, a, first, n);
  }

  private void francisStep(int first, int last, boolean exceptional) {
    int head = first * n + first;
    int end = last * n + last;
    double above = t[end - n - 1];
    double below = t[end];
    double right = t[end - n];
    double left = t[end - 1];
    if (exceptional) {
      left = Math.abs(left) + Math.abs(t[end - n - 2]);
      right = -0.4375 * left;
      above = 0.75 * left;
      below = above;
    }
    double h00 = t[head];
    double h10 = t[head + n];
    reflector[0] = (above - h00) * ((below - h00) / h10) - right * (left / h10) + t[head + 1];
    reflector[1] = h00 + t[head + n + 1] - above - below;
    reflector[2] = t[head + 2 * n + 1];
    for (int k = first; k < last; k++) {
      int size = Math.min(3, last - k + 1);
      if (k > first) {
        for (int i = 0; i < size; i++) {
          reflector[i] = t[(k + i) * n + k - 1];
        }
      }
      chase(k, size, first, last);
    }
  }

  /** Reflects rows and columns {@code k} on so that the reflector's column keeps its head only. */
  private void chase(int k, int size, int first, int last) {
    double norm = reflectorLength(size);
    if (norm == 0) {
      return;
    }
    double head = reflector[0] > 0 ? -norm : norm;
    double v0 = reflector[0] - head;
    double v1 = reflector[1] / v0;
    double v2 = size == 3 ? reflector[2] / v0 : 0;
    double beta = 2 / (1 + v1 * v1 + v2 * v2);
    if (k > first) {
      t[k * n + k - 1] = head;
      for (int i = 1; i < size; i++) {
        t[(k + i) * n + k - 1] = 0;
      }
    }
    int row0 = k * n;
    int row1 = row0 + n;
    int row2 = size == 3 ? row1 + n : row1;
    reflectRows(t, k, row0, row1, row2, v1, v2, beta);
    reflectColumns(t, Math.min(k + 3, last) + 1, k, size, v1, v2, beta);
    reflectRows(zRows, 0, row0, row1, row2, v1, v2, beta);
  }

  /** Free of over- and underflow. */
  private double reflectorLength(int size) {
    double unit = 0;
    for (int i = 0; i < size; i++) {
      unit = Math.max(unit, Math.abs(reflector[i]));
    }
    if (unit == 0) {
      return 0;
    }
    double squares = 0;
    for (int i = 0; i < size; i++) {
      double part = reflector[i] / unit;
      squares += part * part;
    }
    return unit * Math.sqrt(squares);
  }

  /** Three rows of A, of which the third may be the second, from a column on. */
  private void reflectRows(
      double[] a, int from, int row0, int row1, int row2, double v1, double v2, double beta) {
    for (int j = from; j < n; j++) {
      double share = beta * (a[row0 + j] + v1 * a[row1 + j] + v2 * a[row2 + j]);
      a[row0 + j] -= share;
      a[row1 + j] -= share * v1;
      a[row2 + j] -= share * v2;
    }
  }

  private void reflectColumns(
      double[] a, int rows, int k, int size, double v1, double v2, double beta) {
    int third = size == 3 ? 2 : 1;
    for (int i = 0; i < rows; i++) {
      int at = i * n + k;
      double share = beta * (a[at] + v1 * a[at + 1] + v2 * a[at + third]);
      a[at] -= share;
      a[at + 1] -= share * v1;
      a[at + third] -= share * v2;
    }
  }

  /** Makes the block of rows k and k + 1 triangular by a rotation if its eigenvalues are real. */
  private void splitIfReal(int k) {
    int top = k * n + k;
    double a = t[top];
    double b = t[top + 1];
    double c = t[top + n];
    double d = t[top + n + 1];
    double half = (a - d) / 2;
    double root = root(half, b, c);
    if (root < 0) {
      return;
    }
    double shift = half + Math.copySign(root, half);
    double norm = Math.hypot(shift, c);
    if (norm == 0) {
      return;
    }
    double cos = shift / norm;
    double sin = c / norm;
    rotateRows(t, k, k, cos, sin);
    rotateColumns(t, k + 2, k, cos, sin);
    rotateRows(zRows, k, 0, cos, sin);
    t[top + n] = 0;
  }

  /**
   * The root of half^2 + b c, by which the eigenvalues of a block with b and c beside its diagonal
   * differ from their mean; if they are conjugate, their imaginary part, below zero.
   */
  static double root(double half, double b, double c) {
    double unit = Math.max(Math.abs(half), Math.max(Math.abs(b), Math.abs(c)));
    if (unit == 0) {
      return 0;
    }
    double square = (half / unit) * (half / unit) + (b / unit) * (c / unit);
    return Math.copySign(unit * Math.sqrt(Math.abs(square)), square);
  }

  private void rotateRows(double[] a, int k, int from, double cos, double sin) {
    for (int j = k * n + from; j < (k + 1) * n; j++) {
      double upper = a[j];
      double lower = a[j + n];
      a[j] = cos * upper + sin * lower;
      a[j + n] = cos * lower - sin * upper;
    }
  }

  private void rotateColumns(double[] a, int rows, int k, double cos, double sin) {
    for (int i = 0; i < rows; i++) {
      int at = i * n + k;
      double left = a[at];
      double right = a[at + 1];
      a[at] = cos * left + sin * right;
      a[at + 1] = cos * right - sin * left;
    }
  }
}
