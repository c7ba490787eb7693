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
  // their product, and the right half; a few columns go one by one. A matrix close to over- or
  // underflow is divided by a power of two, whose exponent goes to U.

  private static final int NARROW = 8;

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
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    int exchanges = 0;
    int zero = -1;
    for (int i = n - 1; i >= 0; i--) {
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
    if (to - from <= NARROW) {
      factorNarrow(from, to, swaps);
      return;
    }
    int middle = from + Math.max(1, (to - from) / 2 / NARROW) * NARROW;
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

  /** Column by column, each less the product of what is known of L and U. */
  private void factorNarrow(int from, int to, int[] swaps) {
    double[] data = lu.data();
    int n = lu.rows();
    double[] column = new double[n];
    double[] above = new double[to - from];
    double[] buffer = new double[n];
    for (int k = from; k < to; k++) {
      int known = k - from;
      for (int p = 0; p < known; p++) {
        above[p] = data[(from + p) * n + k];
      }
      int best = subtractKnown(from, k, above, column);
      double pivot = column[best];
      column[best] = column[k];
      swaps[k] = best;
      swapRows(k, best, buffer);
      divide(column, k, pivot);
      for (int j = k + 1; j < to; j++) {
        for (int p = 0; p < known; p++) {
          data[k * n + j] -= data[k * n + from + p] * data[(from + p) * n + j];
        }
      }
    }
  }

  /** Column k from row k on goes to {@code column}; returns the row of its largest element. */
  private int subtractKnown(int from, int k, double[] above, double[] column) {
    double[] data = lu.data();
    int n = lu.rows();
    int best = k;
    double largest = -1;
    for (int i = k; i < n; i++) {
      double value = data[i * n + k];
      for (int p = from; p < k; p++) {
        value -= data[i * n + p] * above[p - from];
      }
      column[i] = value;
      if (Math.abs(value) > largest) {
        largest = Math.abs(value);
        best = i;
      }
    }
    return best;
  }

  /** Writes column k of L and the pivot; a pivot whose inverse may overflow divides each. */
  private void divide(double[] column, int k, double pivot) {
    double[] data = lu.data();
    int n = lu.rows();
    data[k * n + k] = pivot;
    double inverse = 1 / pivot;
    boolean exact = Math.abs(pivot) < Double.MIN_NORMAL;
    double divisor = pivot == 0 ? 1 : pivot;
    for (int i = k + 1; i < n; i++) {
      data[i * n + k] = exact ? column[i] / divisor : column[i] * inverse;
    }
  }

  private void swapRows(int i, int j, double[] buffer) {
    if (i != j) {
      int n = lu.rows();
      System.arraycopy(lu.data(), i * n, buffer, 0, n);
      System.arraycopy(lu.data(), j * n, lu.data(), i * n, n);
      System.arraycopy(buffer, 0, lu.data(), j * n, n);
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
    Triangular.checkRightHandSide(lu, b.size());
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
    Triangular.checkRightHandSide(lu, b.rows());
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
