package org.cairnml.testkit.factorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.cairnml.testkit.factorization.Residuals.norm;
import static org.cairnml.testkit.factorization.Residuals.random;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.cairnml.linalg.Cholesky;
import org.cairnml.linalg.LU;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.NotPositiveDefiniteException;
import org.cairnml.linalg.QR;
import org.cairnml.linalg.SVD;
import org.cairnml.linalg.SingularMatrixException;
import org.cairnml.linalg.SymmetricEigen;
import org.cairnml.linalg.Vector;
import org.junit.jupiter.api.DynamicTest;

/**
 * What every factorization must do, on the backend in use. Residuals are bounded by {@value #ULPS}
 * times the size times 2^-52 times the norm of the matrix.
 */
public final class FactorizationContract {

  private static final double ULPS = 8;

  /** Around the sizes 32, 56 and 64 where methods change, and where native code takes over. */
  private static final int[] SIZES = {0, 1, 2, 3, 5, 16, 31, 32, 33, 56, 57, 63, 64, 65, 130, 201};

  private static final int[][] SHAPES = {
    {1, 1},
    {5, 5},
    {9, 4},
    {4, 9},
    {33, 32},
    {100, 30},
    {30, 100},
    {65, 65},
    {100, 64},
    {64, 101},
    {100, 100},
    {200, 70},
    {70, 200},
    {250, 140},
    {140, 250},
    {300, 3}
  };

  private FactorizationContract() {}

  /** All tests of the contract. */
  public static Stream<DynamicTest> all() {
    return Stream.of(
        dynamicTest("Cholesky rebuilds, solves, inverts", FactorizationContract::cholesky),
        dynamicTest("Cholesky names the bad pivot", FactorizationContract::badPivot),
        dynamicTest("Cholesky follows a rank-one change", FactorizationContract::rankOne),
        dynamicTest("LU rebuilds, solves, inverts", FactorizationContract::lu),
        dynamicTest("LU names the zero pivot", FactorizationContract::zeroPivot),
        dynamicTest("QR rebuilds with orthonormal columns", FactorizationContract::qr),
        dynamicTest("least squares residual is orthogonal", FactorizationContract::leastSquares),
        dynamicTest("rank does not depend on units", FactorizationContract::units),
        dynamicTest("symmetric eigen rebuilds", FactorizationContract::symmetricEigen),
        dynamicTest("symmetric eigen of known matrices", FactorizationContract::knownEigenvalues),
        dynamicTest("general eigen solves A v = w v", GeneralEigenChecks::residuals),
        dynamicTest("general eigen of hard matrices", GeneralEigenChecks::hard),
        dynamicTest("general eigen does not depend on units", GeneralEigenChecks::graded),
        dynamicTest("general eigen of blocks of unequal size", GeneralEigenChecks::blocks),
        dynamicTest("general eigen of known matrices", GeneralEigenChecks::knownValues),
        dynamicTest("general eigen of symmetric matrices", GeneralEigenChecks::symmetric),
        dynamicTest("general eigen refuses", GeneralEigenChecks::refusals),
        dynamicTest("SVD rebuilds", FactorizationContract::svd),
        dynamicTest("SVD of known matrices", FactorizationContract::knownSingularValues),
        dynamicTest("Cholesky of hard matrices", HardMatrixChecks::cholesky),
        dynamicTest("LU of hard matrices", HardMatrixChecks::lu),
        dynamicTest("QR of hard matrices", HardMatrixChecks::qr),
        dynamicTest("symmetric eigen of hard matrices", HardMatrixChecks::symmetricEigen),
        dynamicTest("SVD of hard matrices", HardMatrixChecks::svd),
        dynamicTest("Cholesky follows many changes", CholeskyChangeChecks::sequences),
        dynamicTest("Cholesky is left alone by a zero vector", CholeskyChangeChecks::zeroVector),
        dynamicTest("Cholesky follows to the border", CholeskyChangeChecks::border),
        dynamicTest("Cholesky names the pivot of a downdate", CholeskyChangeChecks::pivotOfFailure),
        dynamicTest("Cholesky follows changes of any scale", CholeskyChangeChecks::scales),
        dynamicTest("Cholesky refuses vectors", CholeskyChangeChecks::refusals),
        dynamicTest("randomized SVD of all values", RandomizedSvdChecks::complete),
        dynamicTest("randomized SVD of low rank", RandomizedSvdChecks::lowRank),
        dynamicTest("randomized SVD finds the leading part", RandomizedSvdChecks::leadingPart),
        dynamicTest("randomized SVD of sparse matrices", RandomizedSvdChecks::sparse),
        dynamicTest("randomized SVD refuses", RandomizedSvdChecks::refusals),
        dynamicTest("pseudo-inverse meets Penrose's conditions", PseudoInverseChecks::penrose),
        dynamicTest("pseudo-inverse at its limits", PseudoInverseChecks::limits),
        dynamicTest("least squares at any rank and scale", PseudoInverseChecks::leastSquares),
        dynamicTest("determinant of diagonals", DeterminantChecks::diagonals),
        dynamicTest("determinant at any scale", DeterminantChecks::scales),
        dynamicTest("determinant of Hilbert matrices", DeterminantChecks::hilbert),
        dynamicTest("condition numbers", DeterminantChecks::conditionNumbers),
        dynamicTest("triangular matrices solve", TriangularChecks::solve),
        dynamicTest("triangular matrices name the zero", TriangularChecks::refusals),
        dynamicTest("what is not finite is named", RefusalChecks::notFinite),
        dynamicTest("right-hand sides that do not fit", RefusalChecks::rightHandSides),
        dynamicTest("views are factored as copies", RefusalChecks::views),
        dynamicTest("empty and single shapes", RefusalChecks::shapes),
        dynamicTest("wide and tall shapes", RefusalChecks::wideAndTall));
  }

