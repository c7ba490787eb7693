package org.cairnml.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairnml.testkit.backend.Operands.LENGTHS;
import static org.cairnml.testkit.backend.Operands.random;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.stream.Stream;
import org.cairnml.base.Seed;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.Transpose;
import org.junit.jupiter.api.DynamicTest;

/** Products of matrices with vectors and with matrices. */
final class MatrixKernelChecks {
  private static final int[] SMALL = {0, 1, 2, 3, 5, 8, 13, 16, 17, 33};

  private static final int[][] LARGE = {
    {63, 65, 64},
    {65, 257, 63},
    {257, 129, 300},
    {1, 1021, 257},
    {1021, 1, 65},
    {5, 7, 1021},
    {130, 260, 513},
    {300, 64, 1021}
  };

  /** Small results of long sums. */
  private static final int[][] TALL = {{50, 20, 3001}, {7, 3, 50_003}, {3, 21, 20_001}, {1, 1, 9}};

  private final Backend backend;

  MatrixKernelChecks(Backend backend) {
    this.backend = backend;
  }

  Stream<DynamicTest> tests() {
    return Stream.of(
        dynamicTest("gemv agrees with the oracle", this::gemv),
        dynamicTest("gemm agrees with the oracle on small shapes", this::gemmSmall),
        dynamicTest("gemm agrees with the oracle on large shapes", this::gemmLarge),
        dynamicTest("gemm agrees with the oracle on small results of long sums", this::gemmTall),
        dynamicTest("syrk agrees with the oracle", this::syrk),
        dynamicTest("NaN and infinity reach the output", this::notFinite));
  }

  private void gemv() {
    for (int m : LENGTHS) {
      for (int n : new int[] {0, 1, 3, 8, 17, 65, 257}) {
        for (Transpose transpose : Transpose.values()) {
          gemv(transpose, m, n, 1, 0);
          gemv(transpose, m, n, -0.7, 1.5);
          gemv(transpose, m, n, 0, 1);
        }
      }
    }
    gemv(Transpose.NO, 1021, 600, 1, 0);
    gemv(Transpose.YES, 1021, 600, 1, 0);
    gemv(Transpose.YES, 20000, 20, 1, 1);
    gemv(Transpose.NO, 7, 9001, 1, 1);
  }

  private void gemv(Transpose transpose, int m, int n, double alpha, double beta) {
    var random = Seed.of(m * 1000L + n).generator();
    int lda = n + 3;
    double[] a = random(random, m * lda + 1);
    int length = transpose == Transpose.NO ? m : n;
    double[] x = random(random, (transpose == Transpose.NO ? n : m) + 2);
    double[] y = random(random, length + 2);
    if (beta == 0) {
      Arrays.fill(y, 1, 1 + length, Double.NaN);
    }
    double[] before = y.clone();
    backend.gemv(transpose, m, n, alpha, a, 1, lda, x, 2, beta, y, 1);
    for (int i = 0; i < length; i++) {
      var sum = new CompensatedSum();
      for (int j = 0; j < x.length - 2 && alpha != 0; j++) {
        double aij = transpose == Transpose.NO ? a[1 + i * lda + j] : a[1 + j * lda + i];
        sum.add(alpha * aij, x[2 + j]);
      }
      if (beta != 0) {
        sum.add(beta, before[1 + i]);
      }
      sum.check(y[1 + i], x.length + 2);
    }
    assertThat(y[0]).isEqualTo(before[0]);
    assertThat(y[length + 1]).isEqualTo(before[length + 1]);
  }

  private void gemmSmall() {
    for (int m : SMALL) {
      for (int n : SMALL) {
        for (int k : SMALL) {
          for (Transpose ta : Transpose.values()) {
            for (Transpose tb : Transpose.values()) {
              gemm(ta, tb, m, n, k, 1, 0);
            }
          }
          gemm(Transpose.NO, Transpose.NO, m, n, k, -0.7, 1.5);
        }
      }
    }
  }

  private void gemmLarge() {
    for (int[] shape : LARGE) {
      for (Transpose ta : Transpose.values()) {
        for (Transpose tb : Transpose.values()) {
          for (double[] scales : new double[][] {{1, 0}, {1, 1}, {-0.7, 1.5}, {0, 1.5}, {0, 0}}) {
            gemm(ta, tb, shape[0], shape[1], shape[2], scales[0], scales[1]);
          }
        }
      }
    }
  }

  private void gemmTall() {
    for (int[] shape : TALL) {
      gemm(Transpose.YES, Transpose.NO, shape[0], shape[1], shape[2], 1, 0);
      gemm(Transpose.YES, Transpose.NO, shape[0], shape[1], shape[2], -0.7, 1.5);
    }
  }

