package org.cairnml.linalg;

import java.util.Optional;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.Diagonal;
import org.cairnml.linalg.backend.Side;
import org.cairnml.linalg.backend.Transpose;
import org.cairnml.linalg.backend.Triangle;

/**
 * The factorization P A = L U of a square matrix (n x n) with rows exchanged so that each pivot is
 * the largest in its column, L lower triangular with ones on the diagonal and U upper triangular.
 *
 * <p>Sources: Golub and Van Loan, Matrix Computations, 4th ed., section 3.4; the halving of the
 * columns is that of S. Toledo (1997), doi:10.1137/S0895479896297744.
 */
public final class LU {
  // The left half of the columns, then the rows of U beside it by substitution, what is left less
  // their product, and the right half. Of no more columns than are worth halving the left few are
  // taken; these, and all of a small matrix, go one by one in plain loops. A matrix close to over-
  // or underflow is divided by a power of two, whose exponent goes to U.

  private static final int HALVED = 128;
  private static final int NARROW = 8;
  private static final int SMALL = 32;

  /** No double times two to this power is finite but 0, none divided by it is not 0. */
  private static final long LIMIT = 4000;

  private final Matrix lu;
  private final int[] order;
  private final int sign;
  private final int zeroPivot;
  private final int exponent;

  private LU(Matrix a) {
    if (a.rows() != a.cols()) {
      throw new IllegalArgumentException(
          "an LU factorization needs a square matrix, but this is " + a.shape());
    }
    lu = a.copy();
    exponent = Scale.awayFromLimits(lu.data());
    int n = lu.rows();
    int[] swaps = new int[n];
    factor(Backends.get(), 0, n, swaps);
    order = new int[n];
    int exchanges = 0;
    int zero = -1;
    for (int i = n - 1; i >= 0; i--) {
      order[i] = i;
      double pivot = Math.abs(lu.data()[i * n + i]);
      zero = pivot > 0 && pivot < Double.POSITIVE_INFINITY ? zero : i;
    }
    for (int i = 0; i < n; i++) {
      int row = order[i];
      order[i] = order[swaps[i]];
      order[swaps[i]] = row;
      exchanges += swaps[i] == i ? 0 : 1;
    }
    sign = exchanges % 2 == 0 ? 1 : -1;
    zeroPivot = zero;
  }

  /**
   * Factors {@code a} (n x n), which is not modified.
   *
   * @throws SingularMatrixException if a pivot is zero, with its index
   * @throws IllegalArgumentException if {@code a} is not square, or holds NaN or infinity
   */
  public static LU of(Matrix a) {
    LU lu = new LU(a.requireFinite());
    if (lu.zeroPivot >= 0) {
      throw new SingularMatrixException(lu.zeroPivot, lu.lu.get(lu.zeroPivot, lu.zeroPivot), 0);
    }
    return lu;
  }

  /** As {@link #of}, but empty if a pivot is zero, or {@code a} holds NaN or infinity. */
  public static Optional<LU> tryOf(Matrix a) {
    return Optional.of(new LU(a)).filter(lu -> lu.zeroPivot < 0 && a.isFinite());
  }

  /** Columns {@code from} to {@code to}, of which all rows above are solved already. */
  private void factor(Backend backend, int from, int to, int[] swaps) {
    if (to - from <= NARROW || lu.rows() <= SMALL) {
      eliminate(from, to, swaps);
      return;
    }
    int half = (to - from) / 2 / NARROW * NARROW;
    int middle = from + (to - from <= HALVED ? NARROW : half);
    factor(backend, from, middle, swaps);
    solveBeside(backend, from, middle, to);
    int n = lu.rows();
    double[] data = lu.data();
    backend.gemm(
        Transpose.NO,
        Transpose.NO,
        n - middle,
        to - middle,
        middle - from,
        -1,
        data,
        middle * n + from,
        n,
        data,
        from * n + middle,
        n,
        1,
        data,
        middle * n + middle,
        n);
    factor(backend, middle, to, swaps);
  }

  /** Column by column, each taken off those beside it up to {@code to}, four rows at a time. */
  private void eliminate(int from, int to, int[] swaps) {
    int n = lu.rows();
    for (int k = from; k < to; k++) {
      int best = largestFrom(k);
      swaps[k] = best;
      swapRows(k, best);
      double inverse = inverseOfPivot(k);
      int i = k + 1;
      for (; i <= n - 4; i += 4) {
        subtractFromFour(i, k, to, inverse);
      }
      for (; i < n; i++) {
        subtract(i, k, to, inverse);
      }
    }
  }

  /** The row, from k on, of the largest element of column k. */
  private int largestFrom(int k) {
    double[] data = lu.data();
    int n = lu.rows();
    int best = k;
    double largest = -1;
    for (int i = k; i < n; i++) {
      double magnitude = Math.abs(data[i * n + k]);
      if (magnitude > largest) {
        largest = magnitude;
        best = i;
      }
    }
    return best;
  }

