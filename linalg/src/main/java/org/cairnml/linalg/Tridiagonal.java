package org.cairnml.linalg;

import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.Transpose;

/**
 * The reduction A = Q T Q' of a symmetric matrix (n x n) to tridiagonal form by reflections, with
 * half of the work in matrix products.
 *
 * <p>Source: J. Dongarra, S. Hammarling and D. Sorensen (1989), doi:10.1016/0377-0427(89)90367-1.
 */
final class Tridiagonal {
  // Within a panel A is left as it was; what it should be is A - V W' - W V' with the reflectors V.
  // Both are kept transposed, their rows in turns, in one array with V first and in one with W
  // first, so that each sum over the two is one product.

  private static final int BLOCK = 12;

  private final Backend backend = Backends.get();
  private final int n;
  private final double[] a;
  private final double[] reflectors;
  private final double[] tau;
  private final double[] diagonal;
  private final double[] beside;

  /** Reduces {@code a}, both triangles of it, which is overwritten. */
  Tridiagonal(int n, double[] a) {
    this.n = n;
    this.a = a;
    this.reflectors = new double[n * n];
    this.tau = new double[n];
    this.diagonal = new double[n];
    this.beside = new double[n];
    for (int k = 0; k < n; k += BLOCK) {
      reducePanel(k, Math.min(n, k + BLOCK));
    }
  }

  /** The diagonal of T (n). */
  double[] diagonal() {
    return diagonal;
  }

  /** Beside the diagonal of T (n), the last element zero. */
  double[] beside() {
    return beside;
  }

  /** Rows x' become (Q x)'. */
  void turn(double[] rows, int count) {
    BlockReflector.applyAll(n, reflectors, tau, rows, count);
  }

  private void reducePanel(int from, int end) {
    int width = end - from;
    double[] vw = new double[2 * width * n];
    double[] wv = new double[2 * width * n];
    for (int k = from; k < end; k++) {
      int known = 2 * (k - from);
      int row = k * n;
      double[] weights = new double[known];
      for (int i = 0; i < known; i++) {
        weights[i] = vw[i * n + k];
      }
      backend.gemv(Transpose.YES, known, n - k, -1, wv, k, n, weights, 0, 1, a, row + k);
      diagonal[k] = a[row + k];
      int left = n - k - 1;
      if (left == 0) {
        return;
      }
      tau[k + 1] = Householder.reflect(backend, left, a, row + k + 1);
      beside[k] = a[row + k + 1];
      a[row + k + 1] = 1;
      System.arraycopy(a, row + k + 1, reflectors, row + n + k + 1, left);
      int first = known * n + k + 1;
      int second = first + n;
      System.arraycopy(a, row + k + 1, vw, first, left);
      System.arraycopy(a, row + k + 1, wv, second, left);
      product(vw, wv, known, k, wv, first);
      System.arraycopy(wv, first, vw, second, left);
    }
    int rest = n - end;
    backend.gemm(
        Transpose.YES,
        Transpose.NO,
        rest,
        rest,
        2 * width,
        -1,
        vw,
        end,
        n,
        wv,
        end,
        n,
        1,
        a,
        end * n + end,
        n);
  }

  /** w = tau (A v - V W'v - W V'v), less what of it is along v. */
  private void product(double[] vw, double[] wv, int known, int k, double[] w, int at) {
    int left = n - k - 1;
    double scale = tau[k + 1];
    int v = (k + 1) * n + k + 1;
    double[] along = new double[known];
    backend.gemv(Transpose.NO, left, left, scale, a, v, n, reflectors, v, 0, w, at);
    backend.gemv(Transpose.NO, known, left, scale, vw, k + 1, n, reflectors, v, 0, along, 0);
    backend.gemv(Transpose.YES, known, left, -1, wv, k + 1, n, along, 0, 1, w, at);
    double half = 0.5 * scale * backend.dot(left, w, at, reflectors, v);
    backend.axpy(left, -half, reflectors, v, w, at);
  }
}
