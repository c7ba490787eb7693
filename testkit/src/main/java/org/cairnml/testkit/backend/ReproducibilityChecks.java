package org.cairnml.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairnml.testkit.backend.Operands.random;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cairnml.base.Seed;
import org.cairnml.base.Workers;
import org.cairnml.linalg.backend.FloatTwin;
import org.cairnml.linalg.backend.Kernels;
import org.cairnml.linalg.backend.Transpose;
import org.junit.jupiter.api.DynamicTest;

/** The same bits for any number of workers, and for code that is cold or warm. */
@FloatTwin
final class ReproducibilityChecks {
  private final Function<Workers, Kernels> withWorkers;

  ReproducibilityChecks(Function<Workers, Kernels> withWorkers) {
    this.withWorkers = withWorkers;
  }

  Stream<DynamicTest> tests() {
    return Stream.of(
        dynamicTest("results do not depend on the workers", this::workers),
        dynamicTest("results do not depend on how warm the code is", this::repeats));
  }

  private void workers() {
    List<double[][]> results =
        Stream.of(1, 2, 4).map(count -> everything(withWorkers.apply(Workers.of(count)))).toList();
    assertThat(results.get(1)).isDeepEqualTo(results.get(0));
    assertThat(results.get(2)).isDeepEqualTo(results.get(0));
  }

  private void repeats() {
    Kernels one = withWorkers.apply(Workers.of(1));
    double[] x = random(Seed.of(5).generator(), 5003);
    double[] cold = small(one, x);
    for (int i = 0; i < 20_000; i++) {
      small(one, x);
    }
    assertThat(small(one, x)).isEqualTo(cold);
  }

  private static double[] small(Kernels kernels, double[] x) {
    double[] c = new double[13 * 13 + 4 + 50 + 2 * 17 * 17];
    kernels.gemm(Transpose.NO, Transpose.NO, 13, 13, 13, 1, x, 0, 13, x, 1, 13, 0, c, 0, 13);
    c[169] = kernels.dot(171, x, 0, x, 3);
    c[170] = kernels.squaredDistance(97, x, 0, x, 3);
    c[171] = kernels.sum(199, x, 1);
    c[172] = kernels.dot(5000, x, 0, x, 3);
    kernels.gemv(Transpose.NO, 50, 50, 1, x, 0, 50, x, 2500, 0, c, 173);
    kernels.syrk(Transpose.NO, 17, 23, 1, x, 0, 23, 0, c, 223, 17);
    kernels.distancesToColumns(17, 17, 5, x, 0, 5, x, 90, 17, c, 223 + 17 * 17, 17);
    return c;
  }

  /** Calls large enough for several threads, by each way that work is cut. */
  private static double[][] everything(Kernels kernels) {
    int m = 611;
    int n = 403;
    int k = 530;
    double[] x = random(Seed.of(9).generator(), 340_000);
    double[] cycle = new double[5300 * n];
    for (int i = 0; i < cycle.length; i++) {
      cycle[i] = x[i % x.length];
    }
    double[] product = new double[m * n];
    kernels.gemm(Transpose.NO, Transpose.YES, m, n, k, 1, x, 0, k, x, 7, k, 0, product, 0, n);
    return new double[][] {
      product,
      gemv(Transpose.NO, kernels, m, n, x),
      gemv(Transpose.YES, kernels, 800, n, x),
      gemv(Transpose.NO, kernels, 5300, n, cycle),
      gemv(Transpose.YES, kernels, 5300, n, cycle),
      syrk(Transpose.YES, kernels, n, m, x),
      syrk(Transpose.NO, kernels, n, n, x),
      syrk(Transpose.YES, kernels, 21, 16_000, x),
      syrk(Transpose.YES, kernels, 100, 3000, x),
      syrk(Transpose.YES, kernels, 131, 9000, cycle),
      {kernels.dot(cycle.length - 1, cycle, 0, cycle, 1)}
    };
  }

  private static double[] gemv(Transpose transpose, Kernels kernels, int m, int n, double[] a) {
    double[] y = new double[transpose == Transpose.NO ? m : n];
    kernels.gemv(transpose, m, n, 1, a, 0, n, a, 3, 0, y, 0);
    return y;
  }

  private static double[] syrk(Transpose transpose, Kernels kernels, int n, int k, double[] a) {
    double[] c = new double[n * n];
    kernels.syrk(transpose, n, k, 1, a, 0, transpose == Transpose.NO ? k : n, 0, c, 0, n);
    return c;
  }
}
