package org.cairnml.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairnml.testkit.backend.Operands.random;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cairnml.base.Seed;
import org.cairnml.base.Workers;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.Transpose;
import org.junit.jupiter.api.DynamicTest;

/** The same bits for any number of workers, and for code that is cold or warm. */
final class ReproducibilityChecks {
  private final Backend backend;

  ReproducibilityChecks(Backend backend) {
    this.backend = backend;
  }

  Stream<DynamicTest> tests() {
    return Stream.of(
        dynamicTest("results do not depend on the workers", this::workers),
        dynamicTest("results do not depend on how warm the code is", this::repeats));
  }

  private void workers() {
    List<double[][]> results =
        Stream.of(1, 2, 4)
            .map(count -> everything(backend.withWorkers(Workers.of(count))))
            .toList();
    assertThat(results.get(1)).isDeepEqualTo(results.get(0));
    assertThat(results.get(2)).isDeepEqualTo(results.get(0));
  }

  private void repeats() {
    Backend one = backend.withWorkers(Workers.of(1));
    double[] x = random(Seed.of(5).generator(), 5003);
    double[] cold = small(one, x);
    for (int i = 0; i < 20_000; i++) {
      small(one, x);
    }
    assertThat(small(one, x)).isEqualTo(cold);
  }

  private static double[] small(Backend backend, double[] x) {
    double[] c = new double[13 * 13 + 4 + 50 + 2 * 17 * 17];
    backend.gemm(Transpose.NO, Transpose.NO, 13, 13, 13, 1, x, 0, 13, x, 1, 13, 0, c, 0, 13);
    c[169] = backend.dot(171, x, 0, x, 3);
    c[170] = backend.squaredDistance(97, x, 0, x, 3);
    c[171] = backend.sum(199, x, 1);
    c[172] = backend.dot(5000, x, 0, x, 3);
    backend.gemv(Transpose.NO, 50, 50, 1, x, 0, 50, x, 2500, 0, c, 173);
    backend.syrk(Transpose.NO, 17, 23, 1, x, 0, 23, 0, c, 223, 17);
    backend.distancesToColumns(17, 17, 5, x, 0, 5, x, 90, 17, c, 223 + 17 * 17, 17);
    return c;
  }

  /** Calls large enough for several threads, by each way that work is cut. */
  private static double[][] everything(Backend backend) {
    int m = 611;
    int n = 403;
    int k = 530;
    double[] x = random(Seed.of(9).generator(), 340_000);
    double[] cycle = new double[5300 * n];
    Arrays.setAll(cycle, i -> x[i % x.length]);
    double[] product = new double[m * n];
    backend.gemm(Transpose.NO, Transpose.YES, m, n, k, 1, x, 0, k, x, 7, k, 0, product, 0, n);
    return new double[][] {
      product,
      gemv(Transpose.NO, backend, m, n, x),
      gemv(Transpose.YES, backend, 800, n, x),
      gemv(Transpose.NO, backend, 5300, n, cycle),
      gemv(Transpose.YES, backend, 5300, n, cycle),
      syrk(Transpose.YES, backend, n, m, x),
      syrk(Transpose.NO, backend, n, n, x),
      syrk(Transpose.YES, backend, 21, 16_000, x),
      syrk(Transpose.YES, backend, 100, 3000, x),
      syrk(Transpose.YES, backend, 131, 9000, cycle),
      {backend.dot(cycle.length - 1, cycle, 0, cycle, 1)}
    };
  }

  private static double[] gemv(Transpose transpose, Backend backend, int m, int n, double[] a) {
    double[] y = new double[transpose == Transpose.NO ? m : n];
    backend.gemv(transpose, m, n, 1, a, 0, n, a, 3, 0, y, 0);
    return y;
  }

  private static double[] syrk(Transpose transpose, Backend backend, int n, int k, double[] a) {
    double[] c = new double[n * n];
    backend.syrk(transpose, n, k, 1, a, 0, transpose == Transpose.NO ? k : n, 0, c, 0, n);
    return c;
  }
}
