package org.cairnml.linalg;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.Diagonal;
import org.cairnml.linalg.backend.Side;
import org.cairnml.linalg.backend.Transpose;
import org.cairnml.linalg.backend.Triangle;

/**
 * The factorization P A = L U of a square matrix (n x n) with rows exchanged so that each pivot is
 * the largest in its column, L lower triangular with ones on the diagonal and U upper triangular.
 *
 * <p>Source: Golub and Van Loan, Matrix Computations, 4th ed., section 3.4.
 */
public final class LU {
  // Blocked, right-looking: a panel of columns, the rows of U beside it by substitution, then what
  // is left of the matrix less their product. A matrix close to over- or underflow is divided by a
  // power of two, whose exponent goes to U.

  private static final int BLOCK = 32;

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
    Backend backend = Backends.get();
    for (int k = 0; k < n; k += BLOCK) {
      int end = Math.min(n, k + BLOCK);
      factorPanel(backend, k, end, swaps);
      solveBeside(backend, k, end);
      backend.gemm(
          Transpose.NO,
          Transpose.NO,
          n - end,
          n - end,
          end - k,
          -1,
          lu.data(),
          end * n + k,
          n,
          lu.data(),
          k * n + end,
          n,
          1,
          lu.data(),
          end * n + end,
          n);
    }
    order = IntStream.range(0, n).toArray();
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

  private void factorPanel(Backend backend, int from, int to, int[] swaps) {
    double[] data = lu.data();
    int n = lu.rows();
    for (int k = from; k < to; k++) {
      int best = k;
      for (int i = k + 1; i < n; i++) {
        if (Math.abs(data[i * n + k]) > Math.abs(data[best * n + k])) {
          best = i;
        }
      }
      swaps[k] = best;
      swapRows(k, best);
      double pivot = data[k * n + k];
      if (pivot == 0) {
        continue;
      }
      for (int i = k + 1; i < n; i++) {
        double factor = data[i * n + k] / pivot;
        data[i * n + k] = factor;
        backend.axpy(to - k - 1, -factor, data, k * n + k + 1, data, i * n + k + 1);
      }
    }
  }

  private void swapRows(int i, int j) {
    if (i != j) {
      int n = lu.rows();
      double[] row = Arrays.copyOfRange(lu.data(), i * n, (i + 1) * n);
      System.arraycopy(lu.data(), j * n, lu.data(), i * n, n);
      System.arraycopy(row, 0, lu.data(), j * n, n);
    }
  }

  private void solveBeside(Backend backend, int from, int to) {
    int n = lu.rows();
    int head = from * n + from;
    backend.trsm(
        Side.LEFT,
        Triangle.LOWER,
        Transpose.NO,
        Diagonal.ONES,
        to - from,
        n - to,
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

  /** U (n x n). */
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
    return solve(Matrix.wrap(b.toArray(), b.size(), 1)).column(0).copy();
  }

  /** X (n x k) in A X = B; B is (n x k). */
  public Matrix solve(Matrix b) {
    int n = lu.rows();
    if (b.rows() != n) {
      throw new IllegalArgumentException(
          "the right-hand side has %d rows, but the factored matrix is %s"
              .formatted(b.rows(), lu.shape()));
    }
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
