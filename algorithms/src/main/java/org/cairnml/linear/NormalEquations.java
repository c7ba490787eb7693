package org.cairnml.linear;

import java.util.Optional;
import org.cairnml.linalg.Cholesky;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;

/**
 * A symmetric positive definite system whose rows and columns have been scaled to a diagonal of
 * ones, so that units do not matter for its accuracy.
 *
 * @param cholesky the factorization of the scaled matrix
 * @param scale what rows and columns were multiplied by
 */
record NormalEquations(Cholesky cholesky, double[] scale) {

  /**
   * The smallest part of a column's squared length that must not be explained by the columns before
   * it. Normal equations lose that many digits, so about 9 are right at this limit.
   */
  static final double SMALLEST_PIVOT = 1e-7;

  /** Factors {@code gram + shift I}; empty if it is too close to singular. */
  static Optional<NormalEquations> tryOf(Matrix gram, double shift) {
    return tryOf(gram, shift, SMALLEST_PIVOT);
  }

  /** The same with another limit for the smallest pivot. */
  static Optional<NormalEquations> tryOf(Matrix gram, double shift, double smallestPivot) {
    int d = gram.rows();
    double[] scale = new double[d];
    Matrix scaled = Matrix.zeros(d, d);
    for (int i = 0; i < d; i++) {
      double diagonal = gram.get(i, i) + shift;
      if (!(diagonal > 0)) {
        return Optional.empty();
      }
      scale[i] = 1 / Math.sqrt(diagonal);
      for (int j = 0; j < i; j++) {
        scaled.set(i, j, gram.get(i, j) * scale[i] * scale[j]);
      }
      scaled.set(i, i, 1);
    }
    return Cholesky.tryOf(scaled)
        .filter(cholesky -> isSafe(cholesky, smallestPivot))
        .map(cholesky -> new NormalEquations(cholesky, scale));
  }

  private static boolean isSafe(Cholesky cholesky, double smallestPivot) {
    Matrix l = cholesky.l();
    for (int i = 0; i < l.rows(); i++) {
      if (!(l.get(i, i) * l.get(i, i) >= smallestPivot)) {
        return false;
      }
    }
    return true;
  }

  /** x in (gram + shift I) x = b. */
  Vector solve(Vector b) {
    return scaled(cholesky.solve(scaled(b)));
  }

  /** The inverse of gram + shift I. */
  Matrix inverse() {
    Matrix inverse = cholesky.inverse();
    for (int i = 0; i < scale.length; i++) {
      for (int j = 0; j < scale.length; j++) {
        inverse.set(i, j, inverse.get(i, j) * scale[i] * scale[j]);
      }
    }
    return inverse;
  }

  /** The largest magnitude among the coefficients {@code b}, each in units of its column. */
  double size(Vector b) {
    double largest = 0;
    for (int j = 0; j < scale.length; j++) {
      largest = Math.max(largest, Math.abs(b.get(j)) / scale[j]);
    }
    return largest;
  }

  private Vector scaled(Vector v) {
    double[] product = v.toArray();
    for (int j = 0; j < product.length; j++) {
      product[j] *= scale[j];
    }
    return Vector.wrap(product);
  }
}
