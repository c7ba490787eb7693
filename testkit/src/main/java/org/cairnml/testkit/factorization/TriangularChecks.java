package org.cairnml.testkit.factorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cairnml.testkit.factorization.Residuals.assertClose;
import static org.cairnml.testkit.factorization.Residuals.bound;
import static org.cairnml.testkit.factorization.Residuals.norm;
import static org.cairnml.testkit.factorization.Residuals.random;
import static org.cairnml.testkit.factorization.Residuals.scaled;

import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SingularMatrixException;
import org.cairnml.linalg.TriangularMatrix;
import org.cairnml.linalg.Vector;
import org.cairnml.linalg.backend.Diagonal;
import org.cairnml.linalg.backend.Triangle;

/** What solving with a triangular matrix must do. */
final class TriangularChecks {

  private static final int[] SIZES = {1, 2, 9, 48, 49, 130};

  private TriangularChecks() {}

  /** Everything outside the triangle is NaN, which nothing may read. */
  private static Matrix stored(Matrix t, Triangle triangle, Diagonal diagonal) {
    Matrix a = t.copy();
    for (int i = 0; i < t.rows(); i++) {
      for (int j = 0; j < t.rows(); j++) {
        boolean outside = triangle == Triangle.LOWER ? j > i : j < i;
        if (outside || i == j && diagonal == Diagonal.ONES) {
          a.set(i, j, Double.NaN);
        }
      }
    }
    return a;
  }

  private static Matrix triangular(int n, Triangle triangle, Diagonal diagonal) {
    Matrix t = random(n, n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        boolean outside = triangle == Triangle.LOWER ? j > i : j < i;
        t.set(i, j, outside ? 0 : t.get(i, j) / (i == j ? 1 : n));
      }
      t.set(i, i, diagonal == Diagonal.ONES ? 1 : 0.5 + Math.abs(t.get(i, i)));
    }
    return t;
  }

  private static Matrix part(Matrix a) {
    return Sample.within(a, a.rows() % 3);
  }

  static void solve() {
    Sample.forSizes(SIZES, TriangularChecks::solve);
  }

  private static void solve(int n) {
    for (Triangle triangle : Triangle.values()) {
      for (Diagonal diagonal : Diagonal.values()) {
        Matrix t = triangular(n, triangle, diagonal);
        Matrix a = stored(t, triangle, diagonal);
        Matrix b = random(n, 3, 2);
        String what = "n = " + n + ", " + triangle + ", " + diagonal;
        for (int exponent : diagonal == Diagonal.ONES ? new int[1] : new int[] {0, -980, 980}) {
          TriangularMatrix solver =
              TriangularMatrix.of(part(scaled(a, exponent)), triangle, diagonal);
          Matrix x = solver.solve(part(scaled(b, exponent)));
          assertClose(what, t.times(x), b, norm(t) * norm(x));
          Vector one = solver.solve(part(scaled(b, exponent)).column(1)).minus(x.column(1));
          assertThat(one.norm2()).as(what).isLessThanOrEqualTo(bound(n, n, norm(x)));
          Matrix y = solver.solveTransposed(part(scaled(b, exponent)));
          assertClose(what, t.transposeTimes(y), b, norm(t) * norm(y));
        }
      }
    }
  }

  static void refusals() {
    Sample.forSizes(SIZES, TriangularChecks::refusals);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TriangularMatrix.of(Matrix.zeros(2, 3), Triangle.LOWER, Diagonal.ONES))
        .withMessageContaining("2 x 3");
    TriangularMatrix two = TriangularMatrix.of(Matrix.identity(2), Triangle.LOWER, Diagonal.STORED);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.solve(Vector.of(1)))
        .withMessageContaining("1 rows");
    TriangularMatrix none =
        TriangularMatrix.of(Matrix.zeros(0, 0), Triangle.UPPER, Diagonal.STORED);
    assertThat(none.solve(Matrix.zeros(0, 2))).isEqualTo(Matrix.zeros(0, 2));
  }

  private static void refusals(int n) {
    for (int at : new int[] {0, n / 2, n - 1}) {
      for (Triangle triangle : Triangle.values()) {
        Matrix t = triangular(n, triangle, Diagonal.STORED);
        t.set(at, at, 0);
        assertThatExceptionOfType(SingularMatrixException.class)
            .isThrownBy(() -> TriangularMatrix.of(t, triangle, Diagonal.STORED))
            .satisfies(e -> assertThat(e.pivot()).isEqualTo(at));
        TriangularMatrix.of(t, triangle, Diagonal.ONES);
        t.set(at, at, Double.MIN_VALUE);
        TriangularMatrix.of(t, triangle, Diagonal.STORED);
        t.set(at, at, Double.NaN);
        assertThatIllegalArgumentException()
            .isThrownBy(() -> TriangularMatrix.of(t, triangle, Diagonal.STORED))
            .withMessageContaining("NaN in row " + at + ", column " + at);
      }
    }
  }
}