  private static void assertClose(Matrix actual, Matrix expected, double scale) {
    int size = Math.max(actual.rows(), actual.cols());
    assertThat(norm(actual.minus(expected))).isLessThanOrEqualTo(ULPS * size * 0x1p-52 * scale);
  }

  private static void assertOrthonormalColumns(Matrix q) {
    assertThat(norm(q.gram().minus(Matrix.identity(q.cols()))))
        .isLessThanOrEqualTo(ULPS * Math.max(q.rows(), q.cols()) * 0x1p-52);
  }

  private static void cholesky() {
    for (int n : SIZES) {
      Matrix a = random(2 * n, n, n).gram();
      Cholesky cholesky = Cholesky.of(a);
      Matrix l = cholesky.l();
      assertClose(l.times(l.transpose()), a, norm(a));
      Matrix x = random(n, 3, 7);
      Matrix b = a.times(x);
      Matrix solved = cholesky.solve(b);
      assertClose(a.times(solved), b, norm(a) * norm(x));
      assertThat(cholesky.solve(b.column(1)).minus(solved.column(1)).norm2())
          .isLessThanOrEqualTo(1e-9 * norm(x));
      Matrix inverse = cholesky.inverse();
      assertClose(a.times(inverse), Matrix.identity(n), norm(a) * norm(inverse));
      assertThat(inverse).isEqualTo(inverse.transpose());
      if (n > 0) {
        assertThat(cholesky.logDeterminant())
            .isCloseTo(LU.of(a).logAbsDeterminant(), within(1e-10 * n));
      }
    }
  }

  private static void badPivot() {
    assertThat(Cholesky.of(Matrix.identity(2).times(1e-300)).logDeterminant())
        .isCloseTo(2 * Math.log(1e-300), within(1e-9));
    for (int n : new int[] {3, 70, 150}) {
      Matrix bad = Matrix.identity(n);
      bad.set(n - 1, n - 2, 2);
      assertThatExceptionOfType(NotPositiveDefiniteException.class)
          .isThrownBy(() -> Cholesky.of(bad))
          .satisfies(e -> assertThat(e.pivot()).isEqualTo(n - 1));
      assertThat(Cholesky.tryOf(bad)).isEmpty();
      bad.set(1, 1, Double.NaN);
      assertThat(Cholesky.tryOf(bad)).isEmpty();
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cholesky.of(Matrix.zeros(2, 3)))
        .withMessageContaining("2 x 3");
  }

