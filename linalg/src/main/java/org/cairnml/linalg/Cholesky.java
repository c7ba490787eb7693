package org.cairnml.linalg;

import java.util.Arrays;
import java.util.Optional;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.Diagonal;
import org.cairnml.linalg.backend.Lapack;
import org.cairnml.linalg.backend.Side;
import org.cairnml.linalg.backend.Transpose;
import org.cairnml.linalg.backend.Triangle;

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

  // A small matrix goes in plain loops. Otherwise blocked, right-looking: a block on the diagonal,
  // the rows below it by substitution, then what is left of the matrix less the product of those
  // rows with themselves. The block itself goes left-looking, some rows of L' at a time; while it
  // does, it holds both L and L', so that what is known comes off by a product of two blocks as
  // they stand. An update goes row by row, each through the rotations that the rows above it have
  // fixed.

  private static final int BLOCK = 192;
  private static final int ROWS = 10;
  private static final int SMALL = 16;

  private final Matrix l;

  private Cholesky(Matrix l) {
    this.l = l;
  }

  /**
   * Factors {@code a} (n x n), which is not modified.
   *
   * @throws NotPositiveDefiniteException if a pivot is not above zero, with its index
   * @throws IllegalArgumentException if {@code a} is not square, or its lower triangle holds NaN or
   *     infinity
   */
  public static Cholesky of(Matrix a) {
    Matrix l = square(a);
    int failed = factor(a, l);
    if (failed >= 0) {
      int row = firstNotFinite(a);
      if (row >= 0) {
        a.requireFinite(row, row + 1);
      }
      throw new NotPositiveDefiniteException(failed, l.get(failed, failed));
    }
    return new Cholesky(l);
  }

  /** As {@link #of}, but empty if {@code a} is not positive definite, or not finite. */
  public static Optional<Cholesky> tryOf(Matrix a) {
    Matrix l = square(a);
    return factor(a, l) >= 0 ? Optional.empty() : Optional.of(new Cholesky(l));
  }

  private static Matrix square(Matrix a) {
    if (a.rows() != a.cols()) {
      throw new IllegalArgumentException(
          "a Cholesky factorization needs a square matrix, but this is " + a.shape());
    }
    return Matrix.zeros(a.rows(), a.rows());
  }

  /** The first row whose part of the lower triangle holds NaN or infinity, or -1. */
  private static int firstNotFinite(Matrix a) {
    for (int i = 0; i < a.rows(); i++) {
      if (!a.isFinite(i, i + 1)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Writes L of A, into zeros; returns the index of the first bad pivot, which stays in place, or
   * -1.
   */
  private static int factor(Matrix a, Matrix result) {
    Backend backend = Backends.get();
    double[] l = result.data();
    int n = a.rows();
    Optional<Lapack> lapack = backend.lapack(n, n);
    if (lapack.isPresent()) {
      return lapack.get().cholesky(n, a.data(), a.offset(), a.stride(), l);
    }
    for (int i = 0; i < n; i++) {
      System.arraycopy(a.data(), a.offset() + i * a.stride(), l, i * n, i + 1);
    }
    if (n <= SMALL) {
      return factorSmall(l, n);
    }
    for (int k = 0; k < n; k += BLOCK) {
      int end = Math.min(n, k + BLOCK);
      int failed = factorDiagonal(backend, l, n, k, end);
      if (failed >= 0) {
        return failed;
      }
      int left = n - end;
      backend.trsm(
          Side.RIGHT,
          Triangle.LOWER,
          Transpose.YES,
          Diagonal.STORED,
          left,
          end - k,
          1,
          l,
          k * n + k,
          n,
          l,
          end * n + k,
          n);
      backend.syrk(Transpose.NO, left, end - k, -1, l, end * n + k, n, 1, l, end * n + end, n);
    }
    return -1;
  }

  /** Column by column, each element less the inner product of two rows. */
  private static int factorSmall(double[] l, int n) {
    for (int k = 0; k < n; k++) {
      int head = k * n + k;
      l[head] = lessKnown(l, n, k, k);
      if (!isPivot(l[head])) {
        return k;
      }
      l[head] = Math.sqrt(l[head]);
      double inverse = 1 / l[head];
      for (int i = k + 1; i < n; i++) {
        l[i * n + k] = lessKnown(l, n, i, k) * inverse;
      }
    }
    return -1;
  }

  private static double lessKnown(double[] l, int n, int i, int k) {
    double value = l[i * n + k];
    for (int p = 0; p < k; p++) {
      value -= l[i * n + p] * l[k * n + p];
    }
    return value;
  }

  private static boolean isPivot(double value) {
    return value > 0 && value < Double.POSITIVE_INFINITY;
  }

  /** The block of rows and columns {@code k} to {@code end}. */
  private static int factorDiagonal(Backend backend, double[] l, int n, int k, int end) {
    mirror(l, n, k, end);
    int failed = -1;
    for (int i = k; i < end && failed < 0; i += ROWS) {
      int to = Math.min(end, i + ROWS);
      int row = i * n;
      backend.gemm(
          Transpose.NO,
          Transpose.NO,
          to - i,
          end - i,
          i - k,
          -1,
          l,
          row + k,
          n,
          l,
          k * n + i,
          n,
          1,
          l,
          row + i,
          n);
      failed = factorRows(backend, l, n, i, to, end);
    }
    for (int i = k; i < end; i++) {
      Arrays.fill(l, i * n + i + 1, i * n + end, 0);
    }
    return failed;
  }

  private static void mirror(double[] l, int n, int k, int end) {
    for (int i = k; i < end; i++) {
      for (int j = k; j < i; j++) {
        l[j * n + i] = l[i * n + j];
      }
    }
  }

  /** Rows {@code from} to {@code to} of L' up to column {@code end}, and the same columns of L. */
  private static int factorRows(Backend backend, double[] l, int n, int from, int to, int end) {
    for (int i = from; i < to; i++) {
      int head = i * n + i;
      int known = i - from;
      backend.gemv(
          Transpose.YES, known, end - i, -1, l, from * n + i, n, l, i * n + from, 1, l, head);
      double pivot = l[head];
      if (!isPivot(pivot)) {
        return i;
      }
      double root = Math.sqrt(pivot);
      l[head] = root;
      for (int j = i + 1; j < end; j++) {
        double value = l[i * n + j] / root;
        l[i * n + j] = value;
        l[j * n + i] = value;
      }
    }
    return -1;
  }

  /**
   * The factorization of A + v v', in n^2 steps rather than n^3; v has n elements.
   *
   * <p>Source: Golub and Van Loan, Matrix Computations, 4th ed., section 6.5.4.
   *
   * @throws IllegalArgumentException if {@code v} has another length, or holds NaN or infinity
   */
  public Cholesky update(Vector v) {
    checkVector(v);
    Matrix result = l.copy();
    double[] rows = result.data();
    int n = l.rows();
    double[] cos = new double[n];
    double[] sin = new double[n];
    for (int i = 0; i < n; i++) {
      double x = v.get(i);
      for (int k = 0; k < i; k++) {
        double turned = cos[k] * rows[i * n + k] + sin[k] * x;
        x = cos[k] * x - sin[k] * rows[i * n + k];
        rows[i * n + k] = turned;
      }
      double diagonal = Math.hypot(rows[i * n + i], x);
      cos[i] = rows[i * n + i] / diagonal;
      sin[i] = x / diagonal;
      rows[i * n + i] = diagonal;
    }
    return new Cholesky(result);
  }

  /**
   * The factorization of A - v v', in n^2 steps; v has n elements. Close to a singular matrix its
   * error is that of rounding A, not the result.
   *
   * <p>Source: A. Bojanczyk, R. Brent, P. Van Dooren and F. de Hoog (1987), doi:10.1137/0908031.
   *
   * @throws NotPositiveDefiniteException if A - v v' is not positive definite, with the first pivot
   *     that is not above zero
   * @throws IllegalArgumentException if {@code v} has another length, or holds NaN or infinity
   */
  public Cholesky downdate(Vector v) {
    checkVector(v);
    Matrix result = l.copy();
    double[] rows = result.data();
    int n = l.rows();
    double[] cos = new double[n];
    double[] sin = new double[n];
    for (int i = 0; i < n; i++) {
      double x = v.get(i);
      for (int k = 0; k < i; k++) {
        rows[i * n + k] = (rows[i * n + k] - sin[k] * x) / cos[k];
        x = cos[k] * x - sin[k] * rows[i * n + k];
      }
      double diagonal = rows[i * n + i];
      sin[i] = x / diagonal;
      double pivot = (1 - sin[i]) * (1 + sin[i]);
      if (!(pivot > 0)) {
        throw new NotPositiveDefiniteException(i, diagonal * diagonal * pivot);
      }
      cos[i] = Math.sqrt(pivot);
      rows[i * n + i] = diagonal * cos[i];
    }
    return new Cholesky(result);
  }

  private void checkVector(Vector v) {
    Shapes.checkRightHandSide(v.size(), l.rows(), l.cols());
    for (int i = 0; i < v.size(); i++) {
      if (!Double.isFinite(v.get(i))) {
        throw new IllegalArgumentException(
            "the vector holds %s in element %d".formatted(v.get(i), i));
      }
    }
  }

  /** L (n x n), lower triangular, a copy. */
  public Matrix l() {
    return l.copy();
  }

  /** x in A x = b; b has n elements. */
  public Vector solve(Vector b) {
    Shapes.checkRightHandSide(b.size(), l.rows(), l.cols());
    double[] x = b.toArray();
    Triangular.solveLower(l, Diagonal.STORED, x);
    Triangular.solveLowerTransposed(l, x);
    return Vector.wrap(x);
  }

  /** X (n x k) in A X = B; B is (n x k). */
  public Matrix solve(Matrix b) {
    Shapes.checkRightHandSide(b.rows(), l.rows(), l.cols());
    Matrix x = b.copy();
    Triangular.solve(Triangle.LOWER, Transpose.NO, Diagonal.STORED, l, x);
    Triangular.solve(Triangle.LOWER, Transpose.YES, Diagonal.STORED, l, x);
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
}
