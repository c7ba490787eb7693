package org.cairnml.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.cairnml.base.Seed;
import org.cairnml.base.Workers;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.Transpose;
import org.junit.jupiter.api.DynamicTest;

/**
 * What every backend must do, as tests to run over a list of backends. The oracle adds products in
 * twice the precision; the bound is {@value #ULPS} times the length of the sum times the rounding
 * unit times the sum of magnitudes.
 */
public final class BackendContract {

  private static final double ULPS = 4;
  private static final double UNIT = 0x1p-53;

  /** Around all lane counts L (2 to 8) at 1, 2 and 4 vectors, and some that are not. */
  private static final int[] LENGTHS = {
    0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 257, 1021
  };

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

  private final Backend backend;

  private BackendContract(Backend backend) {
    this.backend = backend;
  }

  /** All tests of the contract for one backend. */
  public static Stream<DynamicTest> of(Backend backend) {
    var contract = new BackendContract(backend);
    return Stream.of(
        dynamicTest("reductions agree with the oracle", contract::reductions),
        dynamicTest("updates agree with the oracle", contract::updates),
        dynamicTest("norms survive extreme scales", contract::norms),
        dynamicTest("iamax finds the first largest", contract::iamax),
        dynamicTest("gemv agrees with the oracle", contract::gemv),
        dynamicTest("gemm agrees with the oracle on small shapes", contract::gemmSmall),
        dynamicTest("gemm agrees with the oracle on large shapes", contract::gemmLarge),
        dynamicTest("syrk agrees with the oracle", contract::syrk),
        dynamicTest("exp and log are within two units in the last place", contract::elementary),
        dynamicTest("exp, log and sigmoid keep their limits", contract::limits),
        dynamicTest("softmax rows add up to one at any scale", contract::softmax),
        dynamicTest("NaN and infinity reach the output", contract::notFinite),
        dynamicTest("results do not depend on the workers", contract::workers),
        dynamicTest("results do not depend on how warm the code is", contract::repeats));
  }

