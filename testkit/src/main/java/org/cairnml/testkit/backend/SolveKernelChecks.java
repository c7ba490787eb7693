package org.cairnml.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.stream.Stream;
import org.cairnml.base.Seed;
import org.cairnml.linalg.backend.Diagonal;
import org.cairnml.linalg.backend.FloatTwin;
import org.cairnml.linalg.backend.Kernels;
import org.cairnml.linalg.backend.Side;
import org.cairnml.linalg.backend.Transpose;
import org.cairnml.linalg.backend.Triangle;
import org.junit.jupiter.api.DynamicTest;

/** Kernels with triangular and symmetric matrices, and moments of columns. */
@FloatTwin
final class SolveKernelChecks {
  private static final int TRIES = 15;

  private static final int[][] SHAPES = {
    {1, 1}, {2, 3}, {5, 1}, {17, 33}, {48, 7}, {49, 600}, {130, 20}, {7, 200}
  };

  /** The condition of the variance of numbers of this mean and spread 1 is about the mean. */
  private static final double[] MEANS = {0, 1000, 1 / Math.sqrt(Math.ulp(1.0))};

  private final Kernels kernels;

  SolveKernelChecks(Kernels kernels) {
    this.kernels = kernels;
  }

  Stream<DynamicTest> tests() {
    return Stream.of(
        dynamicTest("trsm leaves a residual of rounding size", this::trsm),
        dynamicTest("symm agrees with the oracle and reads the lower triangle only", this::symm),
        dynamicTest("column moments keep their digits when the mean is large", this::moments));
  }

  private void trsm() {
    for (int[] shape : SHAPES) {
      trsm(KernelCase.of(shape[0], shape[1], 1));
    }
    KernelCase small = KernelCase.of(9, 5, 1);
    trsm(Side.LEFT, Triangle.LOWER, Transpose.NO, Diagonal.STORED, small.with(-0.7, 0));
    trsm(Side.RIGHT, Triangle.UPPER, Transpose.YES, Diagonal.ONES, small.with(0, 0));
    KernelCase.forAll(KernelCase.shapes(), TRIES, this::trsm);
  }

  private void trsm(KernelCase c) {
    for (Side side : Side.values()) {
      for (Triangle triangle : Triangle.values()) {
        for (Transpose transpose : Transpose.values()) {
          for (Diagonal diagonal : Diagonal.values()) {
            trsm(side, triangle, transpose, diagonal, c);
          }
        }
      }
    }
  }

  private void trsm(
      Side side, Triangle triangle, Transpose transpose, Diagonal diagonal, KernelCase c) {
    int m = c.m();
    int n = c.n();
    int k = side == Side.LEFT ? m : n;
    Block a = wellConditioned(triangle, diagonal, k, c.seed());
    Block b = c.overwritten(m, n);
    Block x = b.copy();
    kernels.trsm(
        side,
        triangle,
        transpose,
        diagonal,
        m,
        n,
        c.alpha(),
        a.data(),
        a.offset(),
        a.ld(),
        x.data(),
        x.offset(),
        x.ld());
    x.checkGuards();
    int step = c.withInner(k).step();
    for (int i = 0; i < m; i++) {
      for (int j = i % step; j < n; j += step) {
        int at = side == Side.LEFT ? i : j;
        boolean before = (triangle == Triangle.LOWER) == (transpose == Transpose.NO);
        boolean towards = before == (side == Side.LEFT);
        var sum = new CompensatedSum();
        for (int p = towards ? 0 : at + 1; p < (towards ? at : k); p++) {
          if (side == Side.LEFT) {
            sum.add(a.get(transpose, i, p), x.get(p, j));
          } else {
            sum.add(x.get(i, p), a.get(transpose, p, j));
          }
        }
        sum.add(diagonal == Diagonal.ONES ? 1 : a.get(at, at), x.get(i, j));
        sum.check(c.alpha() * b.get(i, j), k + 4);
      }
    }
  }

