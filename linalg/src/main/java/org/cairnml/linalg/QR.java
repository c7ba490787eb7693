package org.cairnml.linalg;

import java.util.Arrays;
import java.util.Optional;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.Lapack;

/**
 * The factorization A P = Q R of a matrix A (m x n), with Q (m x k) of orthonormal columns, R (k x
 * n) upper triangular and k = min(m, n), by Householder reflections. {@link #of} keeps the columns
 * in place (P is the identity); {@link #pivoted} takes the column that sticks out most at each
 * step, which reveals the rank and serves least squares with dependent columns.
 *
 * <p>The rank does not depend on the units of the columns: each column is first scaled by a power
 * of two to a length of about 1, which rounds nothing, and a pivot counts if it is above {@link
 * #tolerance()} = max(m, n) * 2^-52 times the largest. R and all solutions are in the original
 * units.
 *
 * <p>Sources: Golub and Van Loan, Matrix Computations, 4th ed., sections 5.2 and 5.4; the updating
 * of column lengths is by Drmac and Bujanovic 2008, doi:10.1145/1377612.1377616.
 */
public final class QR {
  // The work matrix holds A' so that a column of A is contiguous: row j of it holds column j of the
  // scaled A P. Below the diagonal stand the reflectors v with v[0] = 1 implied; H = I - tau v v'.

  private static final int BLOCK = 32;

  /** Rows and columns up to which reflections one by one are fastest. */
  private static final int SMALL = 100;

  private static final double EPSILON = 0x1p-52;

  /** A column of finite elements, divided by two to this power, has a finite length. */
  private static final int BEYOND = 64;

  private static final double LOST_DIGITS = Math.sqrt(EPSILON);

  private final int m;
  private final int n;
  private final double[] columns;
  private final double[] tau;
  private final int[] pivots;
  private final int[] exponents;
  private final boolean pivoting;
  private final int rank;

  private QR(Matrix a, boolean pivoting) {
    m = a.rows();
    n = a.cols();
    this.pivoting = pivoting;
    columns = new double[m * n];
    tau = new double[Math.min(m, n)];
    pivots = new int[n];
    Arrays.setAll(pivots, j -> j);
    exponents = new int[n];
    a.forColumns((from, to) -> scaledColumns(a, from, to));
    factor();
    rank = countRank();
  }

  private void factor() {
    Optional<Lapack> lapack = Backends.get().lapack(m, n);
    if (lapack.isPresent() && pivoting) {
      lapack.get().qrPivoted(m, n, columns, pivots, tau);
      int[] unordered = exponents.clone();
      for (int j = 0; j < n; j++) {
        exponents[j] = unordered[pivots[j]];
      }
    } else if (lapack.isPresent()) {
      lapack.get().qr(m, n, columns, tau);
    } else if (pivoting) {
      factorPivoted();
    } else if (Math.max(m, n) <= SMALL) {
      factorSmall();
    } else {
      for (int k = 0; k < tau.length; k += BLOCK) {
        int end = Math.min(tau.length, k + BLOCK);
        for (int j = k; j < end; j++) {
          reflect(j, end);
        }
        if (end < n) {
          new BlockReflector(m, columns, tau, k, end).applyTransposed(columns, end, n);
        }
      }
    }
  }

  /**
   * Factors {@code a} (m x n), columns in place; {@code a} is not modified.
   *
   * @throws IllegalArgumentException if {@code a} holds NaN or infinity
   */
  public static QR of(Matrix a) {
    return new QR(a, false);
  }

  /**
   * Factors {@code a} (m x n) with column pivoting; {@code a} is not modified.
   *
   * @throws IllegalArgumentException if {@code a} holds NaN or infinity
   */
  public static QR pivoted(Matrix a) {
    return new QR(a, true);
  }

  /** As {@link #of}, but empty if the columns of {@code a} are linearly dependent. */
  public static Optional<QR> tryOf(Matrix a) {
    QR qr = of(a);
    return qr.rank < a.cols() ? Optional.empty() : Optional.of(qr);
  }

  private void scaledColumns(Matrix a, int from, int to) {
    Backend backend = Backends.get();
    a.transpose(0, from, to, columns);
    for (int j = from; j < to; j++) {
      double norm = backend.nrm2(m, columns, j * m);
      if (!Double.isFinite(norm)) {
        a.requireFinite();
        exponents[j] = BEYOND;
        backend.scal(m, Math.scalb(1.0, -BEYOND), columns, j * m);
        norm = backend.nrm2(m, columns, j * m);
      }
      if (norm > 0) {
        int exponent = Math.getExponent(norm);
        exponents[j] += exponent;
        backend.scal(m, Math.scalb(1.0, -exponent), columns, j * m);
      }
    }
  }

