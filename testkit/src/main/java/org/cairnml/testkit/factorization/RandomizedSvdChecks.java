package org.cairnml.testkit.factorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.cairnml.testkit.factorization.Residuals.assertClose;
import static org.cairnml.testkit.factorization.Residuals.assertOrthonormalColumns;
import static org.cairnml.testkit.factorization.Residuals.bound;
import static org.cairnml.testkit.factorization.Residuals.exponent;
import static org.cairnml.testkit.factorization.Residuals.grain;
import static org.cairnml.testkit.factorization.Residuals.orthonormal;
import static org.cairnml.testkit.factorization.Residuals.random;
import static org.cairnml.testkit.factorization.Residuals.scaled;
import static org.cairnml.testkit.factorization.Residuals.timesColumns;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.cairnml.base.Seed;
import org.cairnml.linalg.LinearOperator;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SVD;
import org.cairnml.linalg.SparseMatrix;
import org.cairnml.testkit.generate.Tries;

/** What the randomized singular value decomposition must do. */
final class RandomizedSvdChecks {

  private static final int[][] SHAPES = {
    {1, 1}, {40, 1}, {1, 40}, {12, 12}, {60, 20}, {20, 60}, {300, 120}
  };

  private static final int MOST_ROWS = 100;
  private static final int TRIES = 60;

  private RandomizedSvdChecks() {}

  /** With these singular values. */
  private static Matrix withValues(int m, int n, IntToDoubleFunction value) {
    int k = Math.min(m, n);
    double[] s = IntStream.range(0, k).mapToDouble(value).toArray();
    return timesColumns(orthonormal(m, k, m), s).times(orthonormal(n, k, n + 1).transpose());
  }

  /** All of them at once: as many as there are, of any spectrum, without power iterations. */
  static void complete() {
    Tries.forAll(
        Sample.anyShape(MOST_ROWS),
        TRIES,
        sample -> {
          int passes = Math.floorMod(sample.seed(), 4);
          assertRebuilds(sample.matrix(), Math.min(sample.rows(), sample.cols()), passes);
        });
    for (int[] shape : SHAPES) {
      int m = shape[0];
      int n = shape[1];
      int k = Math.min(m, n);
      assertRebuilds(withValues(m, n, j -> 1), k, 0);
      assertRebuilds(withValues(m, n, j -> Math.pow(10, -j)), k, 1);
      assertRebuilds(withValues(m, n, j -> j < 3 ? 1 : 0), k, 2);
      assertRebuilds(Matrix.zeros(m, n), k, 2);
      for (int exponent : new int[] {-1000, 1000}) {
        assertRebuilds(scaled(random(m, n, 5), exponent), k, 2);
      }
    }
  }

  /** A matrix of low rank is found whole by any number above its rank. */
  static void lowRank() {
    for (int[] shape : SHAPES) {
      lowRank(shape[0], shape[1]);
    }
    Tries.forAll(
        Sample.anyShape(MOST_ROWS), TRIES / 2, sample -> lowRank(sample.rows(), sample.cols()));
  }

  private static void lowRank(int m, int n) {
    int least = Math.min(m, n);
    int rank = Math.min(3, least);
    for (int k = rank; k <= Math.min(rank + 2, least); k++) {
      Matrix a = withValues(m, n, j -> j < rank ? 1 << (2 - j) : 0);
      for (int passes : new int[] {0, 1, 5}) {
        SVD svd = assertRebuilds(a, k, passes);
        assertThat(svd.rank()).isEqualTo(rank);
        assertRebuilds(scaled(a, -300), k, passes);
      }
    }
  }

  private static SVD assertRebuilds(Matrix a, int k, int passes) {
    SVD svd = SVD.randomized(a, k, passes, Seed.of(k));
    String what = a.rows() + " x " + a.cols() + ", " + k + " of them, " + passes + " passes";
    int exponent = exponent(a);
    Matrix us = scaled(timesColumns(svd.u(), svd.singularValues()), -exponent);
    Matrix unit = scaled(a, -exponent);
    assertClose(
        what,
        us.times(svd.v().transpose()),
        unit,
        Math.max(1, Residuals.norm(unit)) * grain(exponent));
    assertPart(what, svd, k);
    return svd;
  }

