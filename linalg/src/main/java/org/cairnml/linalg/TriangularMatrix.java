package org.cairnml.linalg;

import org.cairnml.linalg.backend.Diagonal;
import org.cairnml.linalg.backend.Transpose;
import org.cairnml.linalg.backend.Triangle;

/**
 * A triangular matrix T (n x n) without a zero on its diagonal, to solve systems with by
 * substitution. NaN and infinity in right-hand sides reach the solution.
 *
 * <p>Source: Golub and Van Loan, Matrix Computations, 4th ed., section 3.1.
 */
public final class TriangularMatrix {

  private final Matrix t;
  private final Triangle triangle;
  private final Diagonal diagonal;

  private TriangularMatrix(Matrix t, Triangle triangle, Diagonal diagonal) {
    this.t = t;
    this.triangle = triangle;
    this.diagonal = diagonal;
  }

  /**
   * One triangle of {@code a} (n x n), copied; the other is not read, and neither is the diagonal
   * if that is said to be of ones.
   *
   * @throws SingularMatrixException if there is a zero on the diagonal, with its position
   * @throws IllegalArgumentException if {@code a} is not square, or the triangle holds NaN or
   *     infinity
   */
  public static TriangularMatrix of(Matrix a, Triangle triangle, Diagonal diagonal) {
    int n = a.rows();
    if (n != a.cols()) {
      throw new IllegalArgumentException(
          "a triangular system needs a square matrix, but this is " + a.shape());
    }
    Matrix t = Matrix.identity(n);
    for (int i = 0; i < n; i++) {
      int from = triangle == Triangle.LOWER ? 0 : i;
      int to = triangle == Triangle.LOWER ? i + 1 : n;
      for (int j = from; j < to; j++) {
        if (j != i || diagonal == Diagonal.STORED) {
          Shapes.checkFinite(a.get(i, j), i, j);
          t.set(i, j, a.get(i, j));
        }
      }
      if (t.get(i, i) == 0) {
        throw new SingularMatrixException(i, 0, 0);
      }
    }
    return new TriangularMatrix(t, triangle, diagonal);
  }

  /** x in T x = b; b has n elements. */
  public Vector solve(Vector b) {
    return solve(asColumn(b)).column(0).copy();
  }

  /** X (n x k) in T X = B; B is (n x k). */
  public Matrix solve(Matrix b) {
    return solve(Transpose.NO, b);
  }

  /** x in T' x = b; b has n elements. */
  public Vector solveTransposed(Vector b) {
    return solveTransposed(asColumn(b)).column(0).copy();
  }

  /** X (n x k) in T' X = B; B is (n x k). */
  public Matrix solveTransposed(Matrix b) {
    return solve(Transpose.YES, b);
  }

  private static Matrix asColumn(Vector b) {
    return Matrix.wrap(b.toArray(), b.size(), 1);
  }

  private Matrix solve(Transpose transpose, Matrix b) {
    if (b.rows() != t.rows()) {
      throw new IllegalArgumentException(
          "the right-hand side has %d rows, but the triangular matrix is %s"
              .formatted(b.rows(), t.shape()));
    }
    Matrix x = b.copy();
    Triangular.solve(triangle, transpose, diagonal, t, x);
    return x;
  }
}