  private static double[] random(SplittableRandom random, int size) {
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = Math.scalb(random.nextDouble() - 0.5, random.nextInt(-3, 4));
    }
    return values;
  }

  private void reductions() {
    for (int n : LENGTHS) {
      for (int offset : new int[] {0, 3}) {
        var random = Seed.of(n).generator();
        double[] x = random(random, n + offset);
        double[] y = random(random, n + offset + 1);
        var dot = new Sum();
        var sum = new Sum();
        var asum = new Sum();
        var squares = new Sum();
        var distance = new Sum();
        for (int i = 0; i < n; i++) {
          double xi = x[offset + i];
          double yi = y[offset + 1 + i];
          dot.add(xi, yi);
          sum.add(xi, 1);
          asum.add(Math.abs(xi), 1);
          squares.add(xi, xi);
          distance.add(xi - yi, xi - yi);
        }
        dot.check(backend.dot(n, x, offset, y, offset + 1), n);
        sum.check(backend.sum(n, x, offset), n);
        asum.check(backend.asum(n, x, offset), n);
        distance.check(backend.squaredDistance(n, x, offset, y, offset + 1), n + 2);
        double norm = backend.nrm2(n, x, offset);
        squares.check(norm * norm, n + 4);
      }
    }
  }

  private void updates() {
    for (int n : LENGTHS) {
      for (double alpha : new double[] {0, 1, -0.3}) {
        var random = Seed.of(n).generator();
        double[] x = random(random, n + 5);
        double[] y = random(random, n + 5);
        double[] axpy = y.clone();
        backend.axpy(n, alpha, x, 2, axpy, 3);
        double[] scal = x.clone();
        backend.scal(n, alpha, scal, 2);
        for (int i = 0; i < n + 5; i++) {
          boolean inAxpy = i >= 3 && i < n + 3;
          var expected = new Sum();
          expected.add(y[i], 1);
          if (inAxpy) {
            expected.add(alpha, x[i - 1]);
          }
          expected.check(axpy[i], inAxpy ? 2 : 0);
          assertThat(scal[i]).isEqualTo(i >= 2 && i < n + 2 ? alpha * x[i] + 0.0 : x[i] + 0.0);
        }
      }
    }
    double[] nan = {Double.NaN, Double.NaN, Double.NaN};
    backend.scal(3, 0, nan, 0);
    assertThat(nan).containsOnly(0);
  }

  private void norms() {
    for (double scale : new double[] {1e-310, 1e-200, 1, 1e200, 1e307}) {
      double[] x = {3 * scale, 0, -4 * scale};
      assertThat(backend.nrm2(3, x, 0) / scale)
          .isCloseTo(5, within(scale < 1e-300 ? 1e-12 : 1e-14));
    }
    assertThat(backend.nrm2(0, new double[0], 0)).isZero();
    assertThat(backend.nrm2(2, new double[2], 0)).isZero();
    assertThat(backend.nrm2(2, new double[] {1, Double.NEGATIVE_INFINITY}, 0)).isInfinite();
    assertThat(backend.nrm2(2, new double[] {1, Double.NaN}, 0)).isNaN();
  }

  private void iamax() {
    assertThat(backend.iamax(0, new double[0], 0)).isEqualTo(-1);
    assertThat(backend.iamax(3, new double[] {9, 1, -2, 2}, 1)).isEqualTo(1);
    assertThat(backend.iamax(3, new double[] {1, Double.NaN, 5}, 0)).isEqualTo(1);
    for (int n : LENGTHS) {
      double[] x = random(Seed.of(n).generator(), n);
      int best = -1;
      for (int i = 0; i < n; i++) {
        best = best < 0 || Math.abs(x[i]) > Math.abs(x[best]) ? i : best;
      }
      assertThat(backend.iamax(n, x, 0)).isEqualTo(best);
    }
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
      var sum = new Sum();
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
        var sum = new Sum();
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
      for (int k : new int[] {0, 1, 5, 64, 300}) {
        for (Transpose transpose : Transpose.values()) {
          syrk(transpose, n, k, 1, 0);
          syrk(transpose, n, k, -0.7, 1.5);
        }
      }
    }
    syrk(Transpose.YES, 20, 30000, 1, 1);
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
        var sum = new Sum();
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

  private void elementary() throws IOException {
    try (var file = BackendContract.class.getResourceAsStream("elementary.csv")) {
      var lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
      for (String line : lines.filter(l -> !l.startsWith("#")).toList()) {
        String[] cells = line.split(",");
        double[] x = new double[17];
        Arrays.fill(x, Double.parseDouble(cells[1]));
        double[] y = new double[17];
        if (cells[0].equals("exp")) {
          backend.exp(17, x, 0, y, 0);
        } else {
          backend.log(17, x, 0, y, 0);
        }
        double high = Double.parseDouble(cells[2]);
        for (double value : y) {
          double error = Math.abs((value - high) - Double.parseDouble(cells[3]));
          assertThat(error).as(line).isLessThanOrEqualTo(2 * Math.ulp(high));
        }
      }
    }
    double[] x = random(Seed.of(3).generator(), 10_007);
    double[] y = new double[x.length];
    backend.exp(x.length, x, 0, y, 0);
    for (int i = 0; i < x.length; i++) {
      assertThat(Math.abs(y[i] - StrictMath.exp(x[i]))).isLessThanOrEqualTo(2 * Math.ulp(y[i]));
      x[i] = Math.abs(x[i]);
    }
    backend.log(x.length, x, 0, y, 0);
    for (int i = 0; i < x.length; i++) {
      assertThat(Math.abs(y[i] - StrictMath.log(x[i]))).isLessThanOrEqualTo(2 * Math.ulp(y[i]));
    }
  }

  private void limits() {
    double infinity = Double.POSITIVE_INFINITY;
    double[] x = {0, 710, -750, infinity, -infinity, Double.NaN, -709.5, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    double[] y = new double[16];
    backend.exp(16, x, 0, y, 0);
    assertThat(Arrays.copyOf(y, 6)).containsExactly(1, infinity, 0, infinity, 0, Double.NaN);
    assertThat(y[6]).isPositive();
    backend.sigmoid(16, x, 0, y, 0);
    assertThat(Arrays.copyOf(y, 6)).containsExactly(0.5, 1, 0, 1, 0, Double.NaN);
    assertThat(y[6]).isPositive();
    double[] z = {0, 1, -1, infinity, Double.NaN, Double.MIN_VALUE, 2, 3, 4, 5, 6, 7, 8, 9, 1, 1};
    backend.log(16, z, 0, y, 0);
    assertThat(Arrays.copyOf(y, 6))
        .containsExactly(
            -infinity, 0, Double.NaN, infinity, Double.NaN, Math.log(Double.MIN_VALUE));
    double[] w = new double[16];
    Arrays.setAll(w, i -> (i - 8) * 5.3);
    backend.sigmoid(16, w, 0, y, 0);
    for (int i = 0; i < 16; i++) {
      double expected = 1 / (1 + StrictMath.exp(-w[i]));
      assertThat(Math.abs(y[i] - expected)).isLessThanOrEqualTo(5 * Math.ulp(expected));
    }
  }

  private void softmax() {
    for (int n : new int[] {1, 2, 3, 10, 33}) {
      for (double shift : new double[] {0, 1e4, -1e4}) {
        int ld = n + 2;
        double[] a = random(Seed.of(n).generator(), 5 * ld);
        double[] before = a.clone();
        for (int i = 0; i < a.length; i++) {
          a[i] += shift;
        }
        double[] logSums = new double[5];
        backend.softmaxRows(5, n, a, 0, ld, logSums);
        for (int i = 0; i < 5; i++) {
          double sum = 0;
          double reference = 0;
          for (int j = 0; j < n; j++) {
            sum += a[i * ld + j];
            reference += StrictMath.exp(before[i * ld + j]);
          }
          assertThat(sum).isCloseTo(1, within(1e-14));
          assertThat(logSums[i] - shift).isCloseTo(StrictMath.log(reference), within(1e-11));
          assertThat(a[i * ld + n]).isEqualTo(before[i * ld + n] + shift);
        }
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

  private void workers() {
    List<double[]> results =
        Stream.of(1, 2, 4)
            .map(count -> everything(backend.withWorkers(Workers.of(count))))
            .toList();
    assertThat(results.get(1)).isEqualTo(results.get(0));
    assertThat(results.get(2)).isEqualTo(results.get(0));
  }

  private void repeats() {
    Backend one = backend.withWorkers(Workers.of(1));
    double[] x = random(Seed.of(5).generator(), 200);
    double[] cold = small(one, x);
    for (int i = 0; i < 20_000; i++) {
      small(one, x);
    }
    assertThat(small(one, x)).isEqualTo(cold);
  }

  private static double[] small(Backend backend, double[] x) {
    double[] c = new double[13 * 13 + 3];
    backend.gemm(Transpose.NO, Transpose.NO, 13, 13, 13, 1, x, 0, 13, x, 1, 13, 0, c, 0, 13);
    c[169] = backend.dot(171, x, 0, x, 3);
    c[170] = backend.squaredDistance(97, x, 0, x, 3);
    c[171] = backend.sum(199, x, 1);
    return c;
  }

  private static double[] everything(Backend backend) {
    int m = 611;
    int n = 403;
    int k = 530;
    double[] x = random(Seed.of(9).generator(), 340_000);
    double[] out = new double[m * n + n * n + m + 2 * n + 21 * 21];
    backend.gemm(Transpose.NO, Transpose.YES, m, n, k, 1, x, 0, k, x, 7, k, 0, out, 0, n);
    int at = m * n;
    backend.syrk(Transpose.YES, n, m, 1, x, 0, n, 0, out, at, n);
    at += n * n;
    backend.gemv(Transpose.NO, m, n, 1, x, 0, n, x, 3, 0, out, at);
    at += m;
    backend.gemv(Transpose.YES, 800, n, 1, x, 0, n, x, 3, 0, out, at);
    at += n;
    backend.syrk(Transpose.YES, 21, 16_000, 1, x, 0, 21, 0, out, at, 21);
    return out;
  }

  /** A sum of products in twice the precision, and the sum of their magnitudes. */
  private static final class Sum {
    private double high;
    private double low;
    private double magnitude;

    void add(double x, double y) {
      double product = x * y;
      double rest = Math.fma(x, y, -product);
      double sum = high + product;
      double moved = sum - high;
      low += (high - (sum - moved)) + (product - moved) + rest;
      high = sum;
      magnitude += Math.abs(product);
    }

    void check(double actual, int terms) {
      double bound = ULPS * (terms + 1) * UNIT * magnitude + Double.MIN_NORMAL;
      double error = Math.abs(actual - (high + low));
      if (!(error <= bound)) {
        throw new AssertionError(
            "expected %s within %s, but got %s".formatted(high + low, bound, actual));
      }
    }
  }
}
