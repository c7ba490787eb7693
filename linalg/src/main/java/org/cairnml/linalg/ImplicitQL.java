package org.cairnml.linalg;

import java.util.Arrays;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.Transpose;

/** The eigenvalues and eigenvectors of a full symmetric matrix by way of tridiagonal form. */
final class ImplicitQL {
  // First A = Q T Q' by Householder reflections from the first column on; then Q' is built up from
  // them by blocks, and implicit QL steps on T turn its rows into the eigenvectors. Rows are arrays
  // of their own
  // so that the rotation of two rows is vectorized.

  private static final int STEPS_PER_VALUE = 50;
  private static final int BLOCK = 32;
  private static final double EPSILON = 0x1p-52;

  /** What counts as zero beside a largest element of about 1. */
  private static final double NOISE = 0x1p-60;

  private final Backend backend = Backends.get();
  private final int n;
  private final double[] a;
  private final double[] diagonal;
  private final double[] beside;

  ImplicitQL(int n, double[] a) {
    this.n = n;
    this.a = a;
    this.diagonal = new double[n];
    this.beside = new double[n];
  }

  /** Writes the eigenvalues to {@code w} and the eigenvectors to the rows of the matrix. */
  boolean solve(double[] w) {
    int exponent = scale();
    double[] tau = reduce();
    double[][] rows = accumulate(tau);
    boolean converged = iterate(rows);
    for (int i = 0; i < n; i++) {
      w[i] = Math.scalb(diagonal[i], exponent);
      System.arraycopy(rows[i], 0, a, i * n, n);
    }
    return converged;
  }

  /** Divides by a power of two, so that no square overflows or underflows. */
  private int scale() {
    int at = backend.iamax(n * n, a, 0);
    if (at < 0 || a[at] == 0) {
      return 0;
    }
    int exponent = Math.getExponent(a[at]);
    for (int i = 0; i < a.length; i++) {
      a[i] = Math.scalb(a[i], -exponent);
    }
    return exponent;
  }

  /** Row k keeps the reflector of step k from column k + 1 on, its first element 1 implied. */
  private double[] reduce() {
    double[] tau = new double[n];
    double[] p = new double[n];
    for (int k = 0; k < n - 1; k++) {
      diagonal[k] = a[k * n + k];
      int left = n - k - 1;
      int v = k * n + k + 1;
      double alpha = a[v];
      double norm = backend.nrm2(left - 1, a, v + 1);
      if (norm == 0) {
        beside[k] = alpha;
        continue;
      }
      double beta = -Math.copySign(Math.hypot(alpha, norm), alpha);
      tau[k] = (beta - alpha) / beta;
      backend.scal(left - 1, 1 / (alpha - beta), a, v + 1);
      a[v] = 1;
      beside[k] = beta;
      int rest = (k + 1) * n + k + 1;
      backend.gemv(Transpose.NO, left, left, tau[k], a, rest, n, a, v, 0, p, 0);
      backend.axpy(left, -0.5 * tau[k] * backend.dot(left, p, 0, a, v), a, v, p, 0);
      for (int i = 0; i < left; i++) {
        backend.axpy(left, -a[v + i], p, 0, a, rest + i * n);
        backend.axpy(left, -p[i], a, v, a, rest + i * n);
      }
    }
    if (n > 0) {
      diagonal[n - 1] = a[n * n - 1];
    }
    return tau;
  }

  private double[][] accumulate(double[] tau) {
    double[] q = new double[n * n];
    for (int i = 0; i < n; i++) {
      q[i * n + i] = 1;
    }
    double[] shifted = new double[n * n];
    double[] shiftedTau = new double[n];
    for (int k = 0; k < n - 1; k++) {
      System.arraycopy(a, k * n + k + 1, shifted, (k + 1) * n + k + 1, n - k - 1);
      shiftedTau[k + 1] = tau[k];
    }
    for (int k = (n - 1) / BLOCK * BLOCK; k >= 0 && n > 0; k -= BLOCK) {
      int end = Math.min(n, k + BLOCK);
      new BlockReflector(n, shifted, shiftedTau, k, end).apply(q, k, n);
    }
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      rows[i] = Arrays.copyOfRange(q, i * n, (i + 1) * n);
    }
    return rows;
  }

  private boolean iterate(double[][] rows) {
    for (int low = 0; low < n; low++) {
      for (int step = 0; ; step++) {
        int end = low;
        while (end < n - 1 && !negligible(end)) {
          end++;
        }
        if (end == low) {
          break;
        }
        if (step == STEPS_PER_VALUE) {
          return false;
        }
        sweep(rows, low, end);
      }
    }
    return true;
  }

  private boolean negligible(int i) {
    return Math.abs(beside[i])
        <= EPSILON * Math.sqrt(Math.abs(diagonal[i])) * Math.sqrt(Math.abs(diagonal[i + 1]))
            + NOISE;
  }

  /** One implicit QL step with Wilkinson's shift on the block from low to end. */
  private void sweep(double[][] rows, int low, int end) {
    double half = (diagonal[low + 1] - diagonal[low]) / (2 * beside[low]);
    double root = Math.hypot(half, 1);
    double g = diagonal[end] - diagonal[low] + beside[low] / (half + Math.copySign(root, half));
    double s = 1;
    double c = 1;
    double p = 0;
    for (int i = end - 1; i >= low; i--) {
      double f = s * beside[i];
      double b = c * beside[i];
      double r = Math.hypot(f, g);
      if (i + 1 < n) {
        beside[i + 1] = r;
      }
      if (r == 0) {
        diagonal[i + 1] -= p;
        beside[end] = 0;
        return;
      }
      s = f / r;
      c = g / r;
      g = diagonal[i + 1] - p;
      r = (diagonal[i] - g) * s + 2 * c * b;
      p = s * r;
      diagonal[i + 1] = g + p;
      g = c * r - b;
      rotate(rows[i], rows[i + 1], c, s);
    }
    diagonal[low] -= p;
    beside[low] = g;
    beside[end] = 0;
  }

  private static void rotate(double[] x, double[] y, double c, double s) {
    for (int k = 0; k < x.length; k++) {
      double upper = y[k];
      y[k] = s * x[k] + c * upper;
      x[k] = c * x[k] - s * upper;
    }
  }
}