  private static void rankOne() {
    for (int n : SIZES) {
      Matrix a = random(2 * n, n, n).gram();
      Vector v = n == 0 ? Vector.of() : random(n, 1, 5).column(0);
      Matrix outer = n == 0 ? a : Matrix.ofColumns(v.toArray());
      Matrix changed = a.plus(outer.times(outer.transpose()));
      Cholesky updated = Cholesky.of(a).update(v);
      assertClose(updated.l().times(updated.l().transpose()), changed, norm(changed));
      Cholesky back = updated.downdate(v);
      assertClose(back.l().times(back.l().transpose()), a, Math.sqrt(n) * norm(changed));
    }
    Cholesky identity = Cholesky.of(Matrix.identity(3));
    assertThatExceptionOfType(NotPositiveDefiniteException.class)
        .isThrownBy(() -> identity.downdate(Vector.of(0.5, 1, 0)))
        .satisfies(e -> assertThat(e.pivot()).isEqualTo(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> identity.update(Vector.of(1, Double.NaN, 0)))
        .withMessageContaining("element 1");
    assertThatIllegalArgumentException().isThrownBy(() -> identity.update(Vector.of(1)));
  }

  private static void lu() {
    for (int n : SIZES) {
      Matrix a = random(n, n, n + 1);
      LU lu = LU.of(a);
      assertClose(lu.l().times(lu.u()), a.rows(lu.rowOrder()), Math.sqrt(n) * norm(a));
      Matrix x = random(n, 2, 3);
      Matrix b = a.times(x);
      Matrix solved = lu.solve(b);
      assertClose(a.times(solved), b, Math.sqrt(n) * norm(a) * norm(solved));
      Matrix inverse = lu.inverse();
      assertClose(a.times(inverse), Matrix.identity(n), Math.sqrt(n) * norm(a) * norm(inverse));
    }
    assertThat(LU.of(Matrix.of(2, 2, 0, 2, 3, 0)).determinant()).isEqualTo(-6);
    assertThat(LU.of(Matrix.of(2, 2, 0, 2, 3, 0)).solve(Vector.of(2, 3)))
        .isEqualTo(Vector.of(1, 1));
  }

  private static void zeroPivot() {
    Matrix singular = Matrix.of(3, 3, 1, 2, 3, 2, 4, 6, 1, 1, 1);
    assertThatExceptionOfType(SingularMatrixException.class)
        .isThrownBy(() -> LU.of(singular))
        .satisfies(e -> assertThat(e.pivot()).isEqualTo(2));
    assertThat(LU.tryOf(singular)).isEmpty();
  }

  private static void qr() {
    for (int[] shape : SHAPES) {
      Matrix a = random(shape[0], shape[1], shape[0] + shape[1]);
      for (QR qr : new QR[] {QR.of(a), QR.pivoted(a)}) {
        assertClose(qr.q().times(qr.r()), a.columns(qr.pivots()), norm(a));
        assertOrthonormalColumns(qr.q());
        assertThat(qr.rank()).isEqualTo(Math.min(shape[0], shape[1]));
      }
      double[] diagonal = diagonal(QR.pivoted(a).r());
      assertThat(diagonal[diagonal.length - 1]).isLessThanOrEqualTo(2 * diagonal[0]);
    }
  }

  private static double[] diagonal(Matrix r) {
    double[] diagonal = new double[r.rows()];
    for (int i = 0; i < r.rows(); i++) {
      diagonal[i] = Math.abs(r.get(i, i));
    }
    return diagonal;
  }

  private static void leastSquares() {
    for (int[] shape : new int[][] {{60, 7}, {200, 70}}) {
      Matrix a = random(shape[0], shape[1], 3);
      Vector b = random(shape[0], 1, 4).column(0);
      for (QR qr : new QR[] {QR.of(a), QR.pivoted(a)}) {
        Vector residual = b.minus(a.times(qr.solve(b)));
        assertThat(a.transposeTimes(residual).norm2())
            .isLessThan(ULPS * shape[0] * 0x1p-52 * norm(a) * b.norm2());
        assertThat(qr.solve(Matrix.ofColumns(b.toArray())).column(0)).isEqualTo(qr.solve(b));
      }
      Matrix inverseGram = QR.pivoted(a).inverseGram();
      Matrix gram = a.gram();
      assertClose(
          inverseGram.times(gram),
          Matrix.identity(shape[1]),
          norm(gram) * norm(inverseGram) * norm(a));
    }
  }

  private static void units() {
    for (int m : new int[] {20, 400}) {
      int extra = m == 20 ? 0 : 80;
      Matrix base = random(m, 3 + extra, 11);
      Matrix a = Matrix.zeros(m, 4 + extra);
      for (int i = 0; i < m; i++) {
        a.set(i, 0, 1e-120 * base.get(i, 0));
        a.set(i, 1, 1e150 * base.get(i, 1));
        a.set(i, 2, base.get(i, 0) + base.get(i, 1));
        for (int j = 3; j < 4 + extra; j++) {
          a.set(i, j, base.get(i, j - 1));
        }
      }
      QR qr = QR.pivoted(a);
      assertThat(qr.rank()).isEqualTo(3 + extra);
      Vector b = base.column(0).plus(base.column(2));
      assertThat(a.times(qr.solve(b)).minus(b).norm2()).isLessThan(m * 1e-13);
      assertThatExceptionOfType(SingularMatrixException.class)
          .isThrownBy(() -> QR.of(a).solve(b))
          .satisfies(e -> assertThat(e.pivot()).isEqualTo(2));
      assertThat(QR.tryOf(a)).isEmpty();
    }
  }

  private static void symmetricEigen() {
    for (int n : SIZES) {
      for (double scale : new double[] {1, 1e-160, 1e160}) {
        Matrix half = random(n, n, n + 5);
        Matrix a = half.plus(half.transpose()).times(scale);
        SymmetricEigen eigen = SymmetricEigen.of(a);
        Matrix v = eigen.vectors();
        assertOrthonormalColumns(v);
        assertClose(
            a.times(1 / scale).times(v),
            v.times(Matrix.wrap(new double[n * n], n, n).plus(diagonalOf(eigen, 1 / scale))),
            norm(a.times(1 / scale)));
        assertThat(eigen.values()).isSorted();
        assertClose(eigen.rebuild(w -> w).times(1 / scale), a.times(1 / scale), Math.max(1, n));
      }
    }
  }

  private static Matrix diagonalOf(SymmetricEigen eigen, double scale) {
    double[] w = eigen.values();
    Matrix d = Matrix.zeros(w.length, w.length);
    for (int i = 0; i < w.length; i++) {
      d.set(i, i, w[i] * scale);
    }
    return d;
  }

  /** Second differences have the eigenvalues 2 - 2 cos(pi k / (n + 1)). */
  private static void knownEigenvalues() {
    for (int n : new int[] {1, 2, 10, 64, 129}) {
      Matrix a = Matrix.zeros(n, n);
      for (int i = 0; i < n; i++) {
        a.set(i, i, 2);
        if (i > 0) {
          a.set(i, i - 1, -1);
          a.set(i - 1, i, -1);
        }
      }
      double[] values = SymmetricEigen.of(a).values();
      for (int k = 1; k <= n; k++) {
        assertThat(values[k - 1])
            .isCloseTo(2 - 2 * Math.cos(Math.PI * k / (n + 1)), within(ULPS * n * 0x1p-52));
      }
    }
    assertThat(SymmetricEigen.of(Matrix.zeros(70, 70)).values()).containsOnly(0);
    assertThat(SymmetricEigen.of(Matrix.of(2, 2, 0, 9, 1, 0)).values())
        .containsExactly(new double[] {-1, 1}, within(ULPS * 0x1p-52));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SymmetricEigen.of(Matrix.of(2, 2, 1, 0, Double.NaN, 1)))
        .withMessageContaining("row 1, column 0");
  }

