package org.cairnml.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cairnml.testkit.backend.FloatOperands.check;
import static org.cairnml.testkit.backend.FloatOperands.magnitudes;
import static org.cairnml.testkit.backend.FloatOperands.random;
import static org.cairnml.testkit.backend.FloatOperands.wide;
import static org.cairnml.testkit.backend.Operands.LENGTHS;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.cairnml.base.Workers;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.Diagonal;
import org.cairnml.linalg.backend.FloatKernels;
import org.cairnml.linalg.backend.Side;
import org.cairnml.linalg.backend.Transpose;
import org.cairnml.linalg.backend.Triangle;
import org.junit.jupiter.api.DynamicTest;

/**
 * The kernels on floats against the same kernels on doubles, which the other checks hold to the
 * oracle, within the bound of {@link FloatOperands}.
 */
final class FloatKernelChecks {

  private static final int[][] SHAPES = {
    {1, 1, 1}, {3, 2, 5}, {8, 16, 9}, {17, 33, 31}, {64, 65, 63}, {150, 260, 400}, {9, 50, 20_001}
  };

  private final Backend backend;
  private final FloatKernels floats;

  FloatKernelChecks(Backend backend) {
    this.backend = backend;
    this.floats = backend.floats();
  }

  Stream<DynamicTest> tests() {
    return Stream.of(
        dynamicTest("float reductions agree with those on doubles", this::reductions),
        dynamicTest("float updates agree with those on doubles", this::updates),
        dynamicTest("float norms survive extreme scales", this::norms),
        dynamicTest("float products agree with those on doubles", this::products),
        dynamicTest("float trsm leaves a residual of rounding size", this::trsm),
        dynamicTest("float exp, log, sigmoid and tanh are within a few units", this::elementwise),
        dynamicTest("float softmax rows add up to one at any scale", this::softmax),
        dynamicTest("float column moments agree with those on doubles", this::moments),
        dynamicTest("float nearest rows are nearest", this::nearest),
        dynamicTest("float results do not depend on the workers", this::workers));
  }

  private void reductions() {
    for (int n : LENGTHS) {
      float[] x = random(n, n + 3);
      float[] y = random(n + 1, n + 3);
      double[] xs = magnitudes(x);
      double[] ys = magnitudes(y);
      check(
          n,
          floats.dot(n, x, 3, y, 1),
          backend.dot(n, wide(x), 3, wide(y), 1),
          backend.dot(n, xs, 3, ys, 1));
      check(n, floats.sum(n, x, 3), backend.sum(n, wide(x), 3), backend.sum(n, xs, 3));
      check(n, floats.asum(n, x, 3), backend.sum(n, xs, 3), backend.sum(n, xs, 3));
      double distance = backend.squaredDistance(n, wide(x), 3, wide(y), 1);
      check(n + 2, floats.squaredDistance(n, x, 3, y, 1), distance, distance);
      double norm = backend.nrm2(n, wide(x), 3);
      check(n + 2, floats.nrm2(n, x, 3), norm, norm);
      assertThat(floats.iamax(n, x, 3)).isEqualTo(backend.iamax(n, wide(x), 3));
    }
  }

  private void updates() {
    for (int n : LENGTHS) {
      for (float alpha : new float[] {0, 1, -0.3f}) {
        float[] x = random(n, n + 5);
        float[] y = random(n + 1, n + 5);
        double[] expected = wide(y);
        double[] magnitude = magnitudes(y);
        backend.axpy(n, alpha, wide(x), 2, expected, 3);
        backend.axpy(n, Math.abs(alpha), magnitudes(x), 2, magnitude, 3);
        floats.axpy(n, alpha, x, 2, y, 3);
        check(1, y, expected, magnitude);
        double[] scaled = wide(x);
        backend.scal(n, alpha, scaled, 2);
        magnitude = magnitudes(x);
        floats.scal(n, alpha, x, 2);
        check(0, x, scaled, magnitude);
      }
    }
  }

  private void norms() {
    for (float scale : new float[] {1e-42f, 1e-30f, 1, 1e30f, 5e37f}) {
      float[] x = {3 * scale, 0, -4 * scale};
      assertThat(floats.nrm2(3, x, 0) / scale).isCloseTo(5, within(scale < 1e-38f ? 0.01f : 1e-6f));
    }
    assertThat(floats.nrm2(2, new float[] {1, Float.NaN}, 0)).isNaN();
    assertThat(floats.nrm2(2, new float[] {1, Float.NEGATIVE_INFINITY}, 0)).isInfinite();
  }

