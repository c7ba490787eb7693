package org.cairnml.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cairnml.testkit.backend.Operands.random;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.cairnml.base.Seed;
import org.cairnml.linalg.backend.Backend;
import org.junit.jupiter.api.DynamicTest;

/** Functions of single numbers, and of rows. */
final class ElementwiseChecks {
  private static final int TRIES = 60;

  private final Backend backend;

  ElementwiseChecks(Backend backend) {
    this.backend = backend;
  }

  Stream<DynamicTest> tests() {
    return Stream.of(
        dynamicTest("exp and log are within two units in the last place", this::elementary),
        dynamicTest("exp, log and sigmoid keep their limits", this::limits),
        dynamicTest("tanh is within four units, relu exact", this::activations),
        dynamicTest("functions agree with the reference on generated vectors", this::generated),
        dynamicTest("softmax rows add up to one at any scale", this::softmax));
  }

  private void elementary() throws IOException {
    try (var file = ElementwiseChecks.class.getResourceAsStream("elementary.csv")) {
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

  private void activations() {
    double[] x = new double[5001];
    for (int i = 0; i < x.length; i++) {
      double u = (i - 2500) / 500.0;
      x[i] = u * u * u * u * u / 100;
    }
    double[] y = new double[x.length];
    backend.tanh(x.length, x, 0, y, 0);
    for (int i = 0; i < x.length; i++) {
      double expected = StrictMath.tanh(x[i]);
      assertThat(Math.abs(y[i] - expected)).isLessThanOrEqualTo(4 * Math.ulp(expected));
    }
    backend.relu(x.length, x, 0, y, 0);
    for (int i = 0; i < x.length; i++) {
      assertThat(y[i]).isEqualTo(x[i] > 0 ? x[i] : 0.0);
    }
    double[] z = {
      Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, 1e-310, 800, 7, 7, 7, 7
    };
    double[] limits = new double[z.length];
    backend.tanh(z.length, z, 0, limits, 0);
    assertThat(Arrays.copyOf(limits, 6)).containsExactly(Double.NaN, 1, -1, -0.0, 1e-310, 1);
    backend.relu(z.length, z, 0, limits, 0);
    assertThat(limits[0]).isNaN();
    assertThat(limits[2]).isZero();
  }

  private void softmax() {
    for (int n : new int[] {1, 2, 3, 10, 33}) {
      softmax(KernelCase.of(5, n, 1));
    }
    KernelCase.forAll(KernelCase.vectors().filter(shape -> shape[1] > 0), TRIES, this::softmax);
  }

  private void softmax(KernelCase c) {
    for (double shift : new double[] {0, 1e4, -1e4}) {
      softmax(c, shift);
    }
  }

  /** Rows of numbers up to 8 in magnitude, and a shift. */
  private void softmax(KernelCase c, double shift) {
    int m = c.m();
    int n = c.n();
    Block a = c.overwritten(m, n);
    Block before = c.a(m, n);
    var random = Seed.of(c.seed()).generator();
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        before.set(i, j, random.nextDouble(-8, 8));
        a.set(i, j, before.get(i, j) + shift);
      }
    }
    double[] logSums = new double[m];
    double[] alone = new double[m];
    backend.logSumExpRows(m, n, a.data(), a.offset(), a.ld(), alone);
    backend.softmaxRows(m, n, a.data(), a.offset(), a.ld(), logSums);
    assertThat(alone).isEqualTo(logSums);
    a.checkGuards();
    for (int i = 0; i < m; i++) {
      double sum = 0;
      double reference = 0;
      for (int j = 0; j < n; j++) {
        sum += a.get(i, j);
        reference += StrictMath.exp(before.get(i, j));
      }
      assertThat(sum).isCloseTo(1, within(1e-14 * (1 + n / 33)));
      assertThat(logSums[i] - shift).isCloseTo(StrictMath.log(reference), within(1e-11));
    }
  }

  private void generated() {
    KernelCase.forAll(KernelCase.vectors(), TRIES, this::functions);
  }

  /** Numbers of any scale, from one part of an array to another and in place. */
  private void functions(KernelCase c) {
    Block x = c.a(1, c.n());
    Block moderate = c.root(0, 1, c.n());
    Block positive = c.a(1, c.n());
    for (int i = 0; i < c.n(); i++) {
      moderate.set(0, i, Math.scalb(moderate.get(0, i), 9 - c.rootExponent()));
      positive.set(0, i, Math.abs(x.get(0, i)));
    }
    units(2, c, moderate, backend::exp, StrictMath::exp);
    units(2, c, positive, backend::log, StrictMath::log);
    units(4, c, moderate, backend::sigmoid, v -> 1 / (1 + StrictMath.exp(-v)));
    units(4, c, x, backend::tanh, StrictMath::tanh);
    units(4, c, moderate, backend::tanh, StrictMath::tanh);
    units(0, c, x, backend::relu, v -> Math.max(0, v));
  }

  /** Fails if a result is off by more units than stated, and one for the reference's own. */
  private static void units(
      int ulps, KernelCase c, Block x, Function function, DoubleUnaryOperator reference) {
    Block y = c.overwritten(1, c.n());
    function.apply(c.n(), x.data(), x.offset(), y.data(), y.offset());
    y.checkGuards();
    Block same = x.copy();
    function.apply(c.n(), same.data(), same.offset(), same.data(), same.offset());
    same.checkGuards();
    for (int i = 0; i < c.n(); i++) {
      double expected = reference.applyAsDouble(x.get(0, i));
      double bound = ulps == 0 ? 0 : (ulps + 1) * Math.ulp(expected);
      double actual = y.get(0, i);
      double error = actual == expected ? 0 : Math.abs(actual - expected);
      assertThat(error).isLessThanOrEqualTo(bound);
      assertThat(same.get(0, i)).isEqualTo(actual);
    }
  }

  /** A kernel that applies a function to each number. */
  @FunctionalInterface
  private interface Function {
    void apply(int n, double[] x, int xOffset, double[] y, int yOffset);
  }
}