  private void gemm(Transpose ta, Transpose tb, int m, int n, int k, double alpha, double beta) {
    var random = Seed.of(m * 1_000_003L + n * 1009L + k).generator();
    int lda = (ta == Transpose.NO ? k : m) + 2;
    int ldb = (tb == Transpose.NO ? n : k) + 1;
    int ldc = n + 3;
    double[] a = random(random, (ta == Transpose.NO ? m : k) * lda + 1);
    double[] b = random(random, (tb == Transpose.NO ? k : n) * ldb + 2);
    double[] c = random(random, m * ldc + 1);
    if (beta == 0) {
      for (int i = 0; i < m; i++) {
        Arrays.fill(c, 1 + i * ldc, 1 + i * ldc + n, Double.NaN);
      }
    }
    double[] before = c.clone();
    backend.gemm(ta, tb, m, n, k, alpha, a, 1, lda, b, 2, ldb, beta, c, 1, ldc);
    int step = m * (long) n > 4000 ? 7 : 1;
    for (int i = 0; i < m; i++) {
      for (int j = i % step; j < n; j += step) {
        var sum = new CompensatedSum();
        for (int p = 0; p < k && alpha != 0; p++) {
          double x = ta == Transpose.NO ? a[1 + i * lda + p] : a[1 + p * lda + i];
          double y = tb == Transpose.NO ? b[2 + p * ldb + j] : b[2 + j * ldb + p];
          sum.add(alpha * x, y);
        }
        if (beta != 0) {
          sum.add(beta, before[1 + i * ldc + j]);
        }
        sum.check(c[1 + i * ldc + j], k + 3);
      }
      for (int j = n; j < ldc; j++) {
        assertThat(c[1 + i * ldc + j]).isEqualTo(before[1 + i * ldc + j]);
      }
    }
    assertThat(c[0]).isEqualTo(before[0]);
  }

  private void syrk() {
    for (int n : new int[] {0, 1, 2, 3, 7, 8, 9, 17, 33, 65, 257}) {
      for (int k : new int[] {0, 1, 5, 64, 400}) {
        for (Transpose transpose : Transpose.values()) {
          syrk(transpose, n, k, 1, 0);
          syrk(transpose, n, k, -0.7, 1.5);
        }
      }
    }
    syrk(Transpose.YES, 20, 30000, 1, 1);
    syrk(Transpose.YES, 3, 70_001, -0.7, 1.5);
    syrk(Transpose.YES, 53, 4001, 1, 0);
    syrk(Transpose.YES, 131, 3001, -0.7, 1.5);
    syrk(Transpose.NO, 2100, 3, 1, 0);
  }

  private void syrk(Transpose transpose, int n, int k, double alpha, double beta) {
    var random = Seed.of(n * 1009L + k).generator();
    int lda = (transpose == Transpose.NO ? k : n) + 2;
    int ldc = n + 1;
    double[] a = random(random, (transpose == Transpose.NO ? n : k) * lda + 1);
    double[] c = random(random, n * ldc + 1);
    for (int i = 0; i < n && beta == 0; i++) {
      Arrays.fill(c, 1 + i * ldc, 1 + i * ldc + i + 1, Double.NaN);
    }
    double[] before = c.clone();
    backend.syrk(transpose, n, k, alpha, a, 1, lda, beta, c, 1, ldc);
    int step = n > 300 ? 61 : 1;
    for (int i = 0; i < n; i++) {
      for (int j = i % step; j < ldc; j += step) {
        double got = c[1 + i * ldc + j];
        if (j > i) {
          assertThat(got).isEqualTo(before[1 + i * ldc + j]);
          continue;
        }
        var sum = new CompensatedSum();
        for (int p = 0; p < k; p++) {
          double x = transpose == Transpose.NO ? a[1 + i * lda + p] : a[1 + p * lda + i];
          double y = transpose == Transpose.NO ? a[1 + j * lda + p] : a[1 + p * lda + j];
          sum.add(alpha * x, y);
        }
        if (beta != 0) {
          sum.add(beta, before[1 + i * ldc + j]);
        }
        sum.check(got, k + 3);
      }
    }
  }

  private void notFinite() {
    for (int n : new int[] {1, 4, 9, 70}) {
      for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
        for (int at : new int[] {0, n / 2, n - 1}) {
          double[] a = new double[n * n];
          double[] ones = new double[n * n];
          Arrays.fill(ones, 1);
          a[at * n + at] = bad;
          assertSame(backend.dot(n, a, at * n, ones, 0), bad);
          assertSame(backend.sum(n, a, at * n), bad);
          for (Transpose transpose : Transpose.values()) {
            double[] y = new double[n];
            backend.gemv(transpose, n, n, 1, a, 0, n, ones, 0, 0, y, 0);
            assertOnlyAt(at, bad, y);
            double[] c = new double[n * n];
            backend.gemm(transpose, Transpose.NO, n, n, n, 1, a, 0, n, ones, 0, n, 0, c, 0, n);
            for (int i = 0; i < n; i++) {
              assertSame(c[i * n + i], i == at ? bad : 0);
            }
            backend.gemm(Transpose.NO, transpose, n, n, n, 1, ones, 0, n, a, 0, n, 0, c, 0, n);
            assertOnlyAt(at, bad, c);
          }
          double[] zeros = new double[n * n];
          double[] c = new double[n * n];
          backend.gemm(Transpose.NO, Transpose.NO, n, n, n, 1, zeros, 0, n, a, 0, n, 0, c, 0, n);
          assertOnlyAt(at, Double.NaN, c);
        }
      }
    }
  }

  /** Equal with NaN equal to NaN, as a boxed comparison has it. */
  private static void assertSame(double actual, double expected) {
    assertThat(Double.valueOf(actual)).isEqualTo(Double.valueOf(expected));
  }

  private static void assertOnlyAt(int at, double bad, double[] y) {
    int n = at + 1;
    for (int i = 0; i < n; i++) {
      assertSame(y[i], i == at ? bad : 0);
    }
  }
}
