package org.cairnml.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.DoubleBinaryOperator;
import org.cairnml.base.Seed;
import org.cairnml.linalg.Cholesky;
import org.cairnml.linalg.LU;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.QR;
import org.cairnml.linalg.SVD;
import org.cairnml.linalg.SymmetricEigen;
import org.cairnml.linalg.Vector;

/**
 * Every factorization of matrices that are graded, deficient, clustered, huge or tiny. Residuals
 * are bounded by {@value #ULPS} rounding errors for each row, times the norm of the matrix.
 */
final class HardMatrixChecks {

  private static final double ULPS = 16;

  /** Below and above the size from which native code takes over. */
  private static final int[] SIZES = {2, 7, 40, 150};

  private HardMatrixChecks() {}

  private static Map<String, Matrix> matrices(int n) {
    var all = new LinkedHashMap<String, Matrix>();
    Matrix random = Matrix.wrap(Seed.of(n).generator().doubles((long) n * n).toArray(), n, n);
    all.put("zero", Matrix.zeros(n, n));
    all.put("identity", Matrix.identity(n));
    all.put("all ones", filled(n, (i, j) -> 1));
    all.put("Hilbert", filled(n, (i, j) -> 1 / (i + j + 1)));
    all.put("falling diagonal", filled(n, (i, j) -> i == j ? Math.pow(10, -i) : 0));
    all.put("graded rows", scaled(random, (i, j) -> Math.pow(10, -40.0 * i / n)));
    all.put("graded columns", scaled(random, (i, j) -> Math.pow(10, -40.0 * j / n)));
    all.put("graded both ways", scaled(random, (i, j) -> Math.pow(10, (i + j - n) * 20.0 / n)));
    all.put("rank of a third", random.slice(0, n, 0, (n + 2) / 3).times(third(random)));
    all.put("identity and rank one", scaled(random, (i, j) -> i == j ? 1 : 1e-9));
    all.put("Wilkinson", filled(n, (i, j) -> i == j ? Math.abs(n / 2 - i) : near(i, j)));
    all.put("bidiagonal with zeros", filled(n, (i, j) -> j == i || j == i + 1 ? i % 3 : 0));
    all.put("orthogonal", QR.of(random).q());
    all.put("huge", random.times(0x1p1000));
    all.put("tiny", random.times(0x1p-1000));
    all.put("nearly subnormal", random.times(0x1p-1018));
    return all;
  }

  private static double near(double i, double j) {
    return Math.abs(i - j) == 1 ? 1 : 0;
  }

  private static Matrix third(Matrix random) {
    return random.slice(0, (random.rows() + 2) / 3, 0, random.cols());
  }

  private static Matrix filled(int n, DoubleBinaryOperator element) {
    Matrix result = Matrix.zeros(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        result.set(i, j, element.applyAsDouble(i, j));
      }
    }
    return result;
  }

  private static Matrix scaled(Matrix a, DoubleBinaryOperator factor) {
    return filled(a.rows(), (i, j) -> factor.applyAsDouble(i, j) * a.get((int) i, (int) j));
  }

  /** A difference that is to vanish beside a matrix of norm 1, for every matrix of the list. */
  private static void assertSmall(BiFunction<Matrix, Matrix, Matrix> residual) {
    for (int n : SIZES) {
      matrices(n)
          .forEach(
              (name, a) -> {
                double unit = 1 / Math.max(largest(a), 0x1p-1022);
                Matrix left = residual.apply(a, a.times(unit));
                assertThat(norm(left))
                    .as("%s, n = %d", name, n)
                    .isLessThanOrEqualTo(ULPS * n * 0x1p-52 * Math.max(1, norm(a.times(unit))));
              });
    }
  }

  private static double largest(Matrix a) {
    double largest = 0;
    for (double value : a.copy().data()) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static double norm(Matrix a) {
    return Vector.wrap(a.copy().data()).norm2();
  }

  private static Matrix unit(Matrix product, Matrix a) {
    return product.times(1 / Math.max(largest(a), 0x1p-1022));
  }

  private static Matrix times(Matrix vectors, double[] values) {
    Matrix result = vectors.copy();
    for (int i = 0; i < result.rows(); i++) {
      for (int j = 0; j < values.length; j++) {
        result.set(i, j, result.get(i, j) * values[j]);
      }
    }
    return result;
  }

  private static Matrix offIdentity(Matrix q) {
    return q.gram().minus(Matrix.identity(q.cols()));
  }

  static void svd() {
    assertSmall(
        (a, unit) -> {
          SVD svd = SVD.of(a);
          Matrix us = unit(times(svd.u(), svd.singularValues()), a);
          return us.times(svd.v().transpose()).minus(unit);
        });
    assertSmall((a, unit) -> offIdentity(SVD.of(a).u()));
    assertSmall((a, unit) -> offIdentity(SVD.of(a).v()));
  }

  static void symmetricEigen() {
    assertSmall(
        (a, unit) -> {
          Matrix b = symmetric(a);
          SymmetricEigen eigen = SymmetricEigen.of(b);
          Matrix vw = unit(times(eigen.vectors(), eigen.values()), a);
          return vw.times(eigen.vectors().transpose()).minus(unit(b, a));
        });
    assertSmall((a, unit) -> offIdentity(SymmetricEigen.of(symmetric(a)).vectors()));
  }

  private static Matrix symmetric(Matrix a) {
    return a.times(0.5).plus(a.transpose().times(0.5));
  }

  static void qr() {
    assertSmall(
        (a, unit) -> {
          QR qr = QR.of(a);
          return qr.q().times(unit(qr.r(), a)).minus(unit);
        });
    assertSmall(
        (a, unit) -> {
          QR qr = QR.pivoted(a);
          return qr.q().times(unit(qr.r(), a)).minus(unit.columns(qr.pivots()));
        });
    assertSmall((a, unit) -> offIdentity(QR.of(a).q()));
    assertSmall((a, unit) -> offIdentity(QR.pivoted(a).q()));
  }

  /** A matrix that is refused has nothing to show. */
  static void lu() {
    assertSmall(
        (a, unit) ->
            LU.tryOf(a)
                .map(lu -> lu.l().times(unit(lu.u(), a)).minus(unit.rows(lu.rowOrder())))
                .orElse(Matrix.zeros(1, 1)));
  }

  /** A'A + I of the matrix in units of its largest element, in the units of the matrix again. */
  static void cholesky() {
    assertSmall(
        (a, unit) -> {
          double scale = Math.max(largest(a), 0x1p-1000);
          Matrix b = unit.gram().plus(Matrix.identity(a.rows()));
          Matrix l = Cholesky.of(b.times(scale)).l().times(1 / Math.sqrt(scale));
          double norm = Math.max(1, norm(b));
          return l.times(l.transpose()).minus(b).times(1 / norm);
        });
  }
}