  private static void assertPart(String what, SVD svd, int k) {
    assertOrthonormalColumns(what, svd.u());
    assertOrthonormalColumns(what, svd.v());
    double[] s = svd.singularValues();
    assertThat(s).as(what).hasSize(k);
    for (int j = 0; j < k; j++) {
      assertThat(s[j]).as(what).isNotNegative().isLessThanOrEqualTo(s[Math.max(0, j - 1)]);
    }
  }

  /**
   * What is found of A lies within A: no value is above its own, and the leading ones are close.
   */
  static void leadingPart() {
    Matrix flat = withValues(300, 120, j -> 1 - 1e-3 * j);
    Matrix falling = withValues(300, 120, j -> Math.pow(0.7, j));
    for (Matrix a : new Matrix[] {flat, falling, falling.transpose()}) {
      double[] exact = SVD.of(a).singularValues();
      for (int passes : new int[] {0, 1, 4}) {
        SVD svd = SVD.randomized(a, 8, passes, Seed.of(4));
        assertPart("leading", svd, 8);
        for (int j = 0; j < 8; j++) {
          assertThat(svd.singularValues()[j]).isLessThanOrEqualTo(exact[j] + bound(300, 120, 1));
        }
      }
    }
    SVD svd = SVD.randomized(falling, 8, 2, Seed.of(4));
    for (int j = 0; j < 8; j++) {
      assertThat(svd.singularValues()[j]).isCloseTo(Math.pow(0.7, j), within(1e-10));
    }
    assertThat(SVD.randomized(falling, 8, 2, Seed.of(4)).u()).isEqualTo(svd.u());
  }

  /** A sparse operand gives what the dense one of the same elements gives. */
  static void sparse() {
    for (int[] shape : SHAPES) {
      sparse(shape[0], shape[1]);
    }
    Tries.forAll(Sample.anyShape(MOST_ROWS), TRIES, sample -> sparse(sample.rows(), sample.cols()));
    SparseMatrix none = SparseMatrix.zeros(30, 8);
    assertThat(SVD.randomized(none, 2, 2, Seed.of(1)).rank()).isZero();
  }

  private static void sparse(int m, int n) {
    Matrix a = random(m, n, 9);
    for (int i = 0; i < a.data().length; i++) {
      a.data()[i] = i % 7 < 2 ? a.data()[i] : 0;
    }
    int k = Math.min(5, Math.min(m, n));
    double[] dense = SVD.randomized(a, k, 3, Seed.of(1)).singularValues();
    SVD svd = SVD.randomized(SparseMatrix.of(a), k, 3, Seed.of(1));
    assertPart("sparse", svd, k);
    for (int j = 0; j < k; j++) {
      assertThat(svd.singularValues()[j]).isCloseTo(dense[j], within(10 * bound(m, n, dense[0])));
    }
  }

  static void refusals() {
    Matrix a = random(30, 8, 1);
    for (int k : new int[] {0, 9}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SVD.randomized(a, k, 2, Seed.of(4)))
          .withMessageContaining("1 to 8");
    }
    assertThatIllegalArgumentException().isThrownBy(() -> SVD.randomized(a, 3, -1, Seed.of(4)));
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      for (int row : new int[] {0, 17, 29}) {
        Matrix broken = a.copy();
        broken.set(row, row % 8, bad);
        for (LinearOperator operand : new LinearOperator[] {broken, SparseMatrix.of(broken)}) {
          assertThatIllegalArgumentException()
              .isThrownBy(() -> SVD.randomized(operand, 3, 2, Seed.of(4)))
              .withMessageContaining("row " + row + " ");
        }
      }
    }
  }
}
