package org.cairnml.linalg;

import java.util.Arrays;
import java.util.Optional;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.Lapack;
import org.cairnml.linalg.backend.Side;
import org.cairnml.linalg.backend.Transpose;

/**
 * The reduction A = Q B P' of a matrix (m x n, m at least n) to upper bidiagonal form by
 * reflections from both sides, with half of the work in matrix products.
 *
 * <p>Sources: J. Dongarra, S. Hammarling and D. Sorensen (1989), doi:10.1016/0377-0427(89)90367-1;
 * reading A once a step, G. Howell, J. Demmel, C. Fulton, S. Hammarling and K. Marmol (2008),
 * doi:10.1145/1356052.1356055.
 */
final class Bidiagonal implements BidiagonalForm {
  // Within a panel A is left as it was; what it should be is A - L' R. A step adds two rows to L
  // and R: the reflector v of a column beside y, then x beside the reflector u of a row. With A u
  // each row of A gives an element of the next column, so that the product of A' with that column
  // is added up while the row is at hand; v is that column but for its first element and a factor.

  private static final int STEPS = 12;

  /** Elements of A that a worker takes at a time. */
  private static final int PART = 1 << 17;

  /** Elements of A that are still in a cache when they are read again. */
  private static final int CACHED = 1 << 14;

  private final Backend backend = Backends.get();
  private final int m;
  private final int n;
  private final double[] a;
  private final double[] left;
  private final double[] right;
  private final double[] leftTau;
  private final double[] rightTau;
  private final double[] diagonal;
  private final double[] beside;
  private final double[] l;
  private final double[] r;
  private final double[] column;
  private final double[] product;

  /** Reduces {@code a}, row-major, which is overwritten. */
  Bidiagonal(int m, int n, double[] a) {
    this.m = m;
    this.n = n;
    this.a = a;
    this.left = new double[n * m];
    this.right = new double[n * n];
    this.leftTau = new double[n];
    this.rightTau = new double[n];
    this.diagonal = new double[n];
    this.beside = new double[n];
    this.l = new double[2 * STEPS * m];
    this.r = new double[2 * STEPS * n];
    this.column = new double[m];
    this.product = new double[n];
    for (int i = 0; i < m && n > 0; i++) {
      column[i] = a[i * n];
    }
    backend.gemv(Transpose.YES, m, n, 1, a, 0, n, column, 0, 0, product, 0);
    for (int k = 0; k < n; k += STEPS) {
      reducePanel(k, Math.min(n, k + STEPS));
    }
  }

  @Override
  public double[] diagonal() {
    return diagonal;
  }

  @Override
  public double[] beside() {
    return beside;
  }

  @Override
  public void turnLeft(double[] rows, int count) {
    turn(m, left, leftTau, rows, count);
  }

  @Override
  public void turnRight(double[] rows, int count) {
    turn(n, right, rightTau, rows, count);
  }

  private void turn(int length, double[] reflectors, double[] tau, double[] rows, int count) {
    Optional<Lapack> lapack = backend.lapack(m, n);
    if (lapack.isPresent()) {
      lapack.get().turn(Side.LEFT, length, n, reflectors, tau, rows, count);
    } else {
      BlockReflector.applyAll(length, reflectors, tau, rows, count);
    }
  }

  private void reducePanel(int from, int end) {
    for (int k = from; k < end; k++) {
      int known = 2 * (k - from);
      reflectColumn(k, known);
      if (k == n - 1) {
        return;
      }
      reflectRow(k, known + 1);
      pass(k, known + 1);
    }
    int known = 2 * (end - from);
    subtract(
        known, n - end, products(known, m - end, l, end, m, column, end), r, end, n, product, end);
    backend.gemm(
        Transpose.YES,
        Transpose.NO,
        m - end,
        n - end,
        known,
        -1,
        l,
        end,
        m,
        r,
        end,
        n,
        1,
        a,
        end * n + end,
        n);
  }

