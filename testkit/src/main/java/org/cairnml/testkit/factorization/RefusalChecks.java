package org.cairnml.testkit.factorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cairnml.linalg.backend.Diagonal.STORED;
import static org.cairnml.linalg.backend.Triangle.LOWER;
import static org.cairnml.testkit.factorization.Residuals.filled;
import static org.cairnml.testkit.factorization.Residuals.random;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cairnml.linalg.Cholesky;
import org.cairnml.linalg.Eigen;
import org.cairnml.linalg.LU;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.QR;
import org.cairnml.linalg.SVD;
import org.cairnml.linalg.SingularMatrixException;
import org.cairnml.linalg.SymmetricEigen;
import org.cairnml.linalg.TriangularMatrix;
import org.cairnml.linalg.Vector;

/** What all factorizations say of elements that are not finite, and of shapes at their limits. */
final class RefusalChecks {

  private static final int[] SIZES = {1, 2, 5, 40, 130};

  private RefusalChecks() {}

  /** All factors of a symmetric positive definite matrix, by each factorization. */
  private static Map<String, Function<Matrix, List<Matrix>>> factorizations() {
    var all = new LinkedHashMap<String, Function<Matrix, List<Matrix>>>();
    all.put("Cholesky", a -> List.of(Cholesky.of(a).l(), Cholesky.of(a).inverse()));
    all.put("LU", a -> List.of(LU.of(a).l(), LU.of(a).u(), LU.of(a).inverse()));
    all.put("QR", a -> List.of(QR.of(a).q(), QR.of(a).r()));
    all.put("pivoted QR", a -> List.of(QR.pivoted(a).q(), QR.pivoted(a).r()));
    all.put("SVD", a -> List.of(SVD.of(a).u(), SVD.of(a).v(), SVD.of(a).pseudoInverse()));
    all.put("symmetric eigen", a -> List.of(SymmetricEigen.of(a).vectors()));
    all.put("eigen", a -> List.of(Eigen.of(a).vectorsReal(), Eigen.of(a).vectorsImaginary()));
    return all;
  }

  private static Matrix positive(int n) {
    return random(n + 2, n, n).gram().plus(Matrix.identity(n));
  }

  /** The first bad element is named by its row, its column and its value. */
  static void notFinite() {
    Sample.forSizes(SIZES, RefusalChecks::notFinite);
  }

