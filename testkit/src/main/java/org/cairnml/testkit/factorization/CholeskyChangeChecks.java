package org.cairnml.testkit.factorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cairnml.testkit.factorization.Residuals.assertClose;
import static org.cairnml.testkit.factorization.Residuals.filled;
import static org.cairnml.testkit.factorization.Residuals.norm;
import static org.cairnml.testkit.factorization.Residuals.random;
import static org.cairnml.testkit.factorization.Residuals.scaled;

import java.util.stream.IntStream;
import org.cairnml.linalg.Cholesky;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.NotPositiveDefiniteException;
import org.cairnml.linalg.Vector;

/** What a Cholesky factor must do when a vector is added to its matrix or taken off. */
final class CholeskyChangeChecks {

  private static final int[] SIZES = {1, 2, 5, 30, 90};

  private CholeskyChangeChecks() {}

  private static Matrix positive(int n) {
    return random(2 * n, n, n).gram();
  }

  private static Matrix outer(Vector v) {
    return filled(v.size(), v.size(), (i, j) -> v.get((int) i) * v.get((int) j));
  }

  private static Matrix rebuilt(Cholesky cholesky) {
    return cholesky.l().times(cholesky.l().transpose());
  }

  /** What is added one by one and taken off again, by vectors from small to large. */
  static void sequences() {
    Sample.forSizes(SIZES, CholeskyChangeChecks::sequences);
  }

  private static void sequences(int n) {
    Matrix a = positive(n);
    int steps = 40;
    Matrix vectors = random(steps, n, 3 * n);
    Matrix sum = a;
    Cholesky changed = Cholesky.of(a);
    for (int k = 0; k < steps; k++) {
      Vector v = vectors.row(k).times(Math.pow(10, (k - 20) / 4.0));
      sum = sum.plus(outer(v));
      changed = changed.update(v);
      assertClose("update " + k, rebuilt(changed), sum, (k + 1) * norm(sum));
    }
    double scale = steps * norm(sum);
    for (int k = steps - 1; k >= steps / 2; k--) {
      Vector v = vectors.row(k).times(Math.pow(10, (k - 20) / 4.0));
      sum = sum.minus(outer(v));
      changed = changed.downdate(v);
      assertClose("downdate " + k, rebuilt(changed), sum, 2 * scale);
    }
  }

  static void zeroVector() {
    Sample.forSizes(SIZES, CholeskyChangeChecks::zeroVector);
  }

  private static void zeroVector(int n) {
    Cholesky cholesky = Cholesky.of(positive(n));
    assertThat(cholesky.update(Vector.zeros(n)).l()).isEqualTo(cholesky.l());
    assertThat(cholesky.downdate(Vector.zeros(n)).l()).isEqualTo(cholesky.l());
  }

  /** L e_i takes the matrix to a singular one; what is shorter by a little leaves it positive. */
  static void border() {
    Sample.forSizes(SIZES, CholeskyChangeChecks::border);
  }

  private static void border(int n) {
    Matrix a = positive(n);
    Cholesky cholesky = Cholesky.of(a);
    for (int i : IntStream.of(0, n / 2, n - 1).distinct().toArray()) {
      Vector edge = cholesky.l().column(i).copy();
      for (double factor : new double[] {1, 1 + 0x1p-50, 2, 1e200}) {
        assertThatExceptionOfType(NotPositiveDefiniteException.class)
            .isThrownBy(() -> cholesky.downdate(edge.times(factor)))
            .satisfies(e -> assertThat(e.pivot()).isEqualTo(i));
      }
      for (int bits : new int[] {1, 10, 26, 45}) {
        Vector v = edge.times(1 - Math.scalb(1.0, -bits));
        Matrix left = rebuilt(cholesky.downdate(v));
        String what = "n = " + n + ", column " + i + " less 2^-" + bits;
        assertClose(what, left.plus(outer(v)), a, norm(a));
      }
    }
  }

  /** A = L L', v = L w: A - v v' fails at the first row to which w is longer than 1. */
  static void pivotOfFailure() {
    Sample.forSizes(SIZES, CholeskyChangeChecks::pivotOfFailure);
  }

  private static void pivotOfFailure(int n) {
    Cholesky cholesky = Cholesky.of(positive(n));
    for (int i = 0; i < n; i += 1 + n / 3) {
      Vector w = Vector.zeros(n);
      for (int j = 0; j < n; j++) {
        w.set(j, j < i ? 0.5 / n : 1.5);
      }
      int expected = i;
      assertThatExceptionOfType(NotPositiveDefiniteException.class)
          .isThrownBy(() -> cholesky.downdate(cholesky.l().times(w)))
          .satisfies(e -> assertThat(e.pivot()).isEqualTo(expected));
    }
  }

  /** The same in units of 2^k, exactly; and a vector beside which the matrix is nothing. */
  static void scales() {
    Sample.forSizes(SIZES, CholeskyChangeChecks::scales);
    Matrix l =
        Cholesky.of(Matrix.identity(3).times(1e-300)).update(Vector.of(1e200, 0, -1e300)).l();
    assertThat(l.get(0, 0)).isEqualTo(1e200);
    assertThat(l.get(2, 0)).isEqualTo(-1e300);
    assertThat(l.get(1, 1) / 1e-150).isBetween(1 - 1e-15, 1 + 1e-15);
    assertThat(l.get(2, 1)).isZero();
    assertThat(l.get(2, 2)).isFinite().isPositive();
  }

  private static void scales(int n) {
    Matrix a = positive(n);
    Vector v = random(1, n, 7).row(0).times(0.1);
    Cholesky updated = Cholesky.of(a).update(v);
    Cholesky back = updated.downdate(v);
    for (int exponent : new int[] {-500, -200, 200, 500}) {
      Cholesky other =
          Cholesky.of(scaled(a, 2 * exponent)).update(v.times(Math.scalb(1.0, exponent)));
      assertClose("2^" + exponent, scaled(other.l(), -exponent), updated.l(), norm(updated.l()));
      assertClose(
          "2^" + exponent,
          rebuilt(unit(other.downdate(v.times(Math.scalb(1.0, exponent))), exponent)),
          rebuilt(back),
          2 * norm(a));
    }
  }

  private static Cholesky unit(Cholesky cholesky, int exponent) {
    Matrix l = scaled(cholesky.l(), -exponent);
    return Cholesky.of(l.times(l.transpose()));
  }

  static void refusals() {
    Cholesky identity = Cholesky.of(Matrix.identity(3));
    for (double bad : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> identity.update(Vector.of(1, bad, 0)))
          .withMessageContaining(bad + " in element 1");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> identity.downdate(Vector.of(0, 0, bad)))
          .withMessageContaining(bad + " in element 2");
    }
    assertThatIllegalArgumentException().isThrownBy(() -> identity.update(Vector.of(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> identity.downdate(Vector.zeros(4)));
    assertThat(Cholesky.of(Matrix.zeros(0, 0)).update(Vector.of()).l())
        .isEqualTo(Matrix.zeros(0, 0));
  }
}
