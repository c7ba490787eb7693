package org.cairnml.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cairnml.testkit.backend.Operands.LENGTHS;
import static org.cairnml.testkit.backend.Operands.random;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.stream.Stream;
import org.cairnml.base.Seed;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.Kernels;
import org.junit.jupiter.api.DynamicTest;

/** Kernels on vectors. */
final class VectorKernelChecks {
  private final Backend backend;

  VectorKernelChecks(Backend backend) {
    this.backend = backend;
  }

  Stream<DynamicTest> tests() {
    return Stream.of(
        dynamicTest("reductions agree with the oracle", this::reductions),
        dynamicTest("updates agree with the oracle", this::updates),
        dynamicTest("norms survive extreme scales", this::norms),
        dynamicTest("iamax finds the first largest", this::iamax),
        dynamicTest("sums over poles agree with the oracle", this::poleSums));
  }

  private void reductions() {
    for (int n : LENGTHS) {
      for (int offset : new int[] {0, 3}) {
        var random = Seed.of(n).generator();
        double[] x = random(random, n + offset);
        double[] y = random(random, n + offset + 1);
        var dot = new CompensatedSum();
        var sum = new CompensatedSum();
        var asum = new CompensatedSum();
        var squares = new CompensatedSum();
        var distance = new CompensatedSum();
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
          var expected = new CompensatedSum();
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

  /** Poles 0, 1, 2, ... and points on both sides of some of them; few gaps are alike. */
  private void poleSums() {
    int n = 13;
    double[] d = new double[n];
    double[] z = new double[n];
    for (int j = 0; j < n; j++) {
      d[j] = j;
      z[j] = 1 + j % 3;
    }
    for (int count : new int[] {0, 1, 2, 3, 7, 8, 9, 16, 25}) {
      int room = count + Kernels.POLE_SUMS_ROOM;
      double[] o = new double[room];
      double[] x = new double[room];
      for (int i = 0; i < count; i++) {
        o[i] = i % n;
        x[i] = i % 2 == 0 ? 0.25 : -0.125;
      }
      double[][] sums = new double[4][room];
      backend.poleSums(n, d, z, count, o, x, sums[0], sums[1], sums[2], sums[3]);
      for (int i = 0; i < count; i++) {
        var expected = new CompensatedSum[4];
        Arrays.setAll(expected, k -> new CompensatedSum());
        for (int j = 0; j < n; j++) {
          double ratio = z[j] / ((d[j] - o[i]) * (d[j] + o[i]) - x[i]);
          int side = ratio < 0 ? 0 : 2;
          expected[side].add(z[j], ratio);
          expected[side + 1].add(ratio, ratio);
        }
        for (int k = 0; k < 4; k++) {
          expected[k].check(sums[k][i], n + 4);
        }
      }
    }
  }
}