  /** A triangle whose diagonal outweighs the rest of a row; NaN where nothing is to be read. */
  private static Block wellConditioned(Triangle triangle, Diagonal diagonal, int k, long seed) {
    Block a = KernelCase.of(k, k, 1).a(k, k);
    var random = Seed.of(seed).generator();
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        boolean stored = triangle == Triangle.LOWER ? j < i : j > i;
        double value = stored ? random.nextDouble(-1, 1) / k : Double.NaN;
        boolean diagonalElement = i == j && diagonal == Diagonal.STORED;
        a.set(i, j, diagonalElement ? random.nextDouble(1, 2) : value);
      }
    }
    return a;
  }

  private void symm() {
    for (int[] shape : SHAPES) {
      KernelCase c = KernelCase.of(shape[0], shape[1], 1);
      symm(c);
      symm(c.with(-0.7, 1.5));
    }
    KernelCase.forAll(KernelCase.shapes(), TRIES, this::symm);
  }

  private void symm(KernelCase c) {
    for (Side side : Side.values()) {
      symm(side, c);
    }
  }

  private void symm(Side side, KernelCase q) {
    int m = q.m();
    int n = q.n();
    int k = side == Side.LEFT ? m : n;
    Block a = q.a(k, k);
    Block b = q.b(m, n);
    Block c = q.c(m, n);
    Block before = c.copy();
    for (int i = 0; i < k; i++) {
      Arrays.fill(a.data(), a.at(i, i) + 1, a.at(i, k), Double.NaN);
    }
    kernels.symm(
        side,
        m,
        n,
        q.alpha(),
        a.data(),
        a.offset(),
        a.ld(),
        b.data(),
        b.offset(),
        b.ld(),
        q.beta(),
        c.data(),
        c.offset(),
        c.ld());
    c.checkGuards();
    int step = q.withInner(k).step();
    for (int i = 0; i < m; i++) {
      for (int j = i % step; j < n; j += step) {
        var sum = new CompensatedSum();
        int at = side == Side.LEFT ? i : j;
        for (int p = 0; p < k; p++) {
          double value = a.get(Math.max(at, p), Math.min(at, p));
          sum.add(value, side == Side.LEFT ? b.get(p, j) : b.get(i, p));
        }
        q.finish(sum, before.get(i, j));
        sum.check(c.get(i, j), k + 3);
      }
    }
  }

  private void moments() {
    for (int m : new int[] {1, 2, 7, 300, 40_000}) {
      for (int n : new int[] {1, 5, 19}) {
        for (double mean : MEANS) {
          moments(KernelCase.of(m, n, 1), mean);
        }
      }
    }
    KernelCase.forAll(KernelCase.shapes(), TRIES, this::moments);
    KernelCase.forAll(KernelCase.vectors(), TRIES, this::moments);
    equalNumbers();
    double[] means = new double[2];
    double[] squares = {7, 7};
    kernels.columnMoments(0, 2, new double[0], 0, 2, means, squares);
    assertThat(means).containsOnly(Double.NaN);
    assertThat(squares).containsOnly(0);
  }

  /** Sums of as many equal numbers as are added one to another, and no more, may be off. */
  private void equalNumbers() {
    double number = 100_000_000;
    number /= 3;
    double error = 150 * Math.ulp(number);
    for (int m : new int[] {7, 300, 40_000}) {
      for (int n : new int[] {1, 5, 19}) {
        double[] a = new double[m * n];
        Arrays.fill(a, number);
        double[] means = new double[n];
        double[] squares = new double[n];
        kernels.columnMoments(m, n, a, 0, n, means, squares);
        for (int j = 0; j < n; j++) {
          assertThat(Math.abs(means[j] - number)).isLessThanOrEqualTo(error);
          assertThat(squares[j]).isBetween((double) 0, m * error * error);
        }
      }
    }
  }

  private void moments(KernelCase c) {
    for (double mean : MEANS) {
      moments(c, mean);
    }
  }

  /** Numbers around a mean, all at the scale of the case; not 0 rows. */
  private void moments(KernelCase c, double mean) {
    int m = Math.max(1, c.m());
    int n = c.n();
    double scale = Math.scalb(1.0, c.rootExponent());
    Block a = c.root(0, m, n);
    var random = Seed.of(c.seed()).generator();
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        a.set(i, j, (mean + random.nextDouble(-2, 2)) * scale);
      }
    }
    double[] means = new double[n];
    double[] squares = new double[n];
    kernels.columnMoments(m, n, a.data(), a.offset(), a.ld(), means, squares);
    for (int j = 0; j < n; j++) {
      var sum = new CompensatedSum();
      for (int i = 0; i < m; i++) {
        sum.add(a.get(i, j), 1);
      }
      sum.scale(1 / (double) m);
      sum.check(means[j], 40);
      var expected = new CompensatedSum();
      for (int i = 0; i < m; i++) {
        var deviation = a.get(i, j) - sum.value();
        expected.add(deviation, deviation);
      }
      double bound = (4500 + 8 * mean) * Math.ulp(1.0);
      double smallest = 4 * m * Double.MIN_VALUE;
      assertThat(Math.abs(squares[j] - expected.value()))
          .isLessThanOrEqualTo(bound * (expected.value() + (m - 1) * scale * scale) + smallest);
    }
  }
}
