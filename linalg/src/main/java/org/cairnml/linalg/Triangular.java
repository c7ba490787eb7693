package org.cairnml.linalg;

import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.Diagonal;
import org.cairnml.linalg.backend.Side;
import org.cairnml.linalg.backend.Transpose;
import org.cairnml.linalg.backend.Triangle;

/** Substitution with triangular matrices, in place; only the named triangle is read. */
final class Triangular {

  private Triangular() {}

  /** x = inverse(L) x. */
  static void solveLower(Matrix l, Diagonal diagonal, double[] x) {
    Backend backend = Backends.get();
    for (int i = 0; i < x.length; i++) {
      int row = l.offset() + i * l.stride();
      x[i] -= backend.dot(i, l.data(), row, x, 0);
      if (diagonal == Diagonal.STORED) {
        x[i] /= l.data()[row + i];
      }
    }
  }

  /** x = inverse(U) x. */
  static void solveUpper(Matrix u, double[] x) {
    Backend backend = Backends.get();
    for (int i = x.length - 1; i >= 0; i--) {
      int at = u.offset() + i * u.stride() + i;
      double known = backend.dot(x.length - i - 1, u.data(), at + 1, x, i + 1);
      x[i] = (x[i] - known) / u.data()[at];
    }
  }

  /** x = inverse(L') x. */
  static void solveLowerTransposed(Matrix l, double[] x) {
    Backend backend = Backends.get();
    for (int i = x.length - 1; i >= 0; i--) {
      int row = l.offset() + i * l.stride();
      x[i] /= l.data()[row + i];
      backend.axpy(i, -x[i], l.data(), row, x, 0);
    }
  }

  /** X = inverse(op(T)) X for the triangle T of a matrix, where X is (n x k). */
  static void solve(Triangle triangle, Transpose transpose, Diagonal diagonal, Matrix t, Matrix x) {
    Backends.get()
        .trsm(
            Side.LEFT,
            triangle,
            transpose,
            diagonal,
            x.rows(),
            x.cols(),
            1,
            t.data(),
            t.offset(),
            t.stride(),
            x.data(),
            x.offset(),
            x.stride());
  }
}
