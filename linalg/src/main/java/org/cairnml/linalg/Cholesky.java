package org.cairnml.linalg;

import java.util.Optional;
import org.cairnml.linalg.backend.Backend;

/**
 * The Cholesky factorization A = L L' of a symmetric positive definite matrix (n x n), with L lower
 * triangular. Only the lower triangle of A is read.
 *
 * <p>A pivot counts as positive if it is above zero; no threshold is set against the scale of the
 * matrix, so small matrices are factored as well as large ones.
 *
 * <p>Source: Golub and Van Loan, Matrix Computations, 4th ed., section 4.2.
 */
public final class Cholesky {

  private final Matrix l;

  private Cholesky(Matrix l) {
    this.l = l;
  }

  /**
   * Factors {@code a} (n x n), which is not modified.
   *
   * @throws NotPositiveDefiniteException if a pivot is not above zero, with its index
   * @throws IllegalArgumentException if {@code a} is not square
   */
  public static Cholesky of(Matrix a) {
    Matrix l = lowerTriangle(a);
    int failed = factor(l);
    if (failed >= 0) {
      throw new NotPositiveDefiniteException(failed, l.get(failed, failed));
    }
    return new Cholesky(l);
  }

  /** As {@link #of}, but empty if {@code a} is not positive definite. */
  public static Optional<Cholesky> tryOf(Matrix a) {
    Matrix l = lowerTriangle(a);
    return factor(l) >= 0 ? Optional.empty() : Optional.of(new Cholesky(l));
  }

  private static Matrix lowerTriangle(Matrix a) {
    if (a.rows() != a.cols()) {
      throw new IllegalArgumentException(
          "a Cholesky factorization needs a square matrix, but this is " + a.shape());
    }
    int n = a.rows();
    Matrix l = Matrix.zeros(n, n);
    for (int i = 0; i < n; i++) {
      System.arraycopy(a.data(), a.offset() + i * a.stride(), l.data(), i * n, i + 1);
    }
    return l;
  }

  /** Factors in place; returns the index of the first bad pivot, which stays in place, or -1. */
  private static int factor(Matrix matrix) {
    Backend backend = Backends.get();
    double[] l = matrix.data();
    int n = matrix.rows();
    for (int i = 0; i < n; i++) {
      int row = i * n;
      for (int j = 0; j < i; j++) {
        l[row + j] = (l[row + j] - backend.dot(j, l, row, l, j * n)) / l[j * n + j];
      }
      double pivot = l[row + i] - backend.dot(i, l, row, l, row);
      if (!(pivot > 0) || pivot == Double.POSITIVE_INFINITY) {
        l[row + i] = pivot;
        return i;
      }
      l[row + i] = Math.sqrt(pivot);
    }
    return -1;
  }

  /** L (n x n), lower triangular, a copy. */
  public Matrix l() {
    return l.copy();
  }

  /** x in A x = b; b has n elements. */
  public Vector solve(Vector b) {
    checkRows(b.size());
    double[] x = b.toArray();
    Triangular.solveLower(l, x);
    Triangular.solveLowerTransposed(l, x);
    return Vector.wrap(x);
  }

  /** X (n x k) in A X = B; B is (n x k). */
  public Matrix solve(Matrix b) {
    checkRows(b.rows());
    Matrix x = b.copy();
    Triangular.solveLower(l, x);
    Triangular.solveLowerTransposed(l, x);
    return x;
  }

  /** The inverse of A (n x n), exactly symmetric. */
  public Matrix inverse() {
    Matrix inverse = solve(Matrix.identity(l.rows()));
    inverse.mirrorLowerTriangle();
    return inverse;
  }

  /** The natural logarithm of the determinant of A. */
  public double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < l.rows(); i++) {
      sum += Math.log(l.get(i, i));
    }
    return 2 * sum;
  }

  private void checkRows(int rows) {
    if (rows != l.rows()) {
      throw new IllegalArgumentException(
          "the right-hand side has %d rows, but the factored matrix is %s"
              .formatted(rows, l.shape()));
    }
  }
}
