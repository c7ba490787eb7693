package org.cairnml.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairnml.testkit.backend.Operands.LENGTHS;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.stream.Stream;
import org.cairnml.base.Seed;
import org.cairnml.linalg.backend.FloatTwin;
import org.cairnml.linalg.backend.Kernels;
import org.junit.jupiter.api.DynamicTest;

/** Kernels on vectors. */
@FloatTwin
final class VectorKernelChecks {
  private static final int TRIES = 120;

  private final Kernels kernels;

  VectorKernelChecks(Kernels kernels) {
    this.kernels = kernels;
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
      reductions(KernelCase.of(1, n, 1));
    }
    KernelCase.forAll(KernelCase.vectors(), TRIES, this::reductions);
  }

  private void reductions(KernelCase c) {
    int n = c.n();
    Block x = c.a(1, n);
    Block y = c.b(1, n);
    Block u = c.root(0, 1, n);
    Block v = c.root(1, 1, n);
    var dot = new CompensatedSum();
    var sum = new CompensatedSum();
    var asum = new CompensatedSum();
    var squares = new CompensatedSum();
    var distance = new CompensatedSum();
    int best = -1;
    for (int i = 0; i < n; i++) {
      double xi = x.get(0, i);
      dot.add(xi, y.get(0, i));
      sum.add(xi, 1);
      asum.add(Math.abs(xi), 1);
      squares.add(u.get(0, i), u.get(0, i));
      distance.add(u.get(0, i) - v.get(0, i), u.get(0, i) - v.get(0, i));
      best = best < 0 || isLarger(xi, x.get(0, best)) ? i : best;
    }
    dot.check(kernels.dot(n, x.data(), x.offset(), y.data(), y.offset()), n);
    sum.check(kernels.sum(n, x.data(), x.offset()), n);
    asum.check(kernels.asum(n, x.data(), x.offset()), n);
    squares.check(kernels.dot(n, u.data(), u.offset(), u.data(), u.offset()), n);
    distance.check(kernels.squaredDistance(n, u.data(), u.offset(), v.data(), v.offset()), n + 2);
    assertThat(kernels.iamax(n, x.data(), x.offset())).isEqualTo(best);
    norm(x, best < 0 ? 0 : Math.getExponent(x.get(0, best)));
  }

  /** Whether a number later in a vector is the one to be found; NaN is the largest. */
  private static boolean isLarger(double x, double best) {
    return Double.compare(Math.abs(x), Math.abs(best)) > 0;
  }

  /** The squares of the numbers divided by this power of 2 are those of usual numbers. */
  private void norm(Block x, int exponent) {
    var squares = new CompensatedSum();
    for (int i = 0; i < x.cols(); i++) {
      double scaled = Math.scalb(x.get(0, i), -exponent);
      squares.add(scaled, scaled);
    }
    double expected = Math.scalb(Math.sqrt(squares.value()), exponent);
    double norm = kernels.nrm2(x.cols(), x.data(), x.offset());
    CompensatedSum.check(norm, expected, expected, x.cols() + 4);
  }

  private void updates() {
    for (int n : LENGTHS) {
      for (double alpha : new double[] {0, 1, -0.3}) {
        updates(KernelCase.of(1, n, 1).with(alpha, 1));
      }
    }
    KernelCase.forAll(KernelCase.vectors(), TRIES, this::updates);
    double[] nan = {Double.NaN, Double.NaN, Double.NaN};
    kernels.scal(3, 0, nan, 0);
    assertThat(nan).containsOnly(0);
  }

  private void updates(KernelCase c) {
    int n = c.n();
    double alpha = c.alpha();
    Block x = c.a(1, n);
    Block y = c.overwritten(1, n);
    Block axpy = y.copy();
    kernels.axpy(n, alpha, x.data(), x.offset(), axpy.data(), axpy.offset());
    axpy.checkGuards();
    Block scal = y.copy();
    kernels.scal(n, alpha, scal.data(), scal.offset());
    scal.checkGuards();
    for (int i = 0; i < n; i++) {
      var expected = new CompensatedSum();
      expected.add(x.get(0, i), 1);
      expected.scale(alpha);
      expected.add(y.get(0, i), 1);
      expected.check(axpy.get(0, i), 2);
      assertThat(scal.get(0, i)).isEqualTo(alpha * y.get(0, i) + 0.0);
    }
  }

  private void norms() {
    int least = Double.MIN_EXPONENT;
    int most = Double.MAX_EXPONENT;
    for (int exponent : new int[] {least - 10, least * 2 / 3, 0, most * 2 / 3, most - 2}) {
      double[] x = {Math.scalb(3.0, exponent), 0, Math.scalb(-4.0, exponent)};
      double norm = Math.scalb(5.0, exponent);
      CompensatedSum.check(kernels.nrm2(3, x, 0), norm, norm, 1);
    }
    assertThat(kernels.nrm2(0, new double[0], 0)).isZero();
    assertThat(kernels.nrm2(2, new double[2], 0)).isZero();
    assertThat(kernels.nrm2(2, new double[] {1, Double.NEGATIVE_INFINITY}, 0)).isInfinite();
    assertThat(kernels.nrm2(2, new double[] {1, Double.NaN}, 0)).isNaN();
  }

  private void iamax() {
    assertThat(kernels.iamax(0, new double[0], 0)).isEqualTo(-1);
    assertThat(kernels.iamax(3, new double[] {9, 1, -2, 2}, 1)).isEqualTo(1);
    assertThat(kernels.iamax(3, new double[] {1, Double.NaN, 5}, 0)).isEqualTo(1);
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
      double[] x = new double[count];
      for (int i = 0; i < count; i++) {
        x[i] = i % 2 == 0 ? 0.25 : -0.125;
      }
      poleSums(d, z, x);
    }
    KernelCase.forAll(KernelCase.vectors(), TRIES / 4, this::poleSums);
  }

  /** Poles that rise by at least 1, beyond which no point lies. */
  private void poleSums(KernelCase c) {
    double[] d = new double[c.k()];
    double[] z = new double[c.k()];
    var random = Seed.of(c.seed()).generator();
    for (int j = 0; j < d.length; j++) {
      d[j] = (j == 0 ? 0 : d[j - 1]) + random.nextDouble(1, 2);
      z[j] = Math.scalb(random.nextDouble(), -random.nextInt(c.spread()));
    }
    double[] x = new double[c.n() % 100];
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextDouble(0.1, 0.9);
    }
    poleSums(d, z, x);
  }

  /** Points at distances x from the squares of poles, one pole after the other. */
  private void poleSums(double[] d, double[] z, double[] distances) {
    int n = d.length;
    int count = distances.length;
    int room = count + Kernels.POLE_SUMS_ROOM;
    double[] o = new double[room];
    double[] x = Arrays.copyOf(distances, room);
    for (int i = 0; i < count; i++) {
      o[i] = d[i % n];
    }
    double[][] sums = new double[4][room];
    kernels.poleSums(n, d, z, count, o, x, sums[0], sums[1], sums[2], sums[3]);
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