  /**
   * What turns the column below pivot k into that of L: 1 if the inverse might overflow, and the
   * column has been divided, or if the pivot is zero.
   */
  private double inverseOfPivot(int k) {
    double[] data = lu.data();
    int n = lu.rows();
    double pivot = data[k * n + k];
    if (Math.abs(pivot) >= Double.MIN_NORMAL) {
      return 1 / pivot;
    }
    for (int i = k + 1; i < n && pivot != 0; i++) {
      data[i * n + k] /= pivot;
    }
    return 1;
  }

  private void subtractFromFour(int i, int k, int to, double inverse) {
    double[] data = lu.data();
    int n = lu.rows();
    int r0 = i * n;
    int r1 = r0 + n;
    int r2 = r1 + n;
    int r3 = r2 + n;
    double l0 = data[r0 + k] * inverse;
    double l1 = data[r1 + k] * inverse;
    double l2 = data[r2 + k] * inverse;
    double l3 = data[r3 + k] * inverse;
    data[r0 + k] = l0;
    data[r1 + k] = l1;
    data[r2 + k] = l2;
    data[r3 + k] = l3;
    for (int j = k + 1; j < to; j++) {
      double u = data[k * n + j];
      data[r0 + j] -= l0 * u;
      data[r1 + j] -= l1 * u;
      data[r2 + j] -= l2 * u;
      data[r3 + j] -= l3 * u;
    }
  }

  private void subtract(int i, int k, int to, double inverse) {
    double[] data = lu.data();
    int n = lu.rows();
    double factor = data[i * n + k] * inverse;
    data[i * n + k] = factor;
    for (int j = k + 1; j < to; j++) {
      data[i * n + j] -= factor * data[k * n + j];
    }
  }

  private void swapRows(int i, int j) {
    double[] data = lu.data();
    int n = lu.rows();
    for (int p = 0; p < n && i != j; p++) {
      double value = data[i * n + p];
      data[i * n + p] = data[j * n + p];
      data[j * n + p] = value;
    }
  }

  private void solveBeside(Backend backend, int from, int to, int end) {
    int n = lu.rows();
    int head = from * n + from;
    backend.trsm(
        Side.LEFT,
        Triangle.LOWER,
        Transpose.NO,
        Diagonal.ONES,
        to - from,
        end - to,
        1,
        lu.data(),
        head,
        n,
        lu.data(),
        from * n + to,
        n);
  }

  /** L (n x n). */
  public Matrix l() {
    int n = lu.rows();
    Matrix l = Matrix.identity(n);
    for (int i = 0; i < n; i++) {
      System.arraycopy(lu.data(), i * n, l.data(), i * n, i);
    }
    return l;
  }

  /** U (n x n); elements beyond the largest double are infinite. */
  public Matrix u() {
    int n = lu.rows();
    Matrix u = Matrix.zeros(n, n);
    for (int i = 0; i < n; i++) {
      System.arraycopy(lu.data(), i * n + i, u.data(), i * n + i, n - i);
    }
    Scale.multiply(u.data(), exponent);
    return u;
  }

  /** Row i of P A is row {@code rowOrder()[i]} of A. */
  public int[] rowOrder() {
    return order.clone();
  }

  /** x in A x = b; b has n elements. */
  public Vector solve(Vector b) {
    Shapes.checkRightHandSide(b.size(), lu.rows(), lu.cols());
    double[] x = new double[order.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = b.get(order[i]);
    }
    Triangular.solveLower(lu, Diagonal.ONES, x);
    Triangular.solveUpper(lu, x);
    Scale.multiply(x, -exponent);
    return Vector.wrap(x);
  }

  /** X (n x k) in A X = B; B is (n x k). */
  public Matrix solve(Matrix b) {
    Shapes.checkRightHandSide(b.rows(), lu.rows(), lu.cols());
    Matrix x = b.rows(order);
    Triangular.solve(Triangle.LOWER, Transpose.NO, Diagonal.ONES, lu, x);
    Triangular.solve(Triangle.UPPER, Transpose.NO, Diagonal.STORED, lu, x);
    Scale.multiply(x.data(), -exponent);
    return x;
  }

  /** The inverse of A (n x n). */
  public Matrix inverse() {
    return solve(Matrix.identity(lu.rows()));
  }

  /**
   * The determinant of A: infinite or 0 if it is itself beyond the largest or the smallest double.
   */
  public double determinant() {
    double product = sign;
    long exponents = (long) exponent * lu.rows();
    for (int i = 0; i < lu.rows(); i++) {
      product *= lu.get(i, i);
      int own = Math.getExponent(product);
      product = Math.scalb(product, -own);
      exponents += own;
    }
    return Math.scalb(product, (int) Math.max(-LIMIT, Math.min(LIMIT, exponents)));
  }

  /** Whether the determinant of A is above or below zero: 1 or -1, however small or large it is. */
  public int determinantSign() {
    int result = sign;
    for (int i = 0; i < lu.rows(); i++) {
      result = lu.get(i, i) < 0 ? -result : result;
    }
    return result;
  }

  /** The natural logarithm of the magnitude of the determinant of A. */
  public double logAbsDeterminant() {
    double sum = 0;
    for (int i = 0; i < lu.rows(); i++) {
      sum += Math.log(Math.abs(lu.get(i, i)));
    }
    return sum + exponent * Math.log(2) * lu.rows();
  }
}
