package org.cairnml.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairnml.testkit.backend.FloatOperands.check;
import static org.cairnml.testkit.backend.FloatOperands.magnitudes;
import static org.cairnml.testkit.backend.FloatOperands.random;
import static org.cairnml.testkit.backend.FloatOperands.wide;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.stream.Stream;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.Diagonal;
import org.cairnml.linalg.backend.FloatKernels;
import org.cairnml.linalg.backend.Side;
import org.cairnml.linalg.backend.Transpose;
import org.cairnml.linalg.backend.Triangle;
import org.junit.jupiter.api.DynamicTest;

/**
 * Kernels on floats within larger arrays, which they leave alone, and with operands that are not
 * finite, where they give NaN and infinities in the same places as those on doubles.
 */
final class FloatLimitChecks {

  private static final int[] SIZES = {1, 4, 9, 33, 70};

  private final Backend backend;
  private final FloatKernels floats;

  FloatLimitChecks(Backend backend) {
    this.backend = backend;
    this.floats = backend.floats();
  }

  Stream<DynamicTest> tests() {
    return Stream.of(
        dynamicTest("rank-one updates agree and stay within their rows", this::ger),
        dynamicTest("float products stay within their rows", this::within),
        dynamicTest("float triangular solves agree in every form", this::trsm),
        dynamicTest("NaN and infinity reach float results as they reach doubles", this::notFinite));
  }

  private void ger() {
    for (int m : SIZES) {
      for (int n : SIZES) {
        int lda = n + 3;
        float[] x = random(m, m + 2);
        float[] y = random(n, n + 1);
        float[] a = random(m + n, m * lda + 1);
        float[] before = a.clone();
        double[] wide = wide(a);
        floats.ger(m, n, -0.3f, x, 2, y, 1, a, 1, lda);
        backend.ger(m, n, -0.3f, wide(x), 2, wide(y), 1, wide, 1, lda);
        for (int at = 0; at < a.length; at++) {
          int i = (at - 1) / lda;
          int j = (at - 1) % lda;
          boolean inside = at > 0 && j < n;
          double product = inside ? (double) -0.3f * x[2 + i] * y[1 + j] : 0;
          double size = Math.abs(product) + Math.abs(before[at]);
          check(1, a[at], before[at] + product, inside ? size : 0);
          assertThat(Math.abs(wide[at] - (before[at] + product)))
              .isLessThanOrEqualTo(4 * Math.ulp(1.0) * size);
        }
        floats.ger(m, n, 0, new float[m], 0, new float[n], 0, a, 1, lda);
      }
    }
  }

  /** With offsets and longer rows; beta = 0 does not read what stands in the result. */
  private void within() {
    for (int n : SIZES) {
      int ld = n + 3;
      float[] a = random(n, n * ld + 2);
      float[] b = random(n + 1, n * ld + 3);
      for (float beta : new float[] {0, -1.5f}) {
        for (Transpose ta : Transpose.values()) {
          for (Transpose tb : Transpose.values()) {
            float[] c = result(n, ld, beta);
            double[] expected = wide(c);
            floats.gemm(ta, tb, n, n, n, 0.7f, a, 2, ld, b, 3, ld, beta, c, 1, ld);
            double[] wa = wide(a);
            double[] wb = wide(b);
            backend.gemm(ta, tb, n, n, n, 0.7f, wa, 2, ld, wb, 3, ld, beta, expected, 1, ld);
            assertClose(n, c, expected);
          }
          float[] c = result(n, ld, beta);
          double[] expected = wide(c);
          floats.syrk(ta, n, n, 0.7f, a, 2, ld, beta, c, 1, ld);
          backend.syrk(ta, n, n, 0.7f, wide(a), 2, ld, beta, expected, 1, ld);
          assertClose(n, c, expected);
          float[] y = result(n, n, beta);
          double[] wideY = wide(y);
          floats.gemv(ta, n, n, 0.7f, a, 2, ld, b, 3, beta, y, 1);
          backend.gemv(ta, n, n, 0.7f, wide(a), 2, ld, wide(b), 3, beta, wideY, 1);
          assertClose(n, y, wideY);
        }
      }
    }
  }

  private static float[] result(int n, int ld, float beta) {
    float[] c = random(7, n * ld + 4);
    if (beta == 0) {
      Arrays.fill(c, 1, 1 + (n - 1) * ld + n, Float.NaN);
    }
    return c;
  }

  /** Sums of n products of numbers below 4, and NaN where it was left. */
  private static void assertClose(int n, float[] actual, double[] expected) {
    for (int i = 0; i < actual.length; i++) {
      if (Double.isNaN(expected[i])) {
        assertThat(actual[i]).isNaN();
      } else {
        check(n, actual[i], expected[i], 16 * n + 8);
      }
    }
  }

