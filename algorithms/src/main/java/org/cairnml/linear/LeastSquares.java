package org.cairnml.linear;

import java.util.Arrays;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.QR;
import org.cairnml.linalg.Vector;

/**
 * Least squares with a dense A (m x p) by column-pivoted QR, refined until the solution is exact to
 * about working precision.
 *
 * <p>Where columns are dependent, those that depend on columns to their left are left out and get
 * the coefficient 0. Columns count as dependent at the tolerance of {@link QR#tolerance()},
 * whatever their units.
 *
 * @param x the solution (p)
 * @param residuals b - A x (m)
 * @param kept the columns with a coefficient, in ascending order; as many as the rank
 * @param inverseGram the inverse of A'A of the kept columns (p x p), 0 elsewhere
 */
record LeastSquares(Vector x, double[] residuals, int[] kept, Matrix inverseGram) {
  // Refinement solves for corrections of solution and residual at once (the augmented system of
  // Bjoerck 1967, doi:10.1007/BF01934122), with what is still wrong computed in twice the working
  // precision. It gains digits as long as the condition number of A is below about 1e15.

  private static final int MAX_REFINEMENTS = 10;
  private static final int MAX_STALLS = 2;
  private static final double ROUNDING = 0x1p-52;

  /** How much of a column must stick out of those before it, in tolerances of the QR. */
  private static final double DEPENDENCE_MARGIN = 1000;

  static LeastSquares of(Matrix a, double[] b) {
    QR qr = QR.pivoted(a);
    if (qr.rank() == a.cols()) {
      int[] all = new int[a.cols()];
      Arrays.setAll(all, j -> j);
      return refine(a, qr, b, all);
    }
    int[] kept = leftmost(qr);
    Matrix part = Matrix.zeros(a.rows(), kept.length);
    for (int i = 0; i < a.rows(); i++) {
      for (int k = 0; k < kept.length; k++) {
        part.set(i, k, a.get(i, kept[k]));
      }
    }
    LeastSquares small = refine(part, QR.pivoted(part), b, kept);
    double[] x = new double[a.cols()];
    Matrix inverse = Matrix.zeros(x.length, x.length);
    for (int k = 0; k < kept.length; k++) {
      x[kept[k]] = small.x.get(k);
      for (int l = 0; l < kept.length; l++) {
        inverse.set(kept[k], kept[l], small.inverseGram.get(k, l));
      }
    }
    return new LeastSquares(Vector.wrap(x), small.residuals, kept, inverse);
  }

  /** The solution of least length where A has dependent columns. */
  static Vector shortest(Matrix a, double[] b) {
    QR qr = QR.pivoted(a);
    if (qr.rank() == a.cols()) {
      return refine(a, qr, b, new int[0]).x;
    }
    // Any solution, less its part in the null space: what R's rows span is the row space of A.
    Vector x = qr.solve(Vector.of(b));
    Matrix r = qr.r();
    Matrix rows = Matrix.zeros(a.cols(), qr.rank());
    int[] pivots = qr.pivots();
    for (int j = 0; j < pivots.length; j++) {
      for (int i = 0; i < qr.rank(); i++) {
        rows.set(pivots[j], i, r.get(i, j));
      }
    }
    Matrix basis = QR.of(rows).q();
    return basis.times(basis.transposeTimes(x));
  }

  /** The first columns, left to right, that span what all span. */
  private static int[] leftmost(QR qr) {
    Matrix r = qr.r();
    int[] position = new int[r.cols()];
    for (int j = 0; j < position.length; j++) {
      position[qr.pivots()[j]] = j;
    }
    double[][] basis = new double[qr.rank()][];
    int[] kept = new int[qr.rank()];
    int count = 0;
    for (int j = 0; j < position.length && count < kept.length; j++) {
      double[] column = r.column(position[j]).toArray();
      double length = Vector.wrap(column).norm2();
      orthogonalize(column, basis, count);
      orthogonalize(column, basis, count);
      double left = Vector.wrap(column).norm2();
      if (left > DEPENDENCE_MARGIN * qr.tolerance() * length) {
        basis[count] = Vector.wrap(column).times(1 / left).toArray();
        kept[count++] = j;
      }
    }
    if (count < kept.length) {
      kept = Arrays.copyOf(qr.pivots(), qr.rank());
      Arrays.sort(kept);
    }
    return kept;
  }

  private static void orthogonalize(double[] column, double[][] basis, int count) {
    for (int k = 0; k < count; k++) {
      double part = Vector.wrap(basis[k]).dot(Vector.wrap(column));
      for (int i = 0; i < column.length; i++) {
        column[i] -= part * basis[k][i];
      }
    }
  }

  private static LeastSquares refine(Matrix a, QR qr, double[] b, int[] kept) {
    Vector x = qr.solve(Vector.of(b));
    Matrix inverseGram = qr.inverseGram();
    double[] residuals = new double[b.length];
    TwoFold.residual(a, x.data(), b, residuals, residuals);
    Matrix r = qr.r();
    int[] pivots = qr.pivots();
    double before = Double.POSITIVE_INFINITY;
    int stalls = 0;
    for (int step = 0; step < MAX_REFINEMENTS && before > ROUNDING; step++) {
      double[] f = new double[b.length];
      TwoFold.residual(a, x.data(), b, residuals, f);
      Vector pull = Vector.wrap(TwoFold.transposeTimes(a, residuals));
      Vector dx = qr.solve(Vector.wrap(f)).plus(solveGram(r, pivots, pull));
      double size = relative(dx, x, inverseGram);
      stalls = size < before / 2 ? 0 : stalls + 1;
      if (stalls == MAX_STALLS || Double.isNaN(size)) {
        break;
      }
      before = size;
      x = x.plus(dx);
      TwoFold.residual(a, dx.data(), f, new double[f.length], f);
      for (int i = 0; i < f.length; i++) {
        residuals[i] += f[i];
      }
    }
    TwoFold.residual(a, x.data(), b, new double[b.length], residuals);
    return new LeastSquares(x, residuals, kept, inverseGram);
  }

  /** x in (A'A) x = b, where A P = Q R, by two substitutions. */
  private static Vector solveGram(Matrix r, int[] pivots, Vector b) {
    int p = pivots.length;
    double[] z = new double[p];
    for (int i = 0; i < p; i++) {
      z[i] = b.get(pivots[i]);
      for (int k = 0; k < i; k++) {
        z[i] -= r.get(k, i) * z[k];
      }
      z[i] /= r.get(i, i);
    }
    double[] x = new double[p];
    for (int i = p - 1; i >= 0; i--) {
      for (int k = i + 1; k < p; k++) {
        z[i] -= r.get(i, k) * z[k];
      }
      z[i] /= r.get(i, i);
      x[pivots[i]] = z[i];
    }
    return Vector.wrap(x);
  }

  /** The size of a change in units of the standard errors, so that columns weigh alike. */
  private static double relative(Vector dx, Vector x, Matrix inverseGram) {
    double change = 0;
    double size = Double.MIN_NORMAL;
    for (int j = 0; j < x.size(); j++) {
      double scale = Math.sqrt(inverseGram.get(j, j));
      change = Math.max(change, Math.abs(dx.get(j)) / scale);
      size = Math.max(size, Math.abs(x.get(j)) / scale);
    }
    return change / size;
  }
}