  private void products() {
    for (int[] shape : SHAPES) {
      for (Transpose ta : Transpose.values()) {
        gemv(ta, shape[0], shape[2] % 1000);
        for (Transpose tb : Transpose.values()) {
          gemm(ta, tb, shape[0], shape[1], shape[2], 1, 0);
          gemm(ta, tb, shape[0], shape[1], shape[2], -0.7f, 1.5f);
        }
        syrk(ta, shape[1], shape[2]);
      }
    }
  }

  private void gemv(Transpose transpose, int m, int n) {
    float[] a = random(m, m * n);
    float[] x = random(n, m + n);
    float[] y = random(1, transpose == Transpose.NO ? m : n);
    double[] expected = wide(y);
    double[] magnitude = magnitudes(y);
    backend.gemv(transpose, m, n, -0.5, wide(a), 0, n, wide(x), 0, 2, expected, 0);
    backend.gemv(transpose, m, n, 0.5, magnitudes(a), 0, n, magnitudes(x), 0, 2, magnitude, 0);
    floats.gemv(transpose, m, n, -0.5f, a, 0, n, x, 0, 2, y, 0);
    check(m + n, y, expected, magnitude);
  }

  private void gemm(Transpose ta, Transpose tb, int m, int n, int k, float alpha, float beta) {
    int lda = (ta == Transpose.NO ? k : m) + 1;
    int ldb = (tb == Transpose.NO ? n : k) + 2;
    float[] a = random(m, (ta == Transpose.NO ? m : k) * lda);
    float[] b = random(n, (tb == Transpose.NO ? k : n) * ldb);
    float[] c = random(k, m * n);
    double[] e = wide(c);
    double[] size = magnitudes(c);
    backend.gemm(ta, tb, m, n, k, alpha, wide(a), 0, lda, wide(b), 0, ldb, beta, e, 0, n);
    float positive = Math.abs(alpha);
    double[] sizeA = magnitudes(a);
    double[] sizeB = magnitudes(b);
    backend.gemm(ta, tb, m, n, k, positive, sizeA, 0, lda, sizeB, 0, ldb, beta, size, 0, n);
    floats.gemm(ta, tb, m, n, k, alpha, a, 0, lda, b, 0, ldb, beta, c, 0, n);
    check(k + 2, c, e, size);
  }

  private void syrk(Transpose transpose, int n, int k) {
    int lda = transpose == Transpose.NO ? k : n;
    float[] a = random(n, n * k);
    float[] c = random(k, n * n);
    double[] expected = wide(c);
    double[] magnitude = magnitudes(c);
    backend.syrk(transpose, n, k, 1, wide(a), 0, lda, 1, expected, 0, n);
    backend.syrk(transpose, n, k, 1, magnitudes(a), 0, lda, 1, magnitude, 0, n);
    floats.syrk(transpose, n, k, 1, a, 0, lda, 1, c, 0, n);
    check(k + 1, c, expected, magnitude);
  }