  private static void notFinite(int n) {
    for (int[] at : new int[][] {{0, 0}, {n - 1, 0}, {n / 2, n / 3}, {n - 1, n - 1}}) {
      for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1.0 / 0}) {
        Matrix a = positive(n);
        a.set(at[0], at[1], bad);
        String where = bad + " in row " + at[0] + ", column " + at[1];
        factorizations()
            .forEach(
                (name, factors) ->
                    assertThatIllegalArgumentException()
                        .as(name)
                        .isThrownBy(() -> factors.apply(a))
                        .withMessageContaining(where));
        assertThat(Cholesky.tryOf(a)).isEmpty();
        assertThat(LU.tryOf(a)).isEmpty();
      }
    }
    Matrix above = positive(n);
    above.set(0, n - 1, n == 1 ? 1 : Double.NaN);
    Cholesky.of(above);
    SymmetricEigen.of(above);
  }

  /** A part of a larger matrix, with rows far apart, is factored as its copy is, to the bit. */
  static void views() {
    Sample.forSizes(SIZES, RefusalChecks::views);
  }

  private static void views(int n) {
    Matrix a = positive(n);
    Matrix larger = filled(n + 3, n + 5, (i, j) -> Double.NaN);
    Matrix view = larger.slice(2, n + 2, 3, n + 3);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        view.set(i, j, a.get(i, j));
      }
    }
    Matrix before = larger.copy();
    factorizations()
        .forEach(
            (name, factors) ->
                assertThat(factors.apply(view)).as(name).isEqualTo(factors.apply(a)));
    assertThat(larger).isEqualTo(before);
    Cholesky cholesky = Cholesky.of(a);
    assertThat(cholesky.solve(view)).isEqualTo(cholesky.solve(a));
    assertThat(cholesky.solve(larger.slice(2, n + 2, 3, 4).column(0)))
        .isEqualTo(cholesky.solve(a.column(0)));
    assertThat(QR.of(a).solve(view.column(0))).isEqualTo(QR.of(a).solve(a.column(0)));
  }

  /** A right-hand side of another length is refused with it and with the shape. */
  static void rightHandSides() {
    Matrix a = positive(3);
    Matrix tall = random(5, 3, 1);
    Matrix lower = Cholesky.of(a).l();
    var solvers = new LinkedHashMap<String, Function<Vector, Vector>>();
    solvers.put("3 x 3, Cholesky", Cholesky.of(a)::solve);
    solvers.put("3 x 3, LU", LU.of(a)::solve);
    solvers.put("3 x 3, triangle", TriangularMatrix.of(lower, LOWER, STORED)::solve);
    solvers.put("5 x 3, QR", QR.of(tall)::solve);
    solvers.put("5 x 3, pivoted QR", QR.pivoted(tall)::solve);
    solvers.put("5 x 3, SVD", SVD.of(tall)::solve);
    solvers.forEach(
        (name, solver) ->
            assertThatIllegalArgumentException()
                .as(name)
                .isThrownBy(() -> solver.apply(Vector.zeros(4)))
                .withMessageContaining("right-hand side has 4 rows")
                .withMessageContaining(name.substring(0, 5)));
  }

  static void shapes() {
    Matrix none = Matrix.zeros(0, 0);
    factorizations()
        .forEach((name, factors) -> assertThat(factors.apply(none)).as(name).containsOnly(none));
    for (int[] shape : new int[][] {{0, 3}, {3, 0}}) {
      Matrix a = Matrix.zeros(shape[0], shape[1]);
      for (QR qr : new QR[] {QR.of(a), QR.pivoted(a)}) {
        assertThat(qr.rank()).isZero();
        assertThat(qr.q()).isEqualTo(Matrix.zeros(shape[0], 0));
        assertThat(qr.r()).isEqualTo(Matrix.zeros(0, shape[1]));
      }
      assertThat(QR.pivoted(a).solve(Vector.zeros(shape[0]))).isEqualTo(Vector.zeros(shape[1]));
      assertThat(SVD.of(a).u()).isEqualTo(Matrix.zeros(shape[0], 0));
      assertThat(SVD.of(a).v()).isEqualTo(Matrix.zeros(shape[1], 0));
    }
    for (double value : new double[] {-3, 1e-310, 1e308, Double.MIN_VALUE, 0}) {
      Matrix a = Matrix.of(1, 1, value);
      assertThat(SVD.of(a).singularValues()).containsExactly(Math.abs(value));
      assertThat(SymmetricEigen.of(a).values()).containsExactly(value);
      assertThat(Eigen.of(a).realParts()).containsExactly(value);
      assertThat(QR.of(a).q().times(QR.of(a).r())).isEqualTo(a);
    }
    for (int[] shape : new int[][] {{2, 3}, {3, 2}, {0, 1}}) {
      Matrix a = Matrix.zeros(shape[0], shape[1]);
      for (String name : List.of("Cholesky", "LU", "symmetric eigen", "eigen")) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> factorizations().get(name).apply(a))
            .withMessageContaining(shape[0] + " x " + shape[1]);
      }
    }
  }

  /** A wide matrix has dependent columns, of which the first is named; pivoting solves it. */
  static void wideAndTall() {
    for (int[] shape : new int[][] {{1, 500}, {3, 200}, {60, 61}}) {
      Matrix wide = random(shape[0], shape[1], 2);
      Vector b = random(1, shape[0], 3).row(0);
      assertThatExceptionOfType(SingularMatrixException.class)
          .isThrownBy(() -> QR.of(wide).solve(b))
          .satisfies(e -> assertThat(e.pivot()).isEqualTo(shape[0]));
      assertThat(QR.tryOf(wide)).isEmpty();
      assertThat(QR.tryOf(wide.transpose())).isPresent();
      assertThat(QR.pivoted(wide).rank()).isEqualTo(shape[0]);
      assertThat(QR.pivoted(wide.transpose()).rank()).isEqualTo(shape[0]);
      assertThat(SVD.of(wide).singularValues()).hasSize(shape[0]);
    }
    Matrix beyond = filled(300, 3, (i, j) -> 1e308);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SVD.of(beyond))
        .withMessageContaining("largest double");
    assertThat(SVD.of(beyond.times(0x1p-10)).rank()).isOne();
    assertThat(QR.pivoted(beyond).rank()).isOne();
  }
}
