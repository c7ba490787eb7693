package org.cairnml.linalg;

import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.Transpose;

/**
 * The reduction A = Q B P' of a matrix (m x n, m at least n) to upper bidiagonal form by
 * reflections from both sides, with half of the work in matrix products.
 *
 * <p>Source: J. Dongarra, S. Hammarling and D. Sorensen (1989), doi:10.1016/0377-0427(89)90367-1.
 */
final class Bidiagonal implements BidiagonalForm {
  // Within a panel A is left as it was; what it should be is A - V Y' - X U', with the reflectors
  // V of columns and U of rows. V, Y, X and U are kept transposed, a row for each step.

  private static final int BLOCK = 12;

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
    for (int k = 0; k < n; k += BLOCK) {
      reducePanel(k, Math.min(n, k + BLOCK));
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
    BlockReflector.applyAll(m, left, leftTau, rows, count);
  }

  @Override
  public void turnRight(double[] rows, int count) {
    BlockReflector.applyAll(n, right, rightTau, rows, count);
  }

  private void reducePanel(int from, int end) {
    int width = end - from;
    double[] v = new double[width * m];
    double[] y = new double[width * n];
    double[] x = new double[width * m];
    double[] u = new double[width * n];
    for (int k = from; k < end; k++) {
      int step = k - from;
      int row = step * m;
      for (int i = k; i < m; i++) {
        v[row + i] = a[i * n + k];
      }
      subtract(step, m - k, column(y, n, k, step), v, k, m, v, row + k);
      subtract(step, m - k, column(u, n, k, step), x, k, m, v, row + k);
      leftTau[k] = Householder.reflect(backend, m - k, v, row + k);
      diagonal[k] = v[row + k];
      v[row + k] = 1;
      System.arraycopy(v, row + k, left, k * m + k, m - k);
      if (k == n - 1) {
        return;
      }
      leftProduct(k, step, v, y, x, u);
      System.arraycopy(a, k * n + k + 1, u, step * n + k + 1, n - k - 1);
      subtract(step + 1, n - k - 1, column(v, m, k, step + 1), y, k + 1, n, u, step * n + k + 1);
      subtract(step, n - k - 1, column(x, m, k, step), u, k + 1, n, u, step * n + k + 1);
      rightTau[k + 1] = Householder.reflect(backend, n - k - 1, u, step * n + k + 1);
      beside[k] = u[step * n + k + 1];
      u[step * n + k + 1] = 1;
      System.arraycopy(u, step * n + k + 1, right, (k + 1) * n + k + 1, n - k - 1);
      rightProduct(k, step, v, y, x, u);
    }
    update(v, y, from, end);
    update(x, u, from, end);
  }

  /** y = tau (A - V Y' - X U')' v for the reflector v of column k. */
  private void leftProduct(int k, int step, double[] v, double[] y, double[] x, double[] u) {
    int at = step * m + k;
    int out = step * n + k + 1;
    int columns = n - k - 1;
    backend.gemv(Transpose.YES, m - k, columns, 1, a, k * n + k + 1, n, v, at, 0, y, out);
    subtract(step, columns, products(step, m - k, v, k, m, v, at), y, k + 1, n, y, out);
    subtract(step, columns, products(step, m - k, x, k, m, v, at), u, k + 1, n, y, out);
    backend.scal(columns, leftTau[k], y, out);
  }

  /** x = tau (A - V Y' - X U') u for the reflector u of row k. */
  private void rightProduct(int k, int step, double[] v, double[] y, double[] x, double[] u) {
    int at = step * n + k + 1;
    int out = step * m + k + 1;
    int rows = m - k - 1;
    int columns = n - k - 1;
    backend.gemv(Transpose.NO, rows, columns, 1, a, (k + 1) * n + k + 1, n, u, at, 0, x, out);
    subtract(step + 1, rows, products(step + 1, columns, y, k + 1, n, u, at), v, k + 1, m, x, out);
    subtract(step, rows, products(step, columns, u, k + 1, n, u, at), x, k + 1, m, x, out);
    backend.scal(rows, rightTau[k + 1], x, out);
  }

  /** The first {@code count} elements of a column. */
  private static double[] column(double[] rows, int ld, int column, int count) {
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

  private void update(double[] x, double[] y, int from, int end) {
    backend.gemm(
        Transpose.YES,
        Transpose.NO,
        m - end,
        n - end,
        end - from,
        -1,
        x,
        end,
        m,
        y,
        end,
        n,
        1,
        a,
        end * n + end,
        n);
  }
}
