package org.cairnml.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.cairnml.base.Seed;
import org.cairnml.linalg.backend.FloatTwin;
import org.cairnml.linalg.backend.Kernels;
import org.junit.jupiter.api.DynamicTest;

/** Functions of single numbers, and of rows. */
@FloatTwin
final class ElementwiseChecks {
  private static final int TRIES = 60;

  /** exp is infinite a little above, and less than the smallest normal number below minus it. */
  private static final double LIMIT = Math.log(Double.MAX_VALUE);

  private static final double[] LIMITS = {
    0,
    -0.0,
    LIMIT - 0.25,
    0.25 - LIMIT,
    LIMIT + 0.75,
    -LIMIT - 2,
    -2 * LIMIT,
    Double.MIN_VALUE,
    Double.MIN_NORMAL,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN
  };

  private final Kernels kernels;

  ElementwiseChecks(Kernels kernels) {
    this.kernels = kernels;
  }

  Stream<DynamicTest> tests() {
    return Stream.of(
        dynamicTest("functions keep their limits", this::limits),
        dynamicTest("functions agree with the reference from tiny numbers to large", this::range),
        dynamicTest("functions agree with the reference on generated vectors", this::generated),
        dynamicTest("softmax rows add up to one at any scale", this::softmax));
  }

  /** Vectors of one number, and of usual ones with that among them. */
  private void limits() {
    for (double limit : LIMITS) {
      Block usual = KernelCase.of(1, 35, 1).a(1, 35);
      usual.set(0, 3, limit);
      functions(usual);
      Block same = usual.copy();
      same.fill(limit);
      functions(same);
    }
  }

  private void range() {
    Block x = KernelCase.of(1, 5001, 1).a(1, 5001);
    for (int i = 0; i < x.cols(); i++) {
      double u = (i - 2500) / (double) 500;
      x.set(0, i, u * u * u * u * u / 40);
    }
    functions(x);
  }

  private void generated() {
    KernelCase.forAll(KernelCase.vectors(), TRIES, this::generated);
  }

  /** Numbers of the scale of the case, and some that exp takes. */
  private void generated(KernelCase c) {
    functions(c.a(1, c.n()));
    Block moderate = c.root(0, 1, c.n());
    for (int i = 0; i < c.n(); i++) {
      moderate.set(0, i, moderate.get(0, i) * Math.scalb(LIMIT, -c.rootExponent()));
    }
    functions(moderate);
  }

  private void functions(Block x) {
    Block positive = x.copy();
    for (int i = 0; i < x.cols(); i++) {
      positive.set(0, i, Math.abs(x.get(0, i)));
    }
    units(2, x, kernels::exp, StrictMath::exp);
    units(2, x, kernels::log, StrictMath::log);
    units(2, positive, kernels::log, StrictMath::log);
    units(4, x, kernels::sigmoid, Units::sigmoid);
    units(4, x, kernels::tanh, StrictMath::tanh);
    units(0, x, kernels::relu, v -> Math.max(0, v));
  }

  /** Fails if a result, in another array or in place, is off by more units than stated. */
  private static void units(int ulps, Block x, Function function, DoubleUnaryOperator reference) {
    Block y = x.withGuard(Block.MARKER);
    function.apply(x.cols(), x.data(), x.offset(), y.data(), y.offset());
    y.checkGuards();
    Block same = x.copy();
    function.apply(x.cols(), same.data(), same.offset(), same.data(), same.offset());
    same.checkGuards();
    for (int i = 0; i < x.cols(); i++) {
      Units.check(ulps, y.get(0, i), reference.applyAsDouble(x.get(0, i)));
      assertThat(Double.valueOf(same.get(0, i))).isEqualTo(Double.valueOf(y.get(0, i)));
    }
  }

  private void softmax() {
    for (int n : new int[] {1, 2, 3, 10, 33}) {
      softmax(KernelCase.of(5, n, 1));
    }
    KernelCase.forAll(KernelCase.vectors().filter(shape -> shape[1] > 0), TRIES, this::softmax);
  }

  private void softmax(KernelCase c) {
    for (int shift : new int[] {0, 10_000, -10_000}) {
      softmax(c, shift);
    }
  }

  /** Rows of numbers up to 8 in magnitude, and a shift. */
  private void softmax(KernelCase c, int shift) {
    int m = c.m();
    int n = c.n();
    Block a = c.overwritten(m, n);
    Block before = c.root(0, m, n);
    var random = Seed.of(c.seed()).generator();
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        before.set(i, j, random.nextDouble(-8, 8));
        a.set(i, j, before.get(i, j) + shift);
      }
    }
    double[] logSums = new double[m];
    double[] alone = new double[m];
    kernels.logSumExpRows(m, n, a.data(), a.offset(), a.ld(), alone);
    kernels.softmaxRows(m, n, a.data(), a.offset(), a.ld(), logSums);
    assertThat(alone).isEqualTo(logSums);
    a.checkGuards();
    for (int i = 0; i < m; i++) {
      var sum = new CompensatedSum();
      var reference = new CompensatedSum();
      for (int j = 0; j < n; j++) {
        sum.add(a.get(i, j), 1);
        reference.add(StrictMath.exp(before.get(i, j)), 1);
      }
      assertThat(Math.abs(sum.value() - 1)).isLessThanOrEqualTo(45 * Math.ulp(1.0) * (1 + n / 33));
      var error = logSums[i] - shift - StrictMath.log(reference.value());
      assertThat(Math.abs(error)).isLessThanOrEqualTo(8 * Math.ulp(16.0 + Math.abs(shift)));
    }
  }

  /** A kernel that applies a function to each number. */
  @FunctionalInterface
  private interface Function {
    void apply(int n, double[] x, int xOffset, double[] y, int yOffset);
  }
}