  private void trsm() {
    int m = 33;
    int n = 19;
    for (Side side : Side.values()) {
      int k = side == Side.LEFT ? m : n;
      float[] a = random(k, k * (k + 1) + 1);
      for (int i = 0; i < a.length; i++) {
        a[i] /= k;
      }
      for (int i = 0; i < k; i++) {
        a[1 + i * (k + 1) + i] = 1.5f;
      }
      for (Triangle triangle : Triangle.values()) {
        for (Transpose transpose : Transpose.values()) {
          for (Diagonal diagonal : Diagonal.values()) {
            for (float alpha : new float[] {0, 1, -0.7f}) {
              float[] b = random(n, m * (n + 2));
              double[] expected = wide(b);
              floats.trsm(
                  side, triangle, transpose, diagonal, m, n, alpha, a, 1, k + 1, b, 0, n + 2);
              double[] wa = wide(a);
              backend.trsm(
                  side, triangle, transpose, diagonal, m, n, alpha, wa, 1, k + 1, expected, 0,
                  n + 2);
              double[] size = magnitudes(random(n, m * (n + 2)));
              Arrays.setAll(size, i -> 16 + size[i]);
              check(k, b, expected, size);
            }
          }
        }
      }
    }
  }

  private void notFinite() {
    for (int n : SIZES) {
      for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
        for (int at : new int[] {0, n / 2, n - 1}) {
          float[] a = random(n, n * n);
          a[at * n + at] = bad;
          float[] b = random(n + 1, n * n);
          vectors(n, a, at * n, b);
          products(n, a, b);
          products(n, b, a);
        }
      }
    }
  }

  private void vectors(int n, float[] a, int row, float[] b) {
    double[] x = wide(a);
    double[] y = wide(b);
    assertSameKind(floats.dot(n, a, row, b, 0), backend.dot(n, x, row, y, 0));
    assertSameKind(floats.sum(n, a, row), backend.sum(n, x, row));
    assertSameKind(floats.asum(n, a, row), backend.asum(n, x, row));
    assertSameKind(floats.nrm2(n, a, row), backend.nrm2(n, x, row));
    assertSameKind(
        floats.squaredDistance(n, a, row, b, 0), backend.squaredDistance(n, x, row, y, 0));
    assertThat(floats.iamax(n, a, row)).isEqualTo(backend.iamax(n, x, row));
    for (float alpha : new float[] {0, 2}) {
      float[] sum = b.clone();
      double[] wideSum = wide(b);
      floats.axpy(n, alpha, a, row, sum, 0);
      backend.axpy(n, alpha, x, row, wideSum, 0);
      assertSameKind(sum, wideSum);
      float[] scaled = a.clone();
      double[] wideScaled = wide(a);
      floats.scal(n, alpha, scaled, row);
      backend.scal(n, alpha, wideScaled, row);
      assertSameKind(scaled, wideScaled);
    }
  }

  private void products(int n, float[] a, float[] b) {
    double[] x = wide(a);
    double[] y = wide(b);
    for (float alpha : new float[] {0, 1}) {
      for (Transpose ta : Transpose.values()) {
        for (Transpose tb : Transpose.values()) {
          float[] c = new float[n * n];
          double[] d = new double[n * n];
          floats.gemm(ta, tb, n, n, n, alpha, a, 0, n, b, 0, n, 0, c, 0, n);
          backend.gemm(ta, tb, n, n, n, alpha, x, 0, n, y, 0, n, 0, d, 0, n);
          assertSameKind(c, d);
        }
        float[] c = new float[n * n];
        double[] d = new double[n * n];
        floats.syrk(ta, n, n, alpha, a, 0, n, 0, c, 0, n);
        backend.syrk(ta, n, n, alpha, x, 0, n, 0, d, 0, n);
        assertSameKind(c, d);
        floats.gemv(ta, n, n, alpha, a, 0, n, b, 0, 0, c, 0);
        backend.gemv(ta, n, n, alpha, x, 0, n, y, 0, 0, d, 0);
        assertSameKind(c, d);
      }
    }
  }

  private static void assertSameKind(float[] actual, double[] expected) {
    for (int i = 0; i < actual.length; i++) {
      assertSameKind(actual[i], expected[i]);
    }
  }

  /** Both NaN, both the same infinity, or both finite. */
  private static void assertSameKind(float actual, double expected) {
    boolean finite = Double.isFinite(expected);
    assertThat(Double.valueOf(Float.isFinite(actual) ? 0 : actual))
        .isEqualTo(Double.valueOf(finite ? 0 : expected));
  }
}