  private void trsm() {
    int m = 70;
    int n = 33;
    float[] a = random(1, m * m);
    for (int i = 0; i < m; i++) {
      a[i * m + i] = 4 + Math.abs(a[i * m + i]);
    }
    float[] b = random(2, m * n);
    float[] x = b.clone();
    floats.trsm(
        Side.LEFT, Triangle.LOWER, Transpose.YES, Diagonal.STORED, m, n, 1, a, 0, m, x, 0, n);
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        double size = 0;
        for (int p = i; p < m; p++) {
          double product = (double) a[p * m + i] * x[p * n + j];
          sum += product;
          size += Math.abs(product);
        }
        check(m, b[i * n + j], sum, size);
      }
    }
  }

  private void elementwise() {
    float[] x = new float[4000];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i - 2000) * 0.043f;
    }
    float[] y = new float[x.length];
    floats.exp(x.length, x, 0, y, 0);
    units(2, x, y, StrictMath::exp);
    floats.sigmoid(x.length, x, 0, y, 0);
    units(4, x, y, v -> 1 / (1 + StrictMath.exp(-v)));
    floats.relu(x.length, x, 0, y, 0);
    units(0, x, y, v -> Math.max(0, v));
    float[] small = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      small[i] = x[i] * x[i] * x[i] * 1e-5f;
    }
    floats.tanh(x.length, small, 0, y, 0);
    units(4, small, y, StrictMath::tanh);
    for (int i = 0; i < x.length; i++) {
      small[i] = Math.abs(small[i]) + Float.MIN_NORMAL;
    }
    floats.log(x.length, small, 0, y, 0);
    units(2, small, y, StrictMath::log);
    float infinity = Float.POSITIVE_INFINITY;
    float[] limits = {0, 89, -110, infinity, -infinity, Float.NaN};
    float[] out = new float[6];
    floats.exp(6, limits, 0, out, 0);
    assertThat(out).containsExactly(1, infinity, 0, infinity, 0, Float.NaN);
    floats.sigmoid(6, limits, 0, out, 0);
    assertThat(out[5]).isNaN();
    floats.tanh(6, limits, 0, out, 0);
    assertThat(out).containsExactly(0, 1, -1, 1, -1, Float.NaN);
  }

  private static void units(int ulps, float[] x, float[] y, DoubleUnaryOperator function) {
    for (int i = 0; i < x.length; i++) {
      double expected = function.applyAsDouble(x[i]);
      double bound = ulps * (double) Math.ulp((float) expected);
      assertThat((double) y[i]).as("of " + x[i]).isCloseTo(expected, within(bound));
    }
  }

  private void softmax() {
    for (float shift : new float[] {0, 1e4f, -1e4f}) {
      float[] a = random(3, 60);
      for (int i = 0; i < a.length; i++) {
        a[i] += shift;
      }
      double[] expected = wide(a);
      double[] expectedSums = new double[5];
      float[] sums = new float[5];
      backend.softmaxRows(5, 12, expected, 0, 12, expectedSums);
      floats.softmaxRows(5, 12, a, 0, 12, sums);
      check(12, a, expected, expected);
      for (int i = 0; i < 5; i++) {
        check(3, sums[i], expectedSums[i], Math.abs(expectedSums[i]) + 3);
      }
    }
  }

  private void moments() {
    int m = 5003;
    int n = 21;
    float[] a = random(5, m * n);
    double[] means = new double[n];
    double[] squares = new double[n];
    backend.columnMoments(m, n, wide(a), 0, n, means, squares);
    float[] floatMeans = new float[n];
    float[] floatSquares = new float[n];
    floats.columnMoments(m, n, a, 0, n, floatMeans, floatSquares);
    for (int j = 0; j < n; j++) {
      check(100, floatMeans[j], means[j], Math.sqrt(squares[j] / m));
      check(300, floatSquares[j], squares[j], squares[j]);
    }
  }

  private void nearest() {
    for (int d : new int[] {1, 5, 40, 200}) {
      int m = 101;
      int n = 37;
      float[] x = random(d, m * d);
      float[] y = random(d + 1, n * d);
      int[] index = new int[m];
      float[] distance = new float[m];
      floats.nearestRows(m, n, d, x, 0, d, y, 0, d, index, distance);
      for (int i = 0; i < m; i++) {
        double best = Double.POSITIVE_INFINITY;
        for (int j = 0; j < n; j++) {
          best = Math.min(best, backend.squaredDistance(d, wide(x), i * d, wide(y), j * d));
        }
        check(d + 100, distance[i], best, best);
        double own = backend.squaredDistance(d, wide(x), i * d, wide(y), index[i] * d);
        check(d + 100, own, best, best);
      }
    }
  }

  private void workers() {
    List<float[]> results =
        Stream.of(1, 2, 4)
            .map(count -> everything(backend.withWorkers(Workers.of(count)).floats()))
            .toList();
    assertThat(results.get(1)).isEqualTo(results.get(0));
    assertThat(results.get(2)).isEqualTo(results.get(0));
  }

  private static float[] everything(FloatKernels floats) {
    int m = 311;
    int n = 203;
    float[] x = random(9, 340_000);
    float[] out = new float[m * n + n * n + n + 21 * 21];
    floats.gemm(Transpose.NO, Transpose.YES, m, n, 230, 1, x, 0, 230, x, 7, 230, 0, out, 0, n);
    floats.syrk(Transpose.YES, n, m, 1, x, 0, n, 0, out, m * n, n);
    floats.gemv(Transpose.YES, 1600, n, 1, x, 0, n, x, 3, 0, out, m * n + n * n);
    floats.syrk(Transpose.YES, 21, 16_000, 1, x, 0, 21, 0, out, m * n + n * n + n, 21);
    return out;
  }
}
