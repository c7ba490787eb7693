package org.cairnml.testkit.factorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cairnml.testkit.factorization.Residuals.assertClose;
import static org.cairnml.testkit.factorization.Residuals.bound;
import static org.cairnml.testkit.factorization.Residuals.exponent;
import static org.cairnml.testkit.factorization.Residuals.norm;
import static org.cairnml.testkit.factorization.Residuals.random;
import static org.cairnml.testkit.factorization.Residuals.scaled;

import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.QR;
import org.cairnml.linalg.SVD;
import org.cairnml.linalg.Vector;
import org.cairnml.testkit.generate.Tries;

/** What the pseudo-inverse and least squares must do. */
final class PseudoInverseChecks {

  private static final int[][] SHAPES = {
    {1, 1}, {7, 1}, {1, 7}, {6, 6}, {20, 5}, {5, 20}, {93, 90}, {400, 3}, {3, 400}
  };

  private static final int MOST_ROWS = 60;
  private static final int TRIES = 40;

  private PseudoInverseChecks() {}

  /** Penrose's four conditions, which only the pseudo-inverse meets. */
  static void penrose() {
    for (int[] shape : SHAPES) {
      penrose(shape[0], shape[1], 1);
    }
    for (int n : new int[] {2, 7, 40}) {
      HardMatrices.square(n).forEach((name, a) -> assertPenrose(name + ", n = " + n, a));
    }
    Tries.forAll(
        Sample.anyShape(MOST_ROWS).filter(sample -> sample.exponent() >= -500),
        TRIES,
        sample -> {
          assertPenrose(sample.toString(), sample.matrix());
          penrose(sample.rows(), sample.cols(), sample.seed());
        });
  }

  private static void penrose(int m, int n, long seed) {
    int least = Math.min(m, n);
    for (int rank = Math.min(1, least); rank <= least; rank += Math.max(1, least / 2)) {
      Matrix a = random(m, rank, seed).times(random(rank, n, seed + 1));
      assertThat(SVD.of(a).rank()).as(m + " x " + n).isEqualTo(rank);
      assertPenrose(m + " x " + n + " of rank " + rank, a);
    }
  }

  private static void assertPenrose(String what, Matrix a) {
    SVD svd = SVD.of(a);
    Matrix unit = scaled(a, -exponent(a));
    Matrix p = scaled(svd.pseudoInverse(), exponent(a));
    double condition = Math.max(1, norm(unit) * norm(p));
    Matrix ap = unit.times(p);
    Matrix pa = p.times(unit);
    assertClose(what + ": A P A = A", ap.times(unit), unit, condition * norm(unit));
    assertClose(what + ": P A P = P", pa.times(p), p, condition * norm(p));
    assertClose(what + ": (A P)' = A P", ap.transpose(), ap, condition);
    assertClose(what + ": (P A)' = P A", pa.transpose(), pa, condition);
  }

  static void limits() {
    for (int[] shape : new int[][] {{5, 3}, {3, 5}, {0, 3}, {3, 0}, {100, 60}}) {
      SVD zero = SVD.of(Matrix.zeros(shape[0], shape[1]));
      assertThat(zero.rank()).isZero();
      assertThat(zero.pseudoInverse()).isEqualTo(Matrix.zeros(shape[1], shape[0]));
      assertThat(zero.solve(Vector.zeros(shape[0]))).isEqualTo(Vector.zeros(shape[1]));
    }
    Matrix subnormal = Matrix.of(2, 1, 3e-320, 4e-320);
    Matrix inverse = SVD.of(subnormal).pseudoInverse();
    assertThat(inverse.data()).containsOnly(Double.POSITIVE_INFINITY);
    double[] x = SVD.of(subnormal).solve(Vector.of(3e-320, 4e-320)).toArray();
    assertThat(x[0]).isBetween(1 - 1e-3, 1 + 1e-3);
    for (double unit : new double[] {1, 1e308, 5e-324}) {
      Matrix turned = Matrix.of(2, 2, unit, unit, unit, -unit);
      for (QR qr : new QR[] {QR.of(turned), QR.pivoted(turned)}) {
        double[] edge = qr.solve(Vector.of(unit, 0)).toArray();
        assertThat(edge).containsExactly(new double[] {0.5, 0.5}, within(1e-14));
      }
    }
    double[] sum = QR.of(Matrix.of(2, 2, 1, 1, 1, -1)).solve(Vector.of(1.7e308, 1.7e308)).toArray();
    assertThat(sum[0] / 1.7e308).isCloseTo(1, within(1e-14));
    assertThat(sum[1] / 1.7e308).isCloseTo(0, within(1e-14));
    Vector large = SVD.of(Matrix.of(2, 1, 3e307, 4e307)).solve(Vector.of(3e307, 4e307));
    assertThat(large.get(0)).isBetween(1 - 1e-14, 1 + 1e-14);
  }

  /** The residual of a solution stands upright on all columns, and no solution is shorter. */
  static void leastSquares() {
    for (int[] shape : SHAPES) {
      leastSquares(shape[0], shape[1], 0, 3);
    }
    Tries.forAll(
        Sample.anyShape(MOST_ROWS),
        TRIES,
        sample -> leastSquares(sample.rows(), sample.cols(), sample.gap(), sample.seed()));
  }

  private static void leastSquares(int m, int n, int gap, long seed) {
    for (int rank = 1; rank <= Math.min(m, n); rank += Math.max(1, Math.min(m, n) - 1)) {
      for (int exponent : new int[] {0, -900, 900}) {
        Matrix a = random(m, rank, seed).times(random(rank, n, seed + 1));
        Vector b = random(m, 1, seed + 2).column(0).copy();
        SVD svd = SVD.of(Sample.within(scaled(a, exponent), gap));
        QR qr = QR.pivoted(Sample.within(scaled(a, exponent), gap));
        String what = m + " x " + n + " of rank " + rank + ", 2^" + exponent;
        assertThat(qr.rank()).as(what).isEqualTo(rank);
        Vector shortest = svd.solve(b).times(Math.scalb(1.0, exponent));
        Vector basic = qr.solve(b).times(Math.scalb(1.0, exponent));
        assertUpright(what + ", SVD", a, shortest, b);
        assertUpright(what + ", QR", a, basic, b);
        assertThat(shortest.norm2())
            .as(what)
            .isLessThanOrEqualTo(basic.norm2() * (1 + bound(m, n, condition(a))));
      }
    }
  }

  private static double condition(Matrix a) {
    SVD svd = SVD.of(a);
    return svd.singularValues()[0] / svd.singularValues()[svd.rank() - 1];
  }

  private static void assertUpright(String what, Matrix a, Vector x, Vector b) {
    Vector residual = b.minus(a.times(x));
    double scale = norm(a) * (norm(a) * x.norm2() + b.norm2());
    assertThat(a.transposeTimes(residual).norm2())
        .as(what)
        .isLessThanOrEqualTo(bound(a.rows(), a.cols(), scale));
  }
}
