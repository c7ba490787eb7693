package org.cairnml.linalg;

import java.util.Arrays;
import org.cairnml.base.Seed;
import org.cairnml.linalg.backend.Backend;

/**
 * The thin singular value decomposition A = U diag(s) V' of a matrix A (m x n), k = min(m, n): U (m
 * x k) and V (n x k) of orthonormal columns, s falling. The sign of each pair is such that the
 * element of largest magnitude in the column of V is positive.
 *
 * <p>Sources: reduction to bidiagonal form, Golub and Van Loan, Matrix Computations, 4th ed.,
 * section 8.6, and divide and conquer, M. Gu and S. Eisenstat (1995),
 * doi:10.1137/S0895479892242232, or, for few rows, implicit QR steps, J. Demmel and W. Kahan
 * (1990), doi:10.1137/0911052; {@link #randomized} is Halko, Martinsson and Tropp 2011,
 * doi:10.1137/090771806.
 */
public final class SVD {

  private static final double EPSILON = 0x1p-52;
  private static final int OVERSAMPLING = 10;

  /** Rows per column from which on a QR factorization comes first. */
  private static final double TALL = 1.6;

  /** Columns and rows up to which QR steps are fastest. */
  private static final int SMALL = 64;

  private static final int SMALL_ROWS = 100;

  private final int m;
  private final int n;
  private final double[] s;
  private final Matrix u;
  private final Matrix v;

  private SVD(int m, int n, double[] s, Matrix u, Matrix v) {
    this.m = m;
    this.n = n;
    this.s = s;
    this.u = u;
    this.v = v;
  }

  /**
   * Decomposes {@code a} (m x n), which is not modified.
   *
   * @throws IllegalArgumentException if {@code a} holds NaN or infinity, or its largest singular
   *     value is beyond the largest double
   */
  public static SVD of(Matrix a) {
    Matrix work = a.requireFinite().copy();
    int exponent = Scale.toOne(work.data());
    return decompose(work).scaled(exponent);
  }

