package org.cairnml.testkit.factorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairnml.testkit.factorization.Residuals.assertClose;
import static org.cairnml.testkit.factorization.Residuals.assertOrthonormalColumns;
import static org.cairnml.testkit.factorization.Residuals.bound;
import static org.cairnml.testkit.factorization.Residuals.exponent;
import static org.cairnml.testkit.factorization.Residuals.filled;
import static org.cairnml.testkit.factorization.Residuals.grain;
import static org.cairnml.testkit.factorization.Residuals.norm;
import static org.cairnml.testkit.factorization.Residuals.scaled;
import static org.cairnml.testkit.factorization.Residuals.timesColumns;

import net.jqwik.api.Arbitrary;
import org.cairnml.linalg.Cholesky;
import org.cairnml.linalg.LU;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.QR;
import org.cairnml.linalg.SVD;
import org.cairnml.linalg.SingularMatrixException;
import org.cairnml.linalg.SymmetricEigen;
import org.cairnml.testkit.generate.Tries;

/**
 * Every factorization of {@link HardMatrices}. Residuals are taken of the matrix in units of its
 * largest element.
 */
final class HardMatrixChecks {

  /** Below and above the size from which native code takes over. */
  private static final int[] SIZES = {1, 2, 7, 40, 150};

  private static final int MOST_ROWS = 90;
  private static final int TRIES = 60;

  private HardMatrixChecks() {}

  @FunctionalInterface
  private interface Check {

    /** A, the same in units of its largest element, and the exponent of that unit. */
    void of(String what, Matrix a, Matrix unit, int exponent);
  }

  private static void forAll(Check check) {
    for (int n : SIZES) {
      HardMatrices.square(n).forEach((name, a) -> inUnit(name + ", n = " + n, a, check));
    }
    forAll(Sample.square(MOST_ROWS), check);
  }

  private static void forAll(Arbitrary<Sample> samples, Check check) {
    Tries.forAll(samples, TRIES, sample -> inUnit(sample.toString(), sample.matrix(), check));
  }

  private static void inUnit(String what, Matrix a, Check check) {
    int exponent = exponent(a);
    check.of(what, a, scaled(a, -exponent), exponent);
  }

  private static double scale(Matrix unit, int exponent) {
    return Math.max(1, norm(unit)) * grain(exponent);
  }

  static void svd() {
    forAll(HardMatrixChecks::svd);
    forAll(Sample.anyShape(MOST_ROWS), HardMatrixChecks::svd);
    Matrix fading = filled(320, 320, (i, j) -> Math.exp(-i - j));
    svd("falls by e a row and a column", fading, fading, 0);
  }

  private static void svd(String what, Matrix a, Matrix unit, int exponent) {
    SVD svd = SVD.of(a);
    Matrix us = scaled(timesColumns(svd.u(), svd.singularValues()), -exponent);
    assertClose(what, us.times(svd.v().transpose()), unit, scale(unit, exponent));
    assertOrthonormalColumns(what, svd.u());
    assertOrthonormalColumns(what, svd.v());
  }

  static void symmetricEigen() {
    forAll(
        (what, a, unit, exponent) -> {
          Matrix half = scaled(unit, -1);
          Matrix symmetric = half.plus(half.transpose());
          SymmetricEigen eigen = SymmetricEigen.of(scaled(symmetric, exponent));
          Matrix v = eigen.vectors();
          Matrix vw = scaled(timesColumns(v, eigen.values()), -exponent);
          assertClose(what, vw.times(v.transpose()), symmetric, scale(unit, exponent));
          assertOrthonormalColumns(what, v);
        });
  }

  static void qr() {
    forAll(HardMatrixChecks::qr);
    forAll(Sample.anyShape(MOST_ROWS), HardMatrixChecks::qr);
  }

  private static void qr(String what, Matrix a, Matrix unit, int exponent) {
    for (QR qr : new QR[] {QR.of(a), QR.pivoted(a)}) {
      Matrix product = qr.q().times(scaled(qr.r(), -exponent));
      assertClose(what, product, unit.columns(qr.pivots()), scale(unit, exponent));
      assertOrthonormalColumns(what, qr.q());
    }
  }

  static void lu() {
    forAll(
        (what, a, unit, exponent) -> {
          try {
            LU lu = LU.of(a);
            Matrix product = lu.l().times(scaled(lu.u(), -exponent));
            assertClose(what, product, unit.rows(lu.rowOrder()), scale(unit, exponent));
            assertThat(LU.tryOf(a)).as(what).isPresent();
          } catch (SingularMatrixException e) {
            assertDepends(what, unit, e.pivot());
            assertThat(LU.tryOf(a)).as(what).isEmpty();
          }
        });
  }

  /** Column k is, but for rounding, a sum of those before it: R of A = Q R shows how far it is. */
  private static void assertDepends(String what, Matrix unit, int k) {
    int n = unit.rows();
    Matrix head = unit.slice(0, n, 0, k + 1).copy();
    double left = Math.abs(QR.of(head).r().get(k, k));
    assertThat(left).as(what + ", column " + k).isLessThanOrEqualTo(bound(n, n, norm(head)));
  }

  /** A'A + I of the matrix in units of its largest element, in the units of the matrix again. */
  static void cholesky() {
    forAll(
        (what, a, unit, exponent) -> {
          int shift = Math.max(-1000, Math.min(1000, exponent)) / 2 * 2;
          Matrix b = unit.gram().plus(Matrix.identity(a.rows()));
          Matrix l = scaled(Cholesky.of(scaled(b, shift)).l(), -shift / 2);
          assertClose(what, l.times(l.transpose()), b, scale(b, 0));
        });
  }
}
