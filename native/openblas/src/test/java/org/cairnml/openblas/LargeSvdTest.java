package org.cairnml.openblas;

import static org.assertj.core.api.Assertions.assertThat;

import org.cairnml.base.Seed;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SVD;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The SVD where LAPACK reduces a matrix to bidiagonal form, and where Java does. */
class LargeSvdTest {

  /** Rounding errors per row and column, beside the largest singular value. */
  private static final double EPSILON = 0x1p-52;

  @ParameterizedTest
  @CsvSource({"300,280", "530,530", "600,530", "530,600"})
  void factorsMultiplyToTheMatrix(int m, int n) {
    Matrix a = Matrix.wrap(Seed.of(m).generator().doubles((long) m * n, -1, 1).toArray(), m, n);
    SVD svd = SVD.of(a);
    double[] s = svd.singularValues();
    Matrix scaled = svd.u();
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < s.length; j++) {
        scaled.set(i, j, scaled.get(i, j) * s[j]);
      }
    }
    double error = Math.max(m, n) * EPSILON;
    assertThat(largestDifference(scaled.times(svd.v().transpose()), a)).isLessThan(error * s[0]);
    Matrix identity = Matrix.identity(s.length);
    assertThat(largestDifference(svd.u().gram(), identity)).isLessThan(error);
    assertThat(largestDifference(svd.v().gram(), identity)).isLessThan(error);
  }

  private static double largestDifference(Matrix a, Matrix b) {
    double largest = 0;
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < a.cols(); j++) {
        largest = Math.max(largest, Math.abs(a.get(i, j) - b.get(i, j)));
      }
    }
    return largest;
  }
}
