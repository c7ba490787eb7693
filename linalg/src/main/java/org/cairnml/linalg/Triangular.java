package org.cairnml.linalg;

import org.cairnml.linalg.backend.Backend;

/** Substitution with triangular matrices, in place; only the named triangle is read. */
final class Triangular {

  private Triangular() {}

  /** x = inverse(L) x. */
  static void solveLower(Matrix l, double[] x) {
    Backend backend = Backends.get();
    for (int i = 0; i < x.length; i++) {
      int row = l.offset() + i * l.stride();
      x[i] = (x[i] - backend.dot(i, l.data(), row, x, 0)) / l.data()[row + i];
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

  /** X = inverse(L) X, where X is (n x k). */
  static void solveLower(Matrix l, Matrix x) {
    Backend backend = Backends.get();
    int k = x.cols();
    for (int i = 0; i < x.rows(); i++) {
      int row = x.offset() + i * x.stride();
      for (int j = 0; j < i; j++) {
        backend.axpy(k, -l.get(i, j), x.data(), x.offset() + j * x.stride(), x.data(), row);
      }
      divide(k, l.get(i, i), x.data(), row);
    }
  }

  /** X = inverse(L') X, where X is (n x k). */
  static void solveLowerTransposed(Matrix l, Matrix x) {
    Backend backend = Backends.get();
    int k = x.cols();
    for (int i = x.rows() - 1; i >= 0; i--) {
      int row = x.offset() + i * x.stride();
      divide(k, l.get(i, i), x.data(), row);
      for (int j = 0; j < i; j++) {
        backend.axpy(k, -l.get(i, j), x.data(), row, x.data(), x.offset() + j * x.stride());
      }
    }
  }

  /** x = inverse(R) x for an upper triangular R, on the leading {@code n} elements. */
  static void solveUpper(Matrix r, int n, double[] x) {
    Backend backend = Backends.get();
    for (int i = n - 1; i >= 0; i--) {
      int row = r.offset() + i * r.stride();
      double known = backend.dot(n - i - 1, r.data(), row + i + 1, x, i + 1);
      x[i] = (x[i] - known) / r.data()[row + i];
    }
  }

  private static void divide(int n, double divisor, double[] x, int offset) {
    for (int j = offset; j < offset + n; j++) {
      x[j] /= divisor;
    }
  }
}
