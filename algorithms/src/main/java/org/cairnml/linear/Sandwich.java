package org.cairnml.linear;

import org.cairnml.linalg.Backends;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;
import org.cairnml.linalg.backend.Transpose;

/**
 * The covariance of least-squares estimates.
 *
 * @param type how
 * @param inverseGram the inverse of A'A (p x p), 0 for columns left out
 * @param rank how many columns were not left out
 */
record Sandwich(CovarianceType type, Matrix inverseGram, int rank) {

  private static final int BLOCK_ROWS = 1024;

  /**
   * The covariance (p x p).
   *
   * @param a weighted rows (m x p)
   * @param residuals weighted residuals (m)
   * @param squares their sum of squares
   */
  Matrix covariance(Matrix a, double[] residuals, double squares) {
    if (type == CovarianceType.CLASSICAL) {
      return classical(squares, residuals.length);
    }
    int p = a.cols();
    Matrix meat = Matrix.zeros(p, p);
    for (int start = 0; start < a.rows(); start += BLOCK_ROWS) {
      int end = Math.min(a.rows(), start + BLOCK_ROWS);
      Matrix block = a.slice(start, end, 0, p).copy();
      Matrix solved = block.times(inverseGram);
      for (int i = 0; i < block.rows(); i++) {
        Vector row = block.row(i);
        double leverage = row.dot(solved.row(i));
        double scale = residuals[start + i] * factor(leverage, residuals.length);
        Backends.get().scal(p, scale, block.data(), i * p);
      }
      Backends.get()
          .syrk(Transpose.YES, p, block.rows(), 1, block.data(), 0, p, 1, meat.data(), 0, p);
    }
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < i; j++) {
        meat.set(j, i, meat.get(i, j));
      }
    }
    return inverseGram.times(meat).times(inverseGram);
  }

  /** The covariance under equal variances, from the sum of squared residuals of {@code m} rows. */
  Matrix classical(double squares, int m) {
    return inverseGram.times(squares / (m - rank));
  }

  private double factor(double leverage, int m) {
    double left = Math.max(0, 1 - leverage);
    return switch (type) {
      case CLASSICAL, HC0 -> 1;
      case HC1 -> Math.sqrt((double) m / (m - rank));
      case HC2 -> 1 / Math.sqrt(left);
      case HC3 -> 1 / left;
    };
  }
}
