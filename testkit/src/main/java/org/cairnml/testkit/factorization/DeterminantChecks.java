package org.cairnml.testkit.factorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cairnml.testkit.factorization.Residuals.EPSILON;
import static org.cairnml.testkit.factorization.Residuals.bound;
import static org.cairnml.testkit.factorization.Residuals.diagonal;
import static org.cairnml.testkit.factorization.Residuals.orthonormal;
import static org.cairnml.testkit.factorization.Residuals.random;
import static org.cairnml.testkit.factorization.Residuals.scaled;

import java.util.stream.IntStream;
import org.cairnml.linalg.Cholesky;
import org.cairnml.linalg.LU;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SVD;

/** What determinants and condition numbers must be. */
final class DeterminantChecks {

  private DeterminantChecks() {}

  /** Of diagonals whose product over- or underflows on the way, or at the end. */
  static void diagonals() {
    assertDeterminant(diagonal(1e200, 1e200, 1e-200, -1e-200), -1);
    assertDeterminant(diagonal(1e-200, 1e-200, 1e200, 1e200), 1);
    assertDeterminant(diagonal(-1e300, 1e300, -1e300), Double.POSITIVE_INFINITY);
    assertDeterminant(diagonal(1e300, -1e300), Double.NEGATIVE_INFINITY);
    assertDeterminant(diagonal(1e-300, 1e-300, 1e-300), 0);
    assertDeterminant(diagonal(-1e-300, 1e-300, 1e-300), -0.0);
    assertDeterminant(diagonal(-4e-320), -4e-320);
    assertDeterminant(diagonal(0x1p-900, 0x1p1000, -2), -0x1p101);
    assertDeterminant(Matrix.zeros(0, 0), 1);
  }

  private static void assertDeterminant(Matrix a, double expected) {
    LU lu = LU.of(a);
    double bound = Double.isInfinite(expected) ? 0 : bound(a.rows(), 1, Math.abs(expected));
    assertThat(lu.determinant()).isCloseTo(expected, within(bound));
    assertThat(lu.determinantSign()).isEqualTo((int) Math.copySign(1, expected));
    double log =
        IntStream.range(0, a.rows()).mapToDouble(i -> Math.log(Math.abs(a.get(i, i)))).sum();
    double size = 1 + IntStream.range(0, a.rows()).mapToDouble(i -> 1500).sum();
    assertThat(lu.logAbsDeterminant()).isCloseTo(log, within(bound(a.rows(), 1, size)));
  }

  /** det(2^k A) = 2^(kn) det(A), far outside the range of doubles; an exchange turns the sign. */
  static void scales() {
    Sample.forSizes(new int[] {1, 2, 5, 40, 150}, DeterminantChecks::scales);
  }

  private static void scales(int n) {
    Matrix a = random(n, n, n);
    LU lu = LU.of(a);
    double log = lu.logAbsDeterminant();
    assertThat(lu.determinant())
        .isCloseTo(lu.determinantSign() * Math.exp(log), within(bound(n, n, n * Math.exp(log))));
    for (int exponent : new int[] {-1060, -1000, 1000}) {
      LU other = LU.of(scaled(a, exponent));
      double digits = exponent < -1000 ? 0x1p-10 : bound(n, n, 1000 * n);
      assertThat(other.logAbsDeterminant())
          .isCloseTo(
              log + n * exponent * Math.log(2), within(digits * SVD.of(a).conditionNumber()));
      assertThat(other.determinantSign()).isEqualTo(lu.determinantSign());
    }
    int[] turned = IntStream.range(0, n).map(i -> n - 1 - i).toArray();
    int exchanges = n / 2;
    assertThat(LU.of(a.rows(turned)).determinantSign())
        .isEqualTo(exchanges % 2 == 0 ? lu.determinantSign() : -lu.determinantSign());
    Matrix positive = a.gram().plus(Matrix.identity(n));
    assertThat(Cholesky.of(positive).logDeterminant())
        .isCloseTo(LU.of(positive).logAbsDeterminant(), within(bound(n, n, n)));
    assertThat(LU.of(positive).determinantSign()).isOne();
  }

  /** The determinants of Hilbert matrices are 1 over integers known exactly (OEIS A005249). */
  static void hilbert() {
    double[] inverse = {1, 12, 2160, 6048000, 266716800000.0, 186313420339200000.0};
    for (int n = 1; n <= inverse.length; n++) {
      Matrix hilbert = HardMatrices.hilbert(n);
      double relative = bound(n, n, SVD.of(hilbert).conditionNumber());
      assertThat(LU.of(hilbert).determinant() * inverse[n - 1]).isCloseTo(1, within(relative));
      assertThat(Cholesky.of(hilbert).logDeterminant())
          .isCloseTo(-Math.log(inverse[n - 1]), within(relative));
    }
  }

  /** Condition numbers of Hilbert matrices by numpy.linalg.cond (NumPy 1.24), to 1e-8 or better. */
  static void conditionNumbers() {
    double[] known = {1, 19.281470067903967, 524.0567775860608, 15513.738738929103};
    for (int n = 1; n <= known.length; n++) {
      assertThat(SVD.of(HardMatrices.hilbert(n)).conditionNumber() / known[n - 1])
          .isCloseTo(1, within(bound(n, n, known[n - 1])));
    }
    Sample.forSizes(new int[] {1, 3, 40, 150}, DeterminantChecks::conditionNumbers);
    assertThat(SVD.of(diagonal(3, 0, 1)).conditionNumber()).isInfinite();
    Matrix ones = Matrix.of(2, 2, 1, 1, 1, 1);
    assertThat(SVD.of(ones).conditionNumber()).isGreaterThanOrEqualTo(1 / (8 * EPSILON));
    assertThat(SVD.of(Matrix.zeros(0, 4)).conditionNumber()).isOne();
  }

  private static void conditionNumbers(int n) {
    assertThat(SVD.of(Matrix.identity(n)).conditionNumber()).isCloseTo(1, within(bound(n, n, 1)));
    assertThat(SVD.of(orthonormal(n, n, n)).conditionNumber()).isCloseTo(1, within(bound(n, n, 1)));
    assertThat(SVD.of(Matrix.zeros(n, n)).conditionNumber()).isInfinite();
    Matrix a = random(n + 3, n, 1);
    double condition = SVD.of(a).conditionNumber();
    for (int exponent : new int[] {-1000, -500, 500, 1000}) {
      assertThat(SVD.of(scaled(a, exponent)).conditionNumber())
          .isCloseTo(condition, within(bound(n, n, condition * condition)));
    }
    assertThat(SVD.of(a.transpose()).conditionNumber())
        .isCloseTo(condition, within(bound(n, n, condition * condition)));
  }
}
