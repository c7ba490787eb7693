package org.cairnml.linalg;

import org.cairnml.base.ConvergenceException;

/**
 * The eigendecomposition A = V diag(w) V' of a small symmetric matrix (n x n), in plain loops:
 * where calls, blocks and halves cost more than they save.
 *
 * <p>Source: Golub and Van Loan, Matrix Computations, 4th ed., sections 8.3.1 and 8.3.3, with the
 * steps from the last row up, as W. Martin and J. Wilkinson (1968), doi:10.1007/BF02165404.
 */
final class SmallSymmetricEigen {
  // A = Q T Q' by reflections, whose vectors stay in the rows of A; then T = S diag(w) S' by
  // rotations, each of two rows of V' = S' Q'. A is of magnitude 1, so that what is below TINY may
  // count as zero, and no square of anything else underflows.

  private static final double EPSILON = 0x1p-53;
  private static final double TINY = 0x1p-400;

  /** Steps for each eigenvalue, of which less than two are usual. */
  private static final int STEPS = 60;

  private final int n;
  private final double[] a;
  private final double[] w;
  private final double[] beside;
  private final double[] rows;

  private SmallSymmetricEigen(int n, double[] a, double[] w) {
    this.n = n;
    this.a = a;
    this.w = w;
    this.beside = new double[n];
    this.rows = new double[n * n];
  }

  /**
   * Writes the eigenvalues, in no order, to {@code w}; returns the eigenvectors as rows.
   *
   * @param a both triangles, the largest magnitude about 1; overwritten
   */
  static double[] decompose(int n, double[] a, double[] w) {
    var eigen = new SmallSymmetricEigen(n, a, w);
    eigen.reduce();
    eigen.unfold();
    eigen.diagonalize();
    return eigen.rows;
  }

  /** T goes to w and beside it; row k of A holds the reflector, and beside[k] is in T. */
  private void reduce() {
    double[] product = new double[n];
    for (int k = 0; k < n; k++) {
      int row = k * n;
      w[k] = a[row + k];
      a[row + k] = k < n - 2 ? reflect(k) : 0;
      if (k == n - 2) {
        beside[k] = a[row + k + 1];
      }
      if (a[row + k] != 0) {
        update(k, a[row + k], product);
      }
    }
  }

  /** Makes row k right of the diagonal a reflector v and returns its 2 / v'v, or 0 for none. */
  private double reflect(int k) {
    int head = k * n + k + 1;
    double rest = 0;
    for (int j = k + 2; j < n; j++) {
      rest += a[k * n + j] * a[k * n + j];
    }
    double alpha = a[head];
    beside[k] = alpha;
    if (rest < TINY * TINY) {
      return 0;
    }
    double norm = Math.sqrt(alpha * alpha + rest);
    beside[k] = -Math.copySign(norm, alpha);
    a[head] = alpha - beside[k];
    return 1 / (norm * (norm + Math.abs(alpha)));
  }

  /** The rest of A becomes (I - tau v v') A (I - tau v v') = A - v u' - u v'. */
  private void update(int k, double tau, double[] u) {
    int v = k * n;
    multiply(k, tau, a, u);
    double along = 0;
    for (int j = k + 1; j < n; j++) {
      along += u[j] * a[v + j];
    }
    for (int j = k + 1; j < n; j++) {
      u[j] -= 0.5 * tau * along * a[v + j];
    }
    for (int i = k + 1; i < n; i++) {
      double vi = a[v + i];
      double ui = u[i];
      for (int j = k + 1; j < n; j++) {
        a[i * n + j] -= vi * u[j] + ui * a[v + j];
      }
    }
  }

  /** u' = tau v' M for what is below and right of element (k, k) of M. */
  private void multiply(int k, double tau, double[] m, double[] u) {
    for (int j = k + 1; j < n; j++) {
      u[j] = 0;
    }
    for (int i = k + 1; i < n; i++) {
      double weight = tau * a[k * n + i];
      for (int j = k + 1; j < n; j++) {
        u[j] += weight * m[i * n + j];
      }
    }
  }

  /** Q' from the reflectors, the last first, as only what is below and right of it then changes. */
  private void unfold() {
    double[] u = new double[n];
    for (int i = 0; i < n; i++) {
      rows[i * n + i] = 1;
    }
    for (int k = n - 3; k >= 0; k--) {
      double tau = a[k * n + k];
      multiply(k, tau, rows, u);
      for (int i = k + 1; i < n; i++) {
        double vi = a[k * n + i];
        for (int j = k + 1; j < n; j++) {
          rows[i * n + j] -= vi * u[j];
        }
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double swap = rows[i * n + j];
        rows[i * n + j] = rows[j * n + i];
        rows[j * n + i] = swap;
      }
    }
  }

  private void diagonalize() {
    int left = STEPS * n;
    for (int first = 0; first < n; first++) {
      for (int last = end(first); last > first; last = end(first)) {
        if (left-- == 0) {
          throw new ConvergenceException(
              "the eigenvalues of a matrix of " + Shapes.of(n, n) + " did not converge");
        }
        step(first, last);
      }
    }
  }

  /** The last row of the block that begins with this one: nothing counts beside it. */
  private int end(int first) {
    int i = first;
    while (i < n - 1
        && Math.abs(beside[i]) > TINY + EPSILON * (Math.abs(w[i]) + Math.abs(w[i + 1]))) {
      i++;
    }
    return i;
  }

  /** An implicit QL step from the last row up, shifted by Wilkinson's shift at the first. */
  private void step(int first, int last) {
    double ratio = (w[first + 1] - w[first]) / (2 * beside[first]);
    double divisor = ratio + Math.copySign(Math.sqrt(ratio * ratio + 1), ratio);
    double x = w[last] - w[first] + beside[first] / divisor;
    double cos = 1;
    double sin = 1;
    double shift = 0;
    for (int i = last - 1; i >= first; i--) {
      double y = sin * beside[i];
      double next = cos * beside[i];
      double length = Math.sqrt(x * x + y * y);
      beside[i + 1] = length;
      if (length < TINY) {
        w[i + 1] -= shift;
        beside[i] = next;
        beside[last] = 0;
        return;
      }
      sin = y / length;
      cos = x / length;
      double above = w[i + 1] - shift;
      double turned = (w[i] - above) * sin + 2 * cos * next;
      shift = sin * turned;
      w[i + 1] = above + shift;
      x = cos * turned - next;
      rotate(i * n, cos, sin);
    }
    w[first] -= shift;
    beside[first] = x;
    beside[last] = 0;
  }

  /** Turns the row that begins there and the one after it. */
  private void rotate(int at, double cos, double sin) {
    for (int j = at; j < at + n; j++) {
      double x = rows[j];
      double y = rows[j + n];
      rows[j] = cos * x - sin * y;
      rows[j + n] = sin * x + cos * y;
    }
  }
}