  /** Adds v and y = tau (A - L' R)' v. */
  private void reflectColumn(int k, int known) {
    double alpha = column[k];
    leftTau[k] = Householder.reflect(backend, m - k, column, k);
    diagonal[k] = column[k];
    column[k] = 1;
    System.arraycopy(column, k, left, k * m + k, m - k);
    System.arraycopy(column, k, l, known * m + k, m - k);
    int y = known * n;
    if (leftTau[k] == 0) {
      Arrays.fill(r, y, y + n, 0);
      return;
    }
    double scale = 1 / (alpha - diagonal[k]);
    for (int j = k + 1; j < n; j++) {
      r[y + j] = scale * (product[j] - diagonal[k] * a[k * n + j]);
    }
    double[] weights = products(known, m - k, l, k, m, column, k);
    subtract(known, n - k - 1, weights, r, k + 1, n, r, y + k + 1);
    backend.scal(n - k - 1, leftTau[k], r, y + k + 1);
  }

  /** Adds u. */
  private void reflectRow(int k, int known) {
    int u = known * n + k + 1;
    int length = n - k - 1;
    System.arraycopy(a, k * n + k + 1, r, u, length);
    subtract(known, length, columnOf(l, m, k, known), r, k + 1, n, r, u);
    rightTau[k + 1] = Householder.reflect(backend, length, r, u);
    beside[k] = r[u];
    r[u] = 1;
    System.arraycopy(r, u, right, (k + 1) * n + k + 1, length);
  }

  /** Adds x = tau (A - L' R) u and finds the next column and its product. */
  private void pass(int k, int known) {
    int rows = m - k - 1;
    int columns = n - k - 1;
    double[] ofX = products(known, columns, r, k + 1, n, r, known * n + k + 1);
    double[] ofColumn = columnOf(r, n, k + 1, known);
    for (int i = k + 1; i < m; i++) {
      column[i] = a[i * n + k + 1];
    }
    int part = PART / columns + 1;
    int parts = (rows + part - 1) / part;
    double[] sums = new double[parts * n];
    backend
        .workers()
        .ranges(
            rows,
            part,
            (from, to) -> {
              subtractKnown(known, k + 1 + from, k + 1 + to, ofX, ofColumn);
              multiply(k + 1, known, k + 1 + from, k + 1 + to, sums, from / part * n);
            });
    System.arraycopy(sums, 0, product, 0, n);
    for (int i = 1; i < parts; i++) {
      backend.axpy(n, 1, sums, i * n, product, 0);
    }
  }

  /** Starts x and the next column, for a range of rows, with what earlier steps take off. */
  private void subtractKnown(int known, int from, int to, double[] ofX, double[] ofColumn) {
    int x = known * m + from;
    Arrays.fill(l, x, known * m + to, 0);
    subtract(known, to - from, ofX, l, from, m, l, x);
    subtract(known, to - from, ofColumn, l, from, m, column, from);
  }

  /** Adds A u to x, ends x and the next column, and adds the product of A' with that to a sum. */
  private void multiply(int k, int known, int from, int to, double[] sum, int sumAt) {
    int columns = n - k;
    int u = known * n + k;
    int cached = CACHED / columns + 1;
    for (int i = from; i < to; i += cached) {
      int rows = Math.min(cached, to - i);
      int at = i * n + k;
      int x = known * m + i;
      backend.gemv(Transpose.NO, rows, columns, 1, a, at, n, r, u, 1, l, x);
      backend.scal(rows, rightTau[k], l, x);
      backend.axpy(rows, -1, l, x, column, i);
      backend.gemv(
          Transpose.YES, rows, columns - 1, 1, a, at + 1, n, column, i, 1, sum, sumAt + k + 1);
    }
  }

  /** The first {@code count} elements of a column. */
  private static double[] columnOf(double[] rows, int ld, int column, int count) {
    double[] result = new double[count];
    for (int i = 0; i < count; i++) {
      result[i] = rows[i * ld + column];
    }
    return result;
  }

  /** The products of a vector with the first {@code count} rows, each from {@code at} on. */
  private double[] products(
      int count, int length, double[] rows, int at, int ld, double[] vector, int vectorAt) {
    double[] result = new double[count];
    backend.gemv(Transpose.NO, count, length, 1, rows, at, ld, vector, vectorAt, 0, result, 0);
    return result;
  }

  /** Takes {@code weights} times the first {@code count} rows off a vector. */
  private void subtract(
      int count,
      int length,
      double[] weights,
      double[] rows,
      int at,
      int ld,
      double[] out,
      int to) {
    backend.gemv(Transpose.YES, count, length, -1, rows, at, ld, weights, 0, 1, out, to);
  }
}
