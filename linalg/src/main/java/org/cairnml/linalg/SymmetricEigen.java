package org.cairnml.linalg;

import java.util.Optional;
import org.cairnml.base.ConvergenceException;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.Lapack;
import org.cairnml.linalg.backend.Transpose;

/**
 * The eigendecomposition A = V diag(w) V' of a symmetric matrix (n x n), V orthogonal and w rising.
 * Only the lower triangle of A is read. The sign of each eigenvector is such that its element of
 * largest magnitude, the first of several, is positive.
 *
 * <p>Source: reduction to tridiagonal form, Golub and Van Loan, Matrix Computations, 4th ed.,
 * section 8.3, and divide and conquer, M. Gu and S. Eisenstat (1995),
 * doi:10.1137/S0895479892242232, or, for few rows, implicit QR steps, section 8.3.3 of the same
 * book.
 */
public final class SymmetricEigen {

  /** Rows up to which QR steps are fastest. */
  private static final int SMALL = 56;

  private final double[] values;
  private final Matrix vectors;

  private SymmetricEigen(double[] values, Matrix vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  /**
   * Decomposes {@code a} (n x n), which is not modified.
   *
   * @throws IllegalArgumentException if {@code a} is not square, or its lower triangle holds NaN or
   *     infinity
   * @throws ConvergenceException if the iteration of a native library, or of a small matrix, does
   *     not end
   */
  public static SymmetricEigen of(Matrix a) {
    int n = a.rows();
    if (n != a.cols()) {
      throw new IllegalArgumentException(
          "an eigendecomposition needs a square matrix, but this is " + a.shape());
    }
    Matrix symmetric = Matrix.zeros(n, n);
    for (int i = 0; i < n; i++) {
      a.requireFinite(i, i + 1);
      System.arraycopy(a.data(), a.offset() + i * a.stride(), symmetric.data(), i * n, i + 1);
    }
    symmetric.mirrorLowerTriangle();
    if (n <= SMALL) {
      int exponent = Scale.toOne(symmetric.data());
      var small = new SmallSymmetricEigen(n, symmetric.data());
      Scale.multiply(small.values(), exponent);
      return sorted(small.values(), small.vectors());
    }
    double[] w = new double[n];
    Optional<Lapack> lapack = Backends.get().lapack(n, n);
    if (lapack.isEmpty()) {
      byHalving(n, symmetric.data(), w);
    } else if (!lapack.get().symmetricEigen(n, symmetric.data(), w)) {
      throw new ConvergenceException(
          "the eigenvalues of a matrix of %d x %d did not converge".formatted(n, n));
    }
    return sorted(w, symmetric);
  }

  /** Writes the eigenvalues to {@code w}, and the eigenvectors as rows in place of A. */
  private static void byHalving(int n, double[] a, double[] w) {
    int exponent = Scale.toOne(a);
    Tridiagonal reduced = new Tridiagonal(n, a);
    TridiagonalEigen eigen = new TridiagonalEigen(reduced.diagonal(), reduced.beside());
    double[] values = eigen.values();
    for (int i = 0; i < n; i++) {
      w[i] = Math.scalb(values[i], exponent);
    }
    eigen.vectors(a, n);
    reduced.turn(a, n);
  }

  /** Eigenvectors come in as rows. */
  private static SymmetricEigen sorted(double[] w, Matrix rows) {
    int n = w.length;
    Backend backend = Backends.get();
    int[] order = Order.rising(w, 0, n);
    double[] values = new double[n];
    Matrix vectors = rows.rows(order);
    for (int i = 0; i < n; i++) {
      values[i] = w[order[i]];
      double[] data = vectors.data();
      if (data[i * n + backend.iamax(n, data, i * n)] < 0) {
        backend.scal(n, -1, data, i * n);
      }
    }
    return new SymmetricEigen(values, vectors.transpose());
  }

  /** The eigenvalues (n), rising; beyond the largest double they are infinite. */
  public double[] values() {
    return values.clone();
  }

  /** The eigenvectors (n x n): column j belongs to value j. */
  public Matrix vectors() {
    return vectors.copy();
  }

  /** V diag(f(w)) V' for values computed from the eigenvalues, for example a square root. */
  public Matrix rebuild(java.util.function.DoubleUnaryOperator f) {
    int n = values.length;
    Matrix scaled = vectors.copy();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        scaled.data()[i * n + j] *= f.applyAsDouble(values[j]);
      }
    }
    Matrix result = Matrix.zeros(n, n);
    Backends.get()
        .gemm(
            Transpose.NO,
            Transpose.YES,
            n,
            n,
            n,
            1,
            scaled.data(),
            0,
            n,
            vectors.data(),
            0,
            n,
            0,
            result.data(),
            0,
            n);
    return result;
  }
}
