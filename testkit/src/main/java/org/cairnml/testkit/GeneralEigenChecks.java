package org.cairnml.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.cairnml.base.Seed;
import org.cairnml.linalg.Eigen;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SymmetricEigen;

/** What the eigendecomposition of a general matrix must do. */
final class GeneralEigenChecks {

  /** Residuals are bounded by so many rounding errors for each row, times the norm. */
  private static final double ULPS = 16;

  private GeneralEigenChecks() {}

  private static Matrix random(int n, long seed) {
    double[] values = Seed.of(seed).generator().doubles((long) n * n).toArray();
    return Matrix.wrap(Arrays.stream(values).map(v -> v - 0.5).toArray(), n, n);
  }

  static void residuals() {
    for (int n : new int[] {0, 1, 2, 3, 4, 5, 10, 33, 70, 120}) {
      for (double scale : new double[] {1, 1e-160, 1e160}) {
        assertSolves(random(n, n + 1).times(scale), scale);
      }
    }
    assertSolves(Matrix.of(3, 3, 2, 1, 0, 0, 2, 1, 0, 0, 2), 1);
    assertSolves(Matrix.of(4, 4, 0, 1, 1, 0, -1, 0, 0, 1, 0, 0, 0, 1, 0, 0, -1, 0), 1);
    assertSolves(Matrix.of(3, 3, 0, 0, 1, 1, 0, 0, 0, 1, 0), 1);
    assertSolves(Matrix.zeros(4, 4), 1);
  }

  /** A matrix in other units, D B D^-1, is solved as well as B in the units of B. */
  static void graded() {
    int n = 12;
    Matrix b = random(n, 5);
    double[] unit = new double[n];
    Arrays.setAll(unit, i -> Math.pow(10, i));
    Matrix a = Matrix.zeros(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a.set(i, j, b.get(i, j) * unit[i] / unit[j]);
      }
    }
    Eigen eigen = Eigen.of(a);
    Matrix v = eigen.vectorsReal();
    Matrix vi = eigen.vectorsImaginary();
    for (int k = 0; k < n; k++) {
      double length = 0;
      for (int i = 0; i < n; i++) {
        length = Math.hypot(length, Math.hypot(v.get(i, k), vi.get(i, k)) / unit[i]);
      }
      for (int i = 0; i < n; i++) {
        double re = -eigen.realParts()[k] * v.get(i, k) + eigen.imaginaryParts()[k] * vi.get(i, k);
        for (int j = 0; j < n; j++) {
          re += a.get(i, j) * v.get(j, k);
        }
        assertThat(re / unit[i]).isCloseTo(0, within(ULPS * n * n * 0x1p-52 * length));
      }
    }
  }

  /** A v = w v, vectors of length 1, conjugate pairs, and the trace as the sum of the values. */
  private static void assertSolves(Matrix a, double scale) {
    Matrix unit = a.times(1 / scale);
    int n = a.rows();
    Eigen eigen = Eigen.of(a);
    double[] w = Arrays.stream(eigen.realParts()).map(v -> v / scale).toArray();
    double[] wi = Arrays.stream(eigen.imaginaryParts()).map(v -> v / scale).toArray();
    Matrix v = eigen.vectorsReal();
    Matrix vi = eigen.vectorsImaginary();
    double norm = 0;
    for (int i = 0; i < n; i++) {
      norm = Math.hypot(norm, unit.row(i).norm2());
    }
    double bound = ULPS * n * 0x1p-52 * norm;
    Matrix av = unit.times(v);
    Matrix avi = unit.times(vi);
    double trace = 0;
    double sum = 0;
    for (int j = 0; j < n; j++) {
      double length = 0;
      for (int i = 0; i < n; i++) {
        length = Math.hypot(length, Math.hypot(v.get(i, j), vi.get(i, j)));
        assertThat(av.get(i, j))
            .isCloseTo(w[j] * v.get(i, j) - wi[j] * vi.get(i, j), within(bound));
        assertThat(avi.get(i, j))
            .isCloseTo(w[j] * vi.get(i, j) + wi[j] * v.get(i, j), within(bound));
      }
      assertThat(length).isCloseTo(1, within(ULPS * n * 0x1p-52));
      trace += unit.get(j, j);
      sum += w[j];
    }
    assertThat(sum).isCloseTo(trace, within(bound));
    assertThat(eigen.realParts()).isSorted();
    assertThat(Arrays.stream(wi).sorted().toArray())
        .isEqualTo(Arrays.stream(wi).map(x -> x == 0 ? 0 : -x).sorted().toArray());
  }

  /** Rotations have the values cos +- i sin, companion matrices the roots of their polynomial. */
  static void knownValues() {
    Eigen rotation = Eigen.of(Matrix.of(2, 2, 0, -1, 1, 0));
    assertThat(rotation.realParts()).containsExactly(new double[] {0, 0}, within(1e-16));
    assertThat(rotation.imaginaryParts()).containsExactly(new double[] {-1, 1}, within(1e-15));
    assertThat(rotation.isReal()).isFalse();
    assertThat(rotation.spectralRadius()).isCloseTo(1, within(1e-15));
    Matrix companion = Matrix.of(4, 4, 10, -35, 50, -24, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0);
    Eigen roots = Eigen.of(companion);
    assertThat(roots.realParts()).containsExactly(new double[] {1, 2, 3, 4}, within(1e-12));
    assertThat(roots.isReal()).isTrue();
    int n = 30;
    Matrix cycle = Matrix.zeros(n, n);
    for (int i = 0; i < n; i++) {
      cycle.set(i, (i + 1) % n, 1);
    }
    Eigen unity = Eigen.of(cycle);
    for (int j = 0; j < n; j++) {
      assertThat(Math.hypot(unity.realParts()[j], unity.imaginaryParts()[j]))
          .isCloseTo(1, within(1e-13));
    }
    assertThat(Eigen.of(Matrix.of(2, 2, 1, 1, 0, 1)).realParts()).containsExactly(1, 1);
  }

  static void symmetric() {
    for (int n : new int[] {1, 2, 17, 64}) {
      Matrix half = random(n, n);
      Matrix a = half.plus(half.transpose());
      Eigen general = Eigen.of(a);
      double[] expected = SymmetricEigen.of(a).values();
      assertThat(general.isReal()).isTrue();
      for (int j = 0; j < n; j++) {
        assertThat(general.realParts()[j]).isCloseTo(expected[j], within(ULPS * n * n * 0x1p-52));
      }
    }
  }

  static void refusals() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Eigen.of(Matrix.zeros(2, 3)))
        .withMessageContaining("2 x 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Eigen.of(Matrix.of(2, 2, 1, 0, Double.NaN, 1)))
        .withMessageContaining("row 1, column 0");
  }
}
