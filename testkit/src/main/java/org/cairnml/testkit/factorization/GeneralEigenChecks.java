package org.cairnml.testkit.factorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.cairnml.testkit.factorization.Residuals.bound;
import static org.cairnml.testkit.factorization.Residuals.exponent;
import static org.cairnml.testkit.factorization.Residuals.filled;
import static org.cairnml.testkit.factorization.Residuals.grain;
import static org.cairnml.testkit.factorization.Residuals.norm;
import static org.cairnml.testkit.factorization.Residuals.random;
import static org.cairnml.testkit.factorization.Residuals.scaled;
import static org.cairnml.testkit.factorization.Residuals.timesColumns;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.cairnml.linalg.Eigen;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SymmetricEigen;
import org.cairnml.testkit.generate.Tries;

/** What the eigendecomposition of a general matrix must do. */
final class GeneralEigenChecks {

  private static final int[] SIZES = {1, 2, 3, 8, 21, 60};

  private static final int MOST_ROWS = 70;
  private static final int TRIES = 100;
  private static final double GRADED = 8;

  private GeneralEigenChecks() {}

  static void residuals() {
    for (int n : new int[] {0, 1, 2, 3, 4, 5, 10, 33, 70, 120}) {
      for (double scale : new double[] {1, 1e-160, 1e160}) {
        assertSolves("random", random(n, n, n + 1).times(scale));
      }
    }
    assertSolves("double pair", Matrix.of(4, 4, 0, 1, 1, 0, -1, 0, 0, 1, 0, 0, 0, 1, 0, 0, -1, 0));
    assertSolves("cycle", Matrix.of(3, 3, 0, 0, 1, 1, 0, 0, 0, 1, 0));
  }

  /**
   * Graded ones are balanced first and solved in units of their own, as {@link #graded} has it; in
   * the units of the matrix they are allowed {@value #GRADED} times as much.
   */
  static void hard() {
    for (Arbitrary<Sample> samples :
        List.of(Sample.square(MOST_ROWS), Sample.farFromNormal(MOST_ROWS))) {
      Tries.forAll(
          samples,
          TRIES,
          sample -> {
            double allowed = sample.isGraded() ? GRADED : 1;
            assertSolves(sample.toString(), sample.matrix(), allowed);
            assertSolves(sample + " transposed", sample.matrix().transpose(), allowed);
          });
    }
    for (int n : SIZES) {
      HardMatrices.square(n).forEach(GeneralEigenChecks::assertSolves);
      HardMatrices.farFromNormal(n).forEach(GeneralEigenChecks::assertSolves);
      HardMatrices.farFromNormal(n)
          .forEach((name, a) -> assertSolves(name + " transposed", a.transpose()));
      for (int exponent : new int[] {-1000, 990}) {
        HardMatrices.farFromNormal(n)
            .forEach((name, a) -> assertSolves(name, scaled(a, exponent - exponent(a))));
      }
    }
  }

  /** A matrix in other units, D B D^-1, is solved as well as B in the units of B. */
  static void graded() {
    for (double step : new double[] {1, 12, 25}) {
      graded(12, 5, step);
    }
    var samples =
        Combinators.combine(
                Sample.sizes(MOST_ROWS), Arbitraries.longs(), Arbitraries.doubles().between(0, 250))
            .as((n, seed, decades) -> new Graded(n, seed, decades / n));
    Tries.forAll(samples, TRIES, sample -> graded(sample.n(), sample.seed(), sample.step()));
  }

  private record Graded(int n, long seed, double step) {}

  private static void graded(int n, long seed, double step) {
    Matrix b = random(n, n, seed);
    double[] unit = new double[n];
    Arrays.setAll(unit, i -> Math.pow(10, step * i));
    assertSolvesInUnits(filled(n, n, (i, j) -> inUnits(b, unit, (int) i, (int) j)), unit);
  }

  private static double inUnits(Matrix b, double[] unit, int i, int j) {
    return b.get(i, j) * (unit[i] / unit[j]);
  }

  private static void assertSolvesInUnits(Matrix a, double[] unit) {
    int n = a.rows();
    Eigen eigen = Eigen.of(a);
    Matrix v = eigen.vectorsReal();
    Matrix vi = eigen.vectorsImaginary();
    for (int k = 0; k < n; k++) {
      double length = 0;
      for (int i = 0; i < n; i++) {
        length = Math.hypot(length, Math.hypot(v.get(i, k), vi.get(i, k)) / unit[i]);
      }
      for (int i = 0; i < n; i++) {
        double re =
            (-eigen.realParts()[k] * v.get(i, k) + eigen.imaginaryParts()[k] * vi.get(i, k))
                / unit[i];
        for (int j = 0; j < n; j++) {
          re += a.get(i, j) * (unit[j] / unit[i]) * (v.get(j, k) / unit[j]);
        }
        assertThat(re).isCloseTo(0, within(bound(n, n, n * length)));
      }
    }
  }