  private static void svd() {
    for (int[] shape : SHAPES) {
      for (double scale : new double[] {1, 1e-250, 1e250}) {
        Matrix a = random(shape[0], shape[1], 13).times(scale);
        SVD svd = SVD.of(a);
        assertOrthonormalColumns(svd.u());
        assertOrthonormalColumns(svd.v());
        double[] s = svd.singularValues();
        Matrix us = svd.u();
        for (int i = 0; i < us.rows(); i++) {
          for (int j = 0; j < s.length; j++) {
            us.set(i, j, us.get(i, j) * (s[j] / scale));
          }
        }
        Matrix unit = a.times(1 / scale);
        assertClose(us.times(svd.v().transpose()), unit, norm(unit));
        for (int j = 1; j < s.length; j++) {
          assertThat(s[j]).isLessThanOrEqualTo(s[j - 1]).isNotNegative();
        }
      }
    }
  }

  /** Those of the Hilbert matrix are by LAPACK dgesdd in SciPy 1.10.1. */
  private static void knownSingularValues() {
    SVD svd = SVD.of(Matrix.of(3, 2, 3, 0, 0, 0, 0, -4));
    assertThat(svd.singularValues())
        .containsExactly(new double[] {4, 3}, within(ULPS * 4 * 0x1p-52));
    assertClose(svd.v(), Matrix.of(2, 2, 0, 1, 1, 0), 1);
    assertThat(svd.conditionNumber()).isCloseTo(4.0 / 3, within(1e-15));
    assertThat(SVD.of(Matrix.zeros(5, 3)).rank()).isZero();
    assertOrthonormalColumns(SVD.of(Matrix.zeros(5, 3)).u());
    assertThat(SVD.of(Matrix.zeros(0, 3)).rank()).isZero();
    double[] hilbert = SVD.of(HardMatrices.hilbert(6)).singularValues();
    assertThat(hilbert[0]).isCloseTo(1.6188998589243391, within(1e-14));
    assertThat(hilbert[5]).isCloseTo(1.0827994845655e-7, within(1e-15));
    assertThat(SVD.of(HardMatrices.hilbert(12)).singularValues()[11])
        .isPositive()
        .isLessThan(ULPS * 12 * 0x1p-52);
    gradedBidiagonal();
  }

  /** The product of the values is that of the diagonal, however small the least of them. */
  private static void gradedBidiagonal() {
    Matrix a = Matrix.zeros(10, 10);
    for (int i = 0; i < 10; i++) {
      a.set(i, i, Math.pow(2, -12 * i));
      a.set(i, Math.min(9, i + 1), Math.pow(2, -12 * i));
    }
    double product = 1;
    for (double value : SVD.of(a).singularValues()) {
      product *= value;
    }
    assertThat(product).isCloseTo(0x1p-540, within(ULPS * 100 * 0x1p-592));
  }
}
