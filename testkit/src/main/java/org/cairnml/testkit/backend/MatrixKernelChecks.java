package org.cairnml.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairnml.testkit.backend.Operands.LENGTHS;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.stream.Stream;
import org.cairnml.linalg.backend.FloatTwin;
import org.cairnml.linalg.backend.Kernels;
import org.cairnml.linalg.backend.Transpose;
import org.junit.jupiter.api.DynamicTest;

/** Products of matrices with vectors and with matrices. */
@FloatTwin
final class MatrixKernelChecks {
  private static final int TRIES = 40;
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

  private final Kernels kernels;

  MatrixKernelChecks(Kernels kernels) {
    this.kernels = kernels;
  }

  Stream<DynamicTest> tests() {
    return Stream.of(
        dynamicTest("gemv agrees with the oracle", this::gemv),
        dynamicTest("ger agrees with the oracle", this::ger),
        dynamicTest("gemm agrees with the oracle on small shapes", this::gemmSmall),
        dynamicTest("gemm agrees with the oracle on large shapes", this::gemmLarge),
        dynamicTest("gemm agrees with the oracle on small results of long sums", this::gemmTall),
        dynamicTest("gemm agrees with the oracle on generated calls", this::gemmGenerated),
        dynamicTest("syrk agrees with the oracle", this::syrk),
        dynamicTest("NaN and infinity reach the output", this::notFinite));
  }

  private void gemv() {
    for (int m : LENGTHS) {
      for (int n : new int[] {0, 1, 3, 8, 17, 65, 257}) {
        for (Transpose transpose : Transpose.values()) {
          KernelCase c = KernelCase.of(m, n, 1);
          gemv(transpose, c);
          gemv(transpose, c.with(-0.7, 1.5));
          gemv(transpose, c.with(0, 1));
        }
      }
    }
    gemv(KernelCase.of(1021, 600, 1));
    gemv(Transpose.YES, KernelCase.of(20_000, 20, 1).with(1, 1));
    gemv(Transpose.NO, KernelCase.of(7, 9001, 1).with(1, 1));
    KernelCase.forAll(KernelCase.shapes(), TRIES, this::gemv);
    KernelCase.forAll(KernelCase.vectors(), TRIES, this::gemv);
  }

  private void gemv(KernelCase c) {
    for (Transpose transpose : Transpose.values()) {
      gemv(transpose, c);
    }
  }

  private void gemv(Transpose transpose, KernelCase c) {
    int length = transpose == Transpose.NO ? c.m() : c.n();
    int k = transpose == Transpose.NO ? c.n() : c.m();
    Block a = c.a(c.m(), c.n());
    Block x = c.b(1, k);
    Block y = c.c(1, length);
    Block before = y.copy();
    if (c.alpha() == 0) {
      a.fill(Double.NaN);
    }
    kernels.gemv(
        transpose,
        c.m(),
        c.n(),
        c.alpha(),
        a.data(),
        a.offset(),
        a.ld(),
        x.data(),
        x.offset(),
        c.beta(),
        y.data(),
        y.offset());
    y.checkGuards();
    for (int i = 0; i < length; i++) {
      var sum = new CompensatedSum();
      for (int p = 0; p < k; p++) {
        sum.add(a.get(transpose, i, p), x.get(0, p));
      }
      c.finish(sum, before.get(0, i));
      sum.check(y.get(0, i), k + 4);
    }
  }

  /** A = alpha x y' + A, where rows of A with a factor of 0 stay. */
  private void ger(KernelCase c) {
    Block x = c.a(1, c.m());
    Block y = c.b(1, c.n());
    Block a = c.with(c.alpha(), 1).c(c.m(), c.n());
    Block before = a.copy();
    kernels.ger(
        c.m(),
        c.n(),
        c.alpha(),
        x.data(),
        x.offset(),
        y.data(),
        y.offset(),
        a.data(),
        a.offset(),
        a.ld());
    a.checkGuards();
    for (int i = 0; i < c.m(); i++) {
      for (int j = 0; j < c.n(); j++) {
        var sum = new CompensatedSum();
        double factor = c.alpha() * x.get(0, i);
        sum.add(x.get(0, i), y.get(0, j));
        sum.scale(factor == 0 ? 0 : c.alpha());
        sum.add(before.get(i, j), 1);
        sum.check(a.get(i, j), 2);
      }
    }
  }

  private void ger() {
    KernelCase.forAll(KernelCase.shapes(), TRIES, this::ger);
    KernelCase.forAll(KernelCase.vectors(), TRIES, this::ger);
  }

  private void gemmSmall() {
    for (int m : SMALL) {
      for (int n : SMALL) {
        for (int k : SMALL) {
          KernelCase c = KernelCase.of(m, n, k);
          gemm(c);
          gemm(Transpose.NO, Transpose.NO, c.with(-0.7, 1.5));
        }
      }
    }
  }

  private void gemmLarge() {
    for (int[] shape : LARGE) {
      KernelCase c = KernelCase.of(shape[0], shape[1], shape[2]);
      for (double[] scales : new double[][] {{1, 0}, {1, 1}, {-0.7, 1.5}, {0, 1.5}, {0, 0}}) {
        gemm(c.with(scales[0], scales[1]));
      }
    }
  }

