package org.cairnml.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.cairnml.linalg.Cholesky;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.QR;
import org.cairnml.testkit.generate.Matrices;
import org.cairnml.testkit.generate.Tries;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Factors multiply to what was factored, whatever the matrix. */
@Tag("numeric")
final class FactorizationPropertyTest {

  private static final int TRIES = 150;

  /** Backward error of a stable factorization of at most 40 rows, relative to the largest entry. */
  private static final Tolerance BACKWARD =
      new Tolerance("backward error of a stable factorization, some n * eps", 1e-13);

  private static Arbitrary<Matrix> tall() {
    return Arbitraries.oneOf(
        Matrices.tall(), Matrices.graded(), Matrices.rankDeficient(), Matrices.hilbert());
  }

  @Test
  void choleskyFactorsMultiplyToTheMatrix() {
    Tries.forAll(
        Matrices.positiveDefinite(),
        TRIES,
        a -> {
          Matrix l = Cholesky.of(a).l();
          same(l.times(l.transpose()), a);
        });
  }

  @Test
  void qrFactorsMultiplyToTheMatrix() {
    Tries.forAll(
        tall(),
        TRIES,
        a -> {
          QR qr = QR.of(a);
          same(qr.q().times(qr.r()), a);
          same(qr.q().gram(), Matrix.identity(a.cols()));
        });
  }

  @Test
  void rankDeficiencyIsFoundWhateverTheScale() {
    Tries.forAll(
        Matrices.rankDeficient(),
        TRIES,
        a -> {
          for (double scale : new double[] {1, 1e-100, 1e100}) {
            assertThat(QR.pivoted(a.times(scale)).rank()).isEqualTo(a.cols() - 1);
          }
        });
  }

  @Test
  void theTransposeOfAProductIsTheProductOfTransposes() {
    Tries.forAll(
        Matrices.dense(),
        TRIES,
        a -> {
          Matrix b = a.transpose().times(0.5);
          same(a.times(b).transpose(), b.transpose().times(a.transpose()));
          same(a.transposeTimes(a), a.gram());
        });
  }

  private static void same(Matrix actual, Matrix expected) {
    double scale = 1;
    for (double value : expected.copy().data()) {
      scale = Math.max(scale, Math.abs(value));
    }
    assertThat(actual.cols()).isEqualTo(expected.cols());
    for (int i = 0; i < expected.rows(); i++) {
      for (int j = 0; j < expected.cols(); j++) {
        BACKWARD.check("(" + i + ", " + j + ")", actual.get(i, j), expected.get(i, j), scale);
      }
    }
  }
}
