package org.cairnml.linalg;

import java.util.Arrays;
import org.cairnml.base.ConvergenceException;
import org.cairnml.linalg.backend.Backend;

/**
 * The eigendecomposition A = V diag(w) V' of a small symmetric matrix (n x n), where blocks and
 * halves cost more than they save.
 *
 * <p>Source: Golub and Van Loan, Matrix Computations, 4th ed., sections 8.3.1 and 8.3.3.
 */
final class SmallSymmetricEigen {
  // A = Q T Q' by reflections, whose vectors stay in the rows of A; then T = S diag(w) S' by
  // rotations, which turn the rows of Q' to those of V' = S' Q'. Those of a step are turned
  // together.

  private final Backend backend = Backends.get();
  private final int n;
  private final double[] a;
  private final double[] tau;
  private final double[] w;
  private final double[] beside;
  private final double[] cosines;
  private final double[] sines;
  private final Matrix vectors;

  /**
   * Decomposes {@code a}, both triangles of it, the largest magnitude about 1, which is
   * overwritten.
   *
   * @throws ConvergenceException if the steps do not end
   */
  SmallSymmetricEigen(int n, double[] a) {
    this.n = n;
    this.a = a;
    tau = new double[n];
    w = new double[n];
    beside = new double[n];
    cosines = new double[n];
    sines = new double[n];
    Reflections reflections = new Reflections(n, a, n, tau);
    double[] u = new double[n];
    for (int k = 0; k < n; k++) {
      w[k] = a[k * n + k];
      if (k < n - 1) {
        beside[k] = reflections.make(k, k + 1);
        update(k, u);
      }
    }
    vectors = reflections.transposedProduct(1, n);
    ImplicitQr.run(w, beside, this::step);
  }

  /** w (n), in no order. */
  double[] values() {
    return w;
  }

  /** V' (n x n). */
  Matrix vectors() {
    return vectors;
  }

  /** The rest of A becomes (I - tau v v') A (I - tau v v') = A - v u' - u v'. */
  private void update(int k, double[] u) {
    if (tau[k] == 0) {
      return;
    }
    int v = k * n;
    Arrays.fill(u, 0);
    for (int i = k + 1; i < n; i++) {
      double weight = tau[k] * a[v + i];
      for (int j = k + 1; j < n; j++) {
        u[j] += weight * a[i * n + j];
      }
    }
    double along = 0;
    for (int j = k + 1; j < n; j++) {
      along += u[j] * a[v + j];
    }
    double half = 0.5 * tau[k] * along;
    for (int j = k + 1; j < n; j++) {
      u[j] -= half * a[v + j];
    }
    for (int i = k + 1; i < n; i++) {
      double vi = a[v + i];
      double ui = u[i];
      for (int j = k + 1; j < n; j++) {
        a[i * n + j] -= vi * u[j] + ui * a[v + j];
      }
    }
  }

  /** An implicit QR step from the first row down, shifted by Wilkinson's shift at the last. */
  private void step(int first, int last) {
    double ratio = (w[last - 1] - w[last]) / (2 * beside[last - 1]);
    double divisor = ratio + Math.copySign(Math.sqrt(ratio * ratio + 1), ratio);
    double x = w[first] - w[last] + beside[last - 1] / divisor;
    double cos = 1;
    double sin = 1;
    double shift = 0;
    for (int i = first; i < last; i++) {
      double y = sin * beside[i];
      double next = cos * beside[i];
      double length = Math.sqrt(x * x + y * y);
      if (i > first) {
        beside[i - 1] = length;
      }
      if (length < Scale.TINY) {
        w[i] -= shift;
        beside[i] = next;
        turn(first, i);
        return;
      }
      sin = y / length;
      cos = x / length;
      double above = w[i] - shift;
      double turned = (w[i + 1] - above) * sin + 2 * cos * next;
      shift = sin * turned;
      w[i] = above + shift;
      x = cos * turned - next;
      cosines[i] = cos;
      sines[i] = sin;
    }
    w[last] -= shift;
    beside[last - 1] = x;
    turn(first, last);
  }

  private void turn(int first, int last) {
    int wide = vectors.stride();
    backend.rotateRows(first, last, wide, cosines, sines, vectors.data(), 0, wide);
  }
}