  /** In a copy by rows, from which each column is taken back when its turn comes. */
  private void factorSmall() {
    int ld = Reflections.padded(n);
    double[] rows = new double[m * ld];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < m; i++) {
        rows[i * ld + j] = columns[j * m + i];
      }
    }
    Reflections reflections = new Reflections(m, columns, m, tau);
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < m; i++) {
        columns[k * m + i] = rows[i * ld + k];
      }
      if (k < tau.length) {
        double beta = reflections.make(k, k);
        reflections.reflectRows(k, k, rows, ld, k + 1);
        columns[k * m + k] = beta;
      }
    }
  }

  private void factorPivoted() {
    Backend backend = Backends.get();
    double[] norms = new double[n];
    for (int j = 0; j < n; j++) {
      norms[j] = backend.nrm2(m, columns, j * m);
    }
    double[] exact = norms.clone();
    for (int k = 0; k < tau.length; k++) {
      int best = k;
      for (int j = k + 1; j < n; j++) {
        if (norms[j] > norms[best]) {
          best = j;
        }
      }
      swap(k, best);
      norms[best] = norms[k];
      exact[best] = exact[k];
      reflect(k, n);
      for (int j = k + 1; j < n; j++) {
        shorten(backend, j, k, norms, exact);
      }
    }
  }

  /** The length of column j below row k, from the one below row k - 1. */
  private void shorten(Backend backend, int j, int k, double[] norms, double[] exact) {
    if (norms[j] == 0) {
      return;
    }
    double gone = columns[j * m + k] / norms[j];
    double left = Math.max(0, (1 - gone) * (1 + gone));
    double since = norms[j] / exact[j];
    if (left * since * since <= LOST_DIGITS) {
      norms[j] = backend.nrm2(m - k - 1, columns, j * m + k + 1);
      exact[j] = norms[j];
    } else {
      norms[j] *= Math.sqrt(left);
    }
  }

  private void swap(int j, int k) {
    if (j == k) {
      return;
    }
    double[] column = Arrays.copyOfRange(columns, j * m, (j + 1) * m);
    System.arraycopy(columns, k * m, columns, j * m, m);
    System.arraycopy(column, 0, columns, k * m, m);
    int pivot = pivots[j];
    pivots[j] = pivots[k];
    pivots[k] = pivot;
    int exponent = exponents[j];
    exponents[j] = exponents[k];
    exponents[k] = exponent;
  }

  /** Makes the reflector of column k and applies it to the columns after k and before end. */
  private void reflect(int k, int end) {
    Backend backend = Backends.get();
    tau[k] = Householder.reflect(backend, m - k, columns, k * m + k);
    for (int j = k + 1; j < end; j++) {
      apply(backend, k, columns, j * m);
    }
  }

  /** x = H_k x for the m numbers of x. */
  private void apply(Backend backend, int k, double[] x, int xOffset) {
    int below = m - k - 1;
    int v = k * m + k + 1;
    int at = xOffset + k;
    double scale = tau[k] * (x[at] + backend.dot(below, columns, v, x, at + 1));
    x[at] -= scale;
    backend.axpy(below, -scale, columns, v, x, at + 1);
  }

  private int countRank() {
    double largest = 0;
    for (int k = 0; k < tau.length; k++) {
      largest = Math.max(largest, Math.abs(columns[k * m + k]));
    }
    int count = 0;
    while (count < tau.length && Math.abs(columns[count * m + count]) > tolerance() * largest) {
      count++;
    }
    return count;
  }

  /** What part of the largest pivot, columns scaled to length 1, is taken for rounding noise. */
  public double tolerance() {
    return Math.max(m, n) * EPSILON;
  }

  /**
   * How many leading columns of A P are linearly independent: the rank of A after {@link #pivoted}.
   */
  public int rank() {
    return rank;
  }

  /** Column j of A P is column {@code pivots()[j]} of A. */
  public int[] pivots() {
    return pivots.clone();
  }

  /** R (k x n), in the units of A; elements beyond the largest double are infinite. */
  public Matrix r() {
    double[] units = new double[n];
    Arrays.setAll(units, j -> Math.scalb(1.0, exponents[j]));
    Matrix transposed = Matrix.wrap(columns, 0, n, tau.length, m);
    double[] r = new double[tau.length * n];
    transposed.forColumns(
        (from, to) -> {
          transposed.transpose(from, from, to, r);
          for (int i = from; i < to; i++) {
            Arrays.fill(r, i * n + from, i * n + i, 0);
            for (int j = i; j < n; j++) {
              r[i * n + j] *= units[j];
            }
          }
        });
    return Matrix.wrap(r, tau.length, n);
  }

  /** Q (m x k). */
  public Matrix q() {
    Optional<Lapack> lapack = Backends.get().lapack(m, n);
    if (lapack.isPresent()) {
      Matrix q = Matrix.zeros(m, tau.length);
      lapack.get().q(m, columns, tau, q.data());
      return q;
    }
    if (Math.max(m, n) <= SMALL) {
      double[] vectors = columns.clone();
      for (int k = 0; k < tau.length; k++) {
        vectors[k * m + k] = 1;
      }
      return new Reflections(m, vectors, m, tau).product(0, tau.length).copy();
    }
    double[] transposed = new double[tau.length * m];
    for (int j = 0; j < tau.length; j++) {
      transposed[j * m + j] = 1;
    }
    BlockReflector.unfold(m, columns, tau, transposed);
    return Matrix.wrap(transposed, tau.length, m).transpose();
  }

  /**
   * The x (n) that makes |A x - b| least, b having m elements. After {@link #pivoted}, columns
   * beyond the rank get the coefficient 0.
   *
   * @throws SingularMatrixException if columns are dependent and were not pivoted, with the first
   *     that depends on those before it
   * @throws IllegalArgumentException if {@code b} has another length
   */
  public Vector solve(Vector b) {
    Shapes.checkRightHandSide(b.size(), m, n);
    double[] x = new double[n];
    solve(b.toArray(), x);
    return Vector.wrap(x);
  }

  /** As {@link #solve(Vector)} for each column of B (m x k); the result is (n x k). */
  public Matrix solve(Matrix b) {
    Shapes.checkRightHandSide(b.rows(), m, n);
    Matrix result = Matrix.zeros(n, b.cols());
    double[] x = new double[n];
    for (int j = 0; j < b.cols(); j++) {
      solve(b.column(j).toArray(), x);
      for (int i = 0; i < n; i++) {
        result.set(i, j, x[i]);
      }
    }
    return result;
  }

  private void solve(double[] b, double[] x) {
    Backend backend = Backends.get();
    checkRank();
    int excess = Scale.awayFromLimits(b);
    for (int k = 0; k < tau.length; k++) {
      apply(backend, k, b, 0);
    }
    for (int k = rank - 1; k >= 0; k--) {
      b[k] /= columns[k * m + k];
      backend.axpy(k, -b[k], columns, k * m, b, 0);
    }
    Arrays.fill(x, 0);
    for (int k = 0; k < rank; k++) {
      x[pivots[k]] = Math.scalb(b[k], excess - exponents[k]);
    }
  }

  private void checkRank() {
    if (rank < n && !pivoting) {
      double pivot = rank < tau.length ? columns[rank * m + rank] : 0;
      throw new SingularMatrixException(rank, pivot, tolerance());
    }
  }

  /**
   * The inverse of A'A (n x n), from R alone, so that its error grows with the condition of A and
   * not with its square. Rows and columns beyond the rank are 0.
   */
  public Matrix inverseGram() {
    Backend backend = Backends.get();
    double[] inverse = new double[rank * rank];
    for (int j = 0; j < rank; j++) {
      double[] e = new double[rank];
      e[j] = 1;
      for (int k = j; k >= 0; k--) {
        e[k] /= columns[k * m + k];
        backend.axpy(k, -e[k], columns, k * m, e, 0);
      }
      for (int i = 0; i <= j; i++) {
        inverse[i * rank + j] = e[i];
      }
    }
    Matrix result = Matrix.zeros(n, n);
    for (int i = 0; i < rank; i++) {
      for (int j = 0; j <= i; j++) {
        double value = backend.dot(rank - i, inverse, i * rank + i, inverse, j * rank + i);
        double scaled = Math.scalb(value, -exponents[i] - exponents[j]);
        result.set(pivots[i], pivots[j], scaled);
        result.set(pivots[j], pivots[i], scaled);
      }
    }
    return result;
  }
}
