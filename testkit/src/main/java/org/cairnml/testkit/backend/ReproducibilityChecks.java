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
    List<double[]> results =
        Stream.of(1, 2, 4)
            .map(count -> everything(backend.withWorkers(Workers.of(count))))
            .toList();
    assertThat(results.get(1)).isEqualTo(results.get(0));
    assertThat(results.get(2)).isEqualTo(results.get(0));
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
    double[] c = new double[13 * 13 + 4 + 50];
    backend.gemm(Transpose.NO, Transpose.NO, 13, 13, 13, 1, x, 0, 13, x, 1, 13, 0, c, 0, 13);
    c[169] = backend.dot(171, x, 0, x, 3);
    c[170] = backend.squaredDistance(97, x, 0, x, 3);
    c[171] = backend.sum(199, x, 1);
    c[172] = backend.dot(5000, x, 0, x, 3);
    backend.gemv(Transpose.NO, 50, 50, 1, x, 0, 50, x, 2500, 0, c, 173);
    return c;
  }

  private static double[] everything(Backend backend) {
    int m = 611;
    int n = 403;
    int k = 530;
    double[] x = random(Seed.of(9).generator(), 340_000);
    double[] out = new double[m * n + n * n + m + 2 * n + 21 * 21 + 1 + 5300 + n];
    backend.gemm(Transpose.NO, Transpose.YES, m, n, k, 1, x, 0, k, x, 7, k, 0, out, 0, n);
    int at = m * n;
    backend.syrk(Transpose.YES, n, m, 1, x, 0, n, 0, out, at, n);
    at += n * n;
    backend.gemv(Transpose.NO, m, n, 1, x, 0, n, x, 3, 0, out, at);
    at += m;
    backend.gemv(Transpose.YES, 800, n, 1, x, 0, n, x, 3, 0, out, at);
    at += n;
    backend.syrk(Transpose.YES, 21, 16_000, 1, x, 0, 21, 0, out, at, 21);
    double[] cycle = new double[5300 * n];
    Arrays.setAll(cycle, i -> x[i % x.length]);
    at += 21 * 21;
    out[at] = backend.dot(cycle.length - 1, cycle, 0, cycle, 1);
    backend.gemv(Transpose.NO, 5300, n, 1, cycle, 0, n, x, 3, 0, out, at + 1);
    backend.gemv(Transpose.YES, 5300, n, 1, cycle, 0, n, x, 3, 0, out, at + 5301);
    return out;
  }
}