  private SVD scaled(int exponent) {
    double[] values = s.clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.scalb(s[i], exponent);
      if (values[i] == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException(
            "the largest singular value is beyond the largest double; divide the matrix by 2^64");
      }
    }
    return new SVD(m, n, values, u, v);
  }

  private static SVD decompose(Matrix a) {
    boolean isWide = a.rows() < a.cols();
    return isWide ? tall(a.transpose()).transposed() : tall(a);
  }

  /** A = Q B P' with a bidiagonal B, in place of A; of a tall A = Q R that of R. */
  private static SVD tall(Matrix a) {
    int m = a.rows();
    int n = a.cols();
    if (n <= SMALL && m <= SMALL_ROWS && Backends.get().lapack(m, n).isEmpty()) {
      return small(m, n, a.data());
    }
    if (n > 0 && m >= TALL * n) {
      QR qr = QR.of(a);
      SVD inner = tall(qr.r());
      return new SVD(m, n, inner.s, qr.q().times(inner.u), inner.v);
    }
    BidiagonalForm reduced = BidiagonalForm.of(a);
    BidiagonalSvd svd = BidiagonalSvd.of(reduced.diagonal(), reduced.beside());
    Matrix uRows = Matrix.zeros(n, m);
    svd.left(uRows.data(), m);
    reduced.turnLeft(uRows.data(), n);
    Matrix vRows = Matrix.zeros(n, n);
    svd.right(vRows.data(), n);
    reduced.turnRight(vRows.data(), n);
    return signed(m, n, svd.values(), uRows, vRows);
  }

  private static SVD small(int m, int n, double[] a) {
    SmallSvd svd = new SmallSvd(m, n, a);
    int[] order = Order.falling(svd.values());
    double[] s = new double[n];
    Arrays.setAll(s, i -> svd.values()[order[i]]);
    return signed(m, n, s, svd.left().rows(order), svd.right().rows(order));
  }

  private static SVD signed(int m, int n, double[] s, Matrix uRows, Matrix vRows) {
    Backend backend = Backends.get();
    for (int i = 0; i < s.length; i++) {
      int largest = backend.iamax(n, vRows.data(), i * n);
      if (vRows.get(i, largest) < 0) {
        backend.scal(n, -1, vRows.data(), i * n);
        backend.scal(m, -1, uRows.data(), i * m);
      }
    }
    return new SVD(m, n, s, uRows.transpose(), vRows.transpose());
  }

  private SVD transposed() {
    return signed(n, m, s, v.transpose(), u.transpose());
  }

  /**
   * The {@code k} largest singular values and their vectors, to a good approximation where the
   * values fall off, in about {@code m n k} operations per pass.
   *
   * @param k how many, from 1 to min(m, n)
   * @param a a dense or sparse matrix, which is only multiplied
   * @param passes power iterations, at least 0; 4 serve for slowly falling values
   * @throws IllegalArgumentException if {@code a} holds NaN or infinity
   */
  public static SVD randomized(LinearOperator a, int k, int passes, Seed seed) {
    int limit = Math.min(a.rows(), a.cols());
    if (k < 1 || k > limit || passes < 0) {
      throw new IllegalArgumentException(
          "k must be from 1 to %d and passes at least 0, but they are %d and %d"
              .formatted(limit, k, passes));
    }
    int width = Math.min(limit, k + OVERSAMPLING);
    var random = seed.generator();
    Matrix omega = Matrix.zeros(a.cols(), width);
    for (int i = 0; i < omega.data().length; i++) {
      omega.data()[i] = random.nextGaussian();
    }
    Matrix sketch = a.times(omega);
    checkSketch(sketch);
    Matrix q = QR.of(sketch).q();
    for (int pass = 0; pass < passes; pass++) {
      q = QR.of(a.times(QR.of(a.transposeTimes(q)).q())).q();
    }
    SVD small = SVD.of(a.transposeTimes(q).transpose());
    Matrix u = q.times(small.u);
    return new SVD(
        a.rows(),
        a.cols(),
        Arrays.copyOf(small.s, k),
        u.slice(0, u.rows(), 0, k).copy(),
        small.v.slice(0, a.cols(), 0, k).copy());
  }

  /** A row of A that is not finite makes all of its row of A times normal numbers not finite. */
  private static void checkSketch(Matrix sketch) {
    for (int i = 0; i < sketch.rows(); i++) {
      if (!Double.isFinite(sketch.get(i, 0))) {
        throw new IllegalArgumentException(
            "row %d of the matrix holds NaN, infinity or values too large to add".formatted(i));
      }
    }
  }

  /** s (k), falling. */
  public double[] singularValues() {
    return s.clone();
  }

  /** U (m x k). */
  public Matrix u() {
    return u.copy();
  }

  /** V (n x k). */
  public Matrix v() {
    return v.copy();
  }

  /** How many singular values are above max(m, n) * 2^-52 times the largest. */
  public int rank() {
    int rank = 0;
    while (rank < s.length && s[rank] > Math.max(m, n) * EPSILON * s[0]) {
      rank++;
    }
    return rank;
  }

  /**
   * The largest singular value divided by the smallest; infinite if that is 0, 1 if there is none.
   */
  public double conditionNumber() {
    if (s.length == 0) {
      return 1;
    }
    double smallest = s[s.length - 1];
    return smallest == 0 ? Double.POSITIVE_INFINITY : s[0] / smallest;
  }

  /**
   * The pseudo-inverse (n x m), from the singular values within {@link #rank()}; all zeros if that
   * is 0. Elements beyond the largest double, of a matrix close to the smallest, are infinite.
   */
  public Matrix pseudoInverse() {
    int rank = rank();
    double[] unit = s.clone();
    int exponent = Scale.toOne(unit);
    Matrix scaled = Matrix.zeros(n, rank);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < rank; j++) {
        scaled.set(i, j, v.get(i, j) / unit[j]);
      }
    }
    Matrix inverse = scaled.times(u.slice(0, m, 0, rank).transpose());
    Scale.multiply(inverse.data(), -exponent);
    return inverse;
  }

  /**
   * The shortest x (n) among those that make |A x - b| least; b has m elements. Elements beyond the
   * largest double are infinite.
   */
  public Vector solve(Vector b) {
    Shapes.checkRightHandSide(b.size(), m, n);
    int rank = rank();
    double[] unit = s.clone();
    int exponent = Scale.toOne(unit);
    Vector c = u.slice(0, m, 0, rank).transposeTimes(b);
    for (int j = 0; j < rank; j++) {
      c.set(j, c.get(j) / unit[j]);
    }
    double[] x = v.slice(0, n, 0, rank).times(c).toArray();
    Scale.multiply(x, -exponent);
    return Vector.wrap(x);
  }
}
