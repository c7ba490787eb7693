package org.cairnml.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairnml.testkit.backend.Operands.random;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.cairnml.base.Seed;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.Diagonal;
import org.cairnml.linalg.backend.Side;
import org.cairnml.linalg.backend.Transpose;
import org.cairnml.linalg.backend.Triangle;
import org.junit.jupiter.api.DynamicTest;

/** Kernels with triangular and symmetric matrices, and moments of columns. */
final class SolveKernelChecks {

  private static final int[][] SHAPES = {
    {1, 1}, {2, 3}, {5, 1}, {17, 33}, {48, 7}, {49, 600}, {130, 20}, {7, 200}
  };

  /** The condition of the variance of numbers of this mean and spread 1 is about the mean. */
  private static final double[] MEANS = {0, 1e3, 1e8};

  private final Backend backend;

  SolveKernelChecks(Backend backend) {
    this.backend = backend;
  }

  Stream<DynamicTest> tests() {
    return Stream.of(
        dynamicTest("trsm leaves a residual of rounding size", this::trsm),
        dynamicTest("symm agrees with the oracle and reads the lower triangle only", this::symm),
        dynamicTest("column moments keep their digits when the mean is large", this::moments));
  }

  private void trsm() {
    for (int[] shape : SHAPES) {
      for (Side side : Side.values()) {
        for (Triangle triangle : Triangle.values()) {
          for (Transpose transpose : Transpose.values()) {
            for (Diagonal diagonal : Diagonal.values()) {
              trsm(side, triangle, transpose, diagonal, shape[0], shape[1], 1);
            }
          }
        }
      }
    }
    trsm(Side.LEFT, Triangle.LOWER, Transpose.NO, Diagonal.STORED, 9, 5, -0.7);
    trsm(Side.RIGHT, Triangle.UPPER, Transpose.YES, Diagonal.ONES, 9, 5, 0);
  }

  private void trsm(
      Side side,
      Triangle triangle,
      Transpose transpose,
      Diagonal diagonal,
      int m,
      int n,
      double alpha) {
    var random = Seed.of(m * 1009L + n).generator();
    int k = side == Side.LEFT ? m : n;
    int lda = k + 2;
    int ldb = n + 1;
    double[] a = random(random, k * lda + 1);
    double[][] t = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        int at = 1 + i * lda + j;
        boolean stored = triangle == Triangle.LOWER ? j < i : j > i;
        double value = stored ? a[at] / k : 0;
        if (i == j) {
          value = diagonal == Diagonal.ONES ? 1 : 1.5 + a[at] / 8;
        }
        a[at] = stored || i == j && diagonal == Diagonal.STORED ? value : Double.NaN;
        t[transpose == Transpose.NO ? i : j][transpose == Transpose.NO ? j : i] = value;
      }
    }
    double[] b = random(random, m * ldb + 2);
    double[] x = b.clone();
    backend.trsm(side, triangle, transpose, diagonal, m, n, alpha, a, 1, lda, x, 2, ldb);
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        var sum = new CompensatedSum();
        for (int p = 0; p < k; p++) {
          if (side == Side.LEFT) {
            sum.add(t[i][p], x[2 + p * ldb + j]);
          } else {
            sum.add(x[2 + i * ldb + p], t[p][j]);
          }
        }
        sum.check(alpha * b[2 + i * ldb + j], k + 4);
      }
      assertThat(x[2 + i * ldb + n - ldb]).isEqualTo(b[2 + i * ldb + n - ldb]);
    }
  }

  private void symm() {
    for (int[] shape : SHAPES) {
      for (Side side : Side.values()) {
        symm(side, shape[0], shape[1], 1, 0);
        symm(side, shape[0], shape[1], -0.7, 1.5);
      }
    }
  }

  private void symm(Side side, int m, int n, double alpha, double beta) {
    var random = Seed.of(m * 1009L + n).generator();
    int k = side == Side.LEFT ? m : n;
    double[] a = random(random, k * k);
    double[] b = random(random, m * n);
    double[] c = random(random, m * n);
    double[] before = c.clone();
    for (int i = 0; i < k; i++) {
      for (int j = i + 1; j < k; j++) {
        a[i * k + j] = Double.NaN;
      }
    }
    backend.symm(side, m, n, alpha, a, 0, k, b, 0, n, beta, c, 0, n);
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        var sum = new CompensatedSum();
        int at = side == Side.LEFT ? i : j;
        for (int p = 0; p < k; p++) {
          double value = a[Math.max(at, p) * k + Math.min(at, p)];
          sum.add(alpha * value, side == Side.LEFT ? b[p * n + j] : b[i * n + p]);
        }
        sum.add(beta, before[i * n + j]);
        sum.check(c[i * n + j], k + 3);
      }
    }
  }

  private void moments() {
    for (int m : new int[] {1, 2, 7, 300, 40_000}) {
      for (int n : new int[] {1, 5, 19}) {
        for (double mean : MEANS) {
          moments(m, n, mean);
        }
      }
    }
    double[] means = new double[2];
    double[] squares = {7, 7};
    backend.columnMoments(0, 2, new double[0], 0, 2, means, squares);
    assertThat(means).containsOnly(Double.NaN);
    assertThat(squares).containsOnly(0);
  }

  private void moments(int m, int n, double mean) {
    int lda = n + 3;
    var random = Seed.of(m + n).generator();
    double[] a = new double[m * lda + 1];
    for (int i = 0; i < a.length; i++) {
      a[i] = mean + random.nextGaussian();
    }
    double[] means = new double[n];
    double[] squares = new double[n];
    backend.columnMoments(m, n, a, 1, lda, means, squares);
    for (int j = 0; j < n; j++) {
      var sum = new CompensatedSum();
      for (int i = 0; i < m; i++) {
        sum.add(1.0 / m, a[1 + i * lda + j]);
      }
      sum.check(means[j], 40);
      double expected = 0;
      for (int i = 0; i < m; i++) {
        double deviation = a[1 + i * lda + j] - means[j];
        expected += deviation * deviation;
      }
      double bound = 1e-12 + 8 * Math.ulp(1.0) * mean;
      assertThat(Math.abs(squares[j] - expected)).isLessThanOrEqualTo(bound * expected);
    }
  }
}