  /** A v = w v, vectors of length 1, conjugate pairs, and the trace as the sum of the values. */
  private static void assertSolves(String what, Matrix a) {
    assertSolves(what, a, 1);
  }

  /** The same with residuals so many times as large. */
  private static void assertSolves(String what, Matrix a, double allowed) {
    int n = a.rows();
    String which = what + ", n = " + n;
    int exponent = exponent(a);
    Matrix unit = scaled(a, -exponent);
    Eigen eigen = Eigen.of(a);
    double[] w = inUnit(eigen.realParts(), exponent);
    double[] wi = inUnit(eigen.imaginaryParts(), exponent);
    Matrix v = eigen.vectorsReal();
    Matrix vi = eigen.vectorsImaginary();
    double norm = norm(unit) * grain(exponent);
    Matrix re = unit.times(v).minus(timesColumns(v, w)).plus(timesColumns(vi, wi));
    Matrix im = unit.times(vi).minus(timesColumns(vi, w)).minus(timesColumns(v, wi));
    double trace = 0;
    for (int j = 0; j < n; j++) {
      double left = Math.hypot(re.column(j).norm2(), im.column(j).norm2());
      assertThat(left)
          .as(which + ", A v - w v of " + j)
          .isLessThanOrEqualTo(bound(n, n, allowed * norm));
      assertThat(Math.hypot(v.column(j).norm2(), vi.column(j).norm2()))
          .as(which + ", length of " + j)
          .isCloseTo(1, within(bound(n, n, 1)));
      trace += unit.get(j, j);
    }
    assertThat(Arrays.stream(w).sum()).as(which).isCloseTo(trace, within(bound(n, n, norm)));
    assertThat(eigen.realParts()).as(which).isSorted();
    assertThat(Arrays.stream(wi).sorted().toArray())
        .as(which)
        .isEqualTo(Arrays.stream(wi).map(x -> x == 0 ? 0 : -x).sorted().toArray());
  }

  private static double[] inUnit(double[] values, int exponent) {
    return Arrays.stream(values).map(v -> Math.scalb(v, -exponent)).toArray();
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
    Eigen unity = Eigen.of(filled(n, n, (i, j) -> j == (i + 1) % n ? 1 : 0));
    for (int j = 0; j < n; j++) {
      assertThat(Math.hypot(unity.realParts()[j], unity.imaginaryParts()[j]))
          .isCloseTo(1, within(1e-13));
    }
    assertThat(Eigen.of(Matrix.of(2, 2, 1, 1, 0, 1)).realParts()).containsExactly(1, 1);
  }

  /** Values and vectors of blocks that are not linked have the digits that each has alone. */
  static void blocks() {
    Matrix small = Matrix.of(3, 3, 1, 2, 0, 0, 3, 1, 0, -1, 3);
    for (int exponent : new int[] {-60, -300, -800}) {
      Matrix a = Matrix.zeros(4, 4);
      a.set(0, 0, 1);
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          a.set(i + 1, j + 1, Math.scalb(small.get(i, j), exponent));
        }
      }
      Eigen eigen = Eigen.of(a);
      Eigen alone = Eigen.of(small);
      for (int k = 0; k < 3; k++) {
        String what = "value " + k + " of a block of 2^" + exponent;
        assertThat(Math.scalb(eigen.realParts()[k], -exponent))
            .as(what)
            .isCloseTo(alone.realParts()[k], within(bound(4, 4, 4)));
        for (int i = 0; i < 3; i++) {
          assertThat(eigen.vectorsReal().get(i + 1, k))
              .as("vector of " + what)
              .isCloseTo(alone.vectorsReal().get(i, k), within(bound(4, 4, 16)));
        }
      }
    }
  }

  static void symmetric() {
    for (int n : new int[] {1, 2, 17, 64}) {
      Matrix half = random(n, n, n);
      Matrix a = half.plus(half.transpose());
      Eigen general = Eigen.of(a);
      double[] expected = SymmetricEigen.of(a).values();
      assertThat(general.isReal()).isTrue();
      for (int j = 0; j < n; j++) {
        assertThat(general.realParts()[j]).isCloseTo(expected[j], within(bound(n, n, n)));
      }
    }
  }

  static void refusals() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Eigen.of(Matrix.zeros(2, 3)))
        .withMessageContaining("2 x 3");
  }
}
