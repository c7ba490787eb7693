package org.cairnml.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import org.cairnml.base.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactorizationTest {

  /** Rounding errors add up with the size; 2^-52 is the distance of doubles near 1. */
  private static double tolerance(int n, double scale) {
    return 8 * n * 0x1p-52 * scale;
  }

  private static Matrix random(int m, int n, long seed) {
    var random = Seed.of(seed).generator();
    Matrix a = Matrix.zeros(m, n);
    for (int i = 0; i < m * n; i++) {
      a.data()[i] = random.nextDouble() - 0.5;
    }
    return a;
  }

  private static double distance(Matrix a, Matrix b) {
    return Vector.wrap(a.minus(b).copy().data()).norm2();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 16, 65, 130})
  void choleskyRebuildsSolvesAndInverts(int n) {
    Matrix a = random(2 * n, n, n).gram();
    Cholesky cholesky = Cholesky.of(a);
    assertThat(distance(cholesky.l().times(cholesky.l().transpose()), a))
        .isLessThan(tolerance(n, n));
    Matrix x = random(n, 3, 7);
    Matrix b = a.times(x);
    assertThat(distance(a.times(cholesky.solve(b)), b)).isLessThan(tolerance(n, n));
    assertThat(cholesky.solve(b.column(1)).minus(cholesky.solve(b).column(1)).norm2())
        .isLessThan(1e-6);
    assertThat(distance(a.times(cholesky.inverse()), Matrix.identity(n))).isLessThan(1e-9);
  }

  @Test
  void choleskyWorksAtTinyScaleAndNamesTheBadPivot() {
    assertThat(Cholesky.of(Matrix.identity(2).times(1e-300)).logDeterminant())
        .isCloseTo(2 * Math.log(1e-300), within(1e-9));
    Matrix bad = Matrix.of(3, 3, 1, 0, 0, 0, 4, 2, 0, 2, 1 - 1e-9);
    assertThatExceptionOfType(NotPositiveDefiniteException.class)
        .isThrownBy(() -> Cholesky.of(bad))
        .satisfies(e -> assertThat(e.pivot()).isEqualTo(2));
    assertThat(Cholesky.tryOf(bad)).isEmpty();
    assertThat(Cholesky.tryOf(Matrix.of(1, 1, Double.NaN))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1,1", "5,5", "9,4", "4,9", "100,30", "30,30"})
  void qrRebuildsWithOrthonormalColumns(int m, int n) {
    Matrix a = random(m, n, m + n);
    QR plain = QR.of(a);
    assertThat(distance(plain.q().times(plain.r()), a)).isLessThan(tolerance(m, m));
    assertThat(distance(plain.q().gram(), Matrix.identity(Math.min(m, n))))
        .isLessThan(tolerance(m, m));
    QR pivoted = QR.pivoted(a);
    assertThat(distance(pivoted.q().times(pivoted.r()), a.columns(pivoted.pivots())))
        .isLessThan(tolerance(m, m));
    assertThat(pivoted.rank()).isEqualTo(Math.min(m, n));
  }

  @Test
  void leastSquaresResidualIsOrthogonalToTheColumns() {
    Matrix a = random(60, 7, 3);
    Vector b = random(60, 1, 4).column(0);
    for (QR qr : new QR[] {QR.of(a), QR.pivoted(a)}) {
      Vector residual = b.minus(a.times(qr.solve(b)));
      assertThat(a.transposeTimes(residual).norm2()).isLessThan(tolerance(60, 60));
    }
    Matrix inverseGram = QR.pivoted(a).inverseGram();
    assertThat(distance(inverseGram.times(a.gram()), Matrix.identity(7))).isLessThan(1e-11);
  }

  @Test
  void rankDoesNotDependOnUnits() {
    Matrix base = random(20, 3, 11);
    Matrix a = Matrix.zeros(20, 4);
    for (int i = 0; i < 20; i++) {
      a.set(i, 0, 1e-120 * base.get(i, 0));
      a.set(i, 1, 1e150 * base.get(i, 1));
      a.set(i, 2, base.get(i, 0) + base.get(i, 1));
      a.set(i, 3, base.get(i, 2));
    }
    QR qr = QR.pivoted(a);
    assertThat(qr.rank()).isEqualTo(3);
    Vector b = base.column(0).plus(base.column(2));
    assertThat(a.times(qr.solve(b)).minus(b).norm2()).isLessThan(tolerance(20, 20));
    assertThatExceptionOfType(SingularMatrixException.class)
        .isThrownBy(() -> QR.of(a).solve(b))
        .satisfies(e -> assertThat(e.pivot()).isEqualTo(2));
    assertThat(QR.tryOf(a)).isEmpty();
  }
}
