package org.cairnml.testkit.factorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleBinaryOperator;
import org.cairnml.base.Seed;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;

/**
 * Matrices to decompose, their norms, and the bound on what rounding may leave of a difference:
 * {@value #ULPS} rounding errors for each row, times a scale.
 */
final class Residuals {

  static final double EPSILON = 0x1p-52;

  private static final double ULPS = 16;

  private Residuals() {}

  /** Elements between -0.5 and 0.5. */
  static Matrix random(int m, int n, long seed) {
    var generator = Seed.of(seed).generator();
    return filled(m, n, (i, j) -> generator.nextDouble() - 0.5);
  }

  /** Each element from its row and its column, row after row. */
  static Matrix filled(int m, int n, DoubleBinaryOperator element) {
    Matrix result = Matrix.zeros(m, n);
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        result.set(i, j, element.applyAsDouble(i, j));
      }
    }
    return result;
  }

  static Matrix diagonal(double... values) {
    return filled(values.length, values.length, (i, j) -> i == j ? values[(int) i] : 0);
  }

  /** The columns times these values. */
  static Matrix timesColumns(Matrix a, double[] values) {
    return filled(a.rows(), values.length, (i, j) -> a.get((int) i, (int) j) * values[(int) j]);
  }

  /** Orthonormal columns (m x n), m at least n. */
  static Matrix orthonormal(int m, int n, long seed) {
    return org.cairnml.linalg.QR.of(random(m, n, seed)).q();
  }

  /** The Frobenius norm, free of overflow. */
  static double norm(Matrix a) {
    return Vector.wrap(a.copy().data()).norm2();
  }

  static double largest(Matrix a) {
    double largest = 0;
    for (double value : a.copy().data()) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  /** The power of two that takes the largest element to about 1. */
  static int exponent(Matrix a) {
    double largest = largest(a);
    if (largest > 0 && largest < Double.MIN_NORMAL) {
      return Math.getExponent(largest * 0x1p60) - 60;
    }
    return largest == 0 ? 0 : Math.getExponent(largest);
  }

  /** A times two to the power of {@code exponent}. */
  static Matrix scaled(Matrix a, int exponent) {
    return filled(a.rows(), a.cols(), (i, j) -> Math.scalb(a.get((int) i, (int) j), exponent));
  }

  /** The bound for a matrix of this shape. */
  static double bound(int rows, int columns, double scale) {
    return ULPS * Math.max(rows, columns) * EPSILON * scale;
  }

  /** How much coarser than by 2^-52 results are, in units of 2^exponent, that may be subnormal. */
  static double grain(int exponent) {
    return Math.scalb(1.0, Math.max(0, Double.MIN_EXPONENT - exponent));
  }

  /** Fails if the difference of two matrices is not small beside the scale. */
  static void assertClose(String what, Matrix actual, Matrix expected, double scale) {
    assertThat(norm(actual.minus(expected)))
        .as(what)
        .isLessThanOrEqualTo(bound(actual.rows(), actual.cols(), scale));
  }

  /** Fails if Q'Q is not the identity. */
  static void assertOrthonormalColumns(String what, Matrix q) {
    assertThat(norm(q.gram().minus(Matrix.identity(q.cols()))))
        .as(what)
        .isLessThanOrEqualTo(bound(q.rows(), q.cols(), 1));
  }
}