  private void gemmTall() {
    for (int[] shape : TALL) {
      KernelCase c = KernelCase.of(shape[0], shape[1], shape[2]);
      gemm(Transpose.YES, Transpose.NO, c);
      gemm(Transpose.YES, Transpose.NO, c.with(-0.7, 1.5));
    }
  }

  private void gemmGenerated() {
    KernelCase.forAll(KernelCase.shapes(), TRIES, this::gemm);
    KernelCase.forAll(KernelCase.tall(), TRIES / 4, this::gemm);
  }

  private void gemm(KernelCase c) {
    for (Transpose ta : Transpose.values()) {
      for (Transpose tb : Transpose.values()) {
        gemm(ta, tb, c);
      }
    }
  }

  private void gemm(Transpose ta, Transpose tb, KernelCase q) {
    int m = q.m();
    int n = q.n();
    int k = q.k();
    Block a = ta == Transpose.NO ? q.a(m, k) : q.a(k, m);
    Block b = tb == Transpose.NO ? q.b(k, n) : q.b(n, k);
    Block c = q.c(m, n);
    Block before = c.copy();
    if (q.alpha() == 0) {
      a.fill(Double.NaN);
    }
    kernels.gemm(
        ta,
        tb,
        m,
        n,
        k,
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
    int step = q.step();
    for (int i = 0; i < m; i++) {
      for (int j = i % step; j < n; j += step) {
        var sum = new CompensatedSum();
        for (int p = 0; p < k; p++) {
          sum.add(a.get(ta, i, p), b.get(tb, p, j));
        }
        q.finish(sum, before.get(i, j));
        sum.check(c.get(i, j), k + 3);
      }
    }
  }

  private void syrk() {
    for (int n : new int[] {0, 1, 2, 3, 7, 8, 9, 17, 33, 65, 257}) {
      for (int k : new int[] {0, 1, 5, 64, 400}) {
        syrk(KernelCase.of(n, n, k));
        syrk(KernelCase.of(n, n, k).with(-0.7, 1.5));
      }
    }
    syrk(Transpose.YES, KernelCase.of(20, 20, 30_000).with(1, 1));
    syrk(Transpose.YES, KernelCase.of(3, 3, 70_001).with(-0.7, 1.5));
    syrk(Transpose.YES, KernelCase.of(53, 53, 4001));
    syrk(Transpose.YES, KernelCase.of(131, 131, 3001).with(-0.7, 1.5));
    syrk(Transpose.NO, KernelCase.of(2100, 2100, 3));
    KernelCase.forAll(KernelCase.shapes(), TRIES, this::syrk);
    KernelCase.forAll(KernelCase.tall(), TRIES / 4, this::syrk);
  }

  private void syrk(KernelCase c) {
    for (Transpose transpose : Transpose.values()) {
      syrk(transpose, c);
    }
  }

  private void syrk(Transpose transpose, KernelCase q) {
    int n = q.n();
    int k = q.k();
    Block a = transpose == Transpose.NO ? q.root(0, n, k) : q.root(0, k, n);
    Block c = q.c(n, n);
    for (int i = 0; i < n; i++) {
      Arrays.fill(c.data(), c.at(i, i) + 1, c.at(i, n), Block.MARKER);
    }
    Block before = c.copy();
    kernels.syrk(
        transpose,
        n,
        k,
        q.alpha(),
        a.data(),
        a.offset(),
        a.ld(),
        q.beta(),
        c.data(),
        c.offset(),
        c.ld());
    c.checkGuards();
    int step = q.step();
    for (int i = 0; i < n; i++) {
      for (int j = i % step; j <= i; j += step) {
        var sum = new CompensatedSum();
        for (int p = 0; p < k; p++) {
          sum.add(a.get(transpose, i, p), a.get(transpose, j, p));
        }
        q.finish(sum, before.get(i, j));
        sum.check(c.get(i, j), k + 3);
      }
      for (int j = i + 1; j < n; j++) {
        assertSame(c.get(i, j), Block.MARKER);
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
          assertSame(kernels.dot(n, a, at * n, ones, 0), bad);
          assertSame(kernels.sum(n, a, at * n), bad);
          for (Transpose transpose : Transpose.values()) {
            double[] y = new double[n];
            kernels.gemv(transpose, n, n, 1, a, 0, n, ones, 0, 0, y, 0);
            assertOnlyAt(at, bad, y);
            double[] c = new double[n * n];
            kernels.gemm(transpose, Transpose.NO, n, n, n, 1, a, 0, n, ones, 0, n, 0, c, 0, n);
            for (int i = 0; i < n; i++) {
              assertSame(c[i * n + i], i == at ? bad : 0);
            }
            kernels.gemm(Transpose.NO, transpose, n, n, n, 1, ones, 0, n, a, 0, n, 0, c, 0, n);
            assertOnlyAt(at, bad, c);
          }
          double[] zeros = new double[n * n];
          double[] c = new double[n * n];
          kernels.gemm(Transpose.NO, Transpose.NO, n, n, n, 1, zeros, 0, n, a, 0, n, 0, c, 0, n);
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
