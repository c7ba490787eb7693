package org.cairnml.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.openblas.global.openblas;
import org.cairnml.base.BackendException;
import org.cairnml.base.Seed;
import org.cairnml.linalg.Backends;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.Operation;
import org.cairnml.linalg.backend.Transpose;
import org.cairnml.linear.Ridge;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.factory.Nd4j;

/** When ND4J is taken, and what it does then to programs and their threads. */
class Nd4jBackendTest {

  private static final String COEFFICIENT = "coefficient ";
  private static final ChildJvm WHOLE_CLASS_PATH = new ChildJvm(entry -> true);
  private static final ChildJvm WITHOUT_NATIVES =
      new ChildJvm(entry -> !entry.matches(".*nd4j-native-[^/\\\\]*-(linux|macosx|windows)-.*"));

  /** Names the backend in use and fits a ridge regression on it. */
  static final class Fit {
    private Fit() {}

    public static void main(String[] args) {
      System.out.println(Backends.report());
      for (double coefficient : coefficients()) {
        System.out.println(COEFFICIENT + coefficient);
      }
    }

    static double[] coefficients() {
      int d = 120;
      double[] values = Seed.of(5).generator().doubles(2000L * d, -1, 1).toArray();
      Matrix x = Matrix.wrap(values, 2000, d);
      double[] y = new double[2000];
      for (int i = 0; i < y.length; i++) {
        y[i] = 3 * x.get(i, 0) - 2 * x.get(i, d - 1) + x.get(i, 7);
      }
      return new Ridge().withAlpha(0.1).fit(x, y).coefficients();
    }
  }

  @Test
  void aLearnerRunsOnItAndAgreesWithTheOthers() throws Exception {
    List<String> lines =
        WHOLE_CLASS_PATH.run(Fit.class, "-Dcairn.backend=nd4j", "-Xss512k").lines().toList();
    assertThat(lines).contains("in use: nd4j").anyMatch(line -> line.matches(" +X'X .* nd4j"));
    double[] expected = Fit.coefficients();
    double[] actual =
        lines.stream()
            .filter(line -> line.startsWith(COEFFICIENT))
            .mapToDouble(line -> Double.parseDouble(line.substring(COEFFICIENT.length())))
            .toArray();
    assertThat(actual).hasSize(expected.length);
    for (int j = 0; j < actual.length; j++) {
      assertThat(actual[j]).isCloseTo(expected[j], within(1e-12));
    }
  }

  @Test
  void autoNeitherTakesNorLoadsItAndTheReportSaysWhy() throws Exception {
    String output = WHOLE_CLASS_PATH.run(Fit.class, "-Xlog:class+load");
    assertThat(output)
        .contains("in use: scalar", "on request, by -Dcairn.backend=nd4j", "tens of microseconds")
        .contains("org.cairnml.nd4j.Nd4jProvider ")
        .doesNotContain("org.nd4j.", "org.cairnml.nd4j.Nd4jBackend ");
    assertThat(Backends.usable()).doesNotContain("nd4j");
  }

  @Test
  void withoutItsNativesItIsRefusedWithTheCure() throws Exception {
    String output = WITHOUT_NATIVES.run(Ask.class, "-Dcairn.backend=nd4j");
    assertThat(output)
        .contains("refused: Backend \"nd4j\" cannot be used: ND4J did not start")
        .contains("with the classifier of this platform", "org.bytedeco.javacpp.cachedir");
  }

  @Test
  void withoutItsNativesTheOthersWork() throws Exception {
    assertThat(WITHOUT_NATIVES.run(Ask.class)).contains("in use: scalar");
  }

  /** Says what is in use, or why nothing is. */
  static final class Ask {
    private Ask() {}

    public static void main(String[] args) {
      try {
        System.out.println("in use: " + Backends.get().name());
      } catch (BackendException e) {
        System.out.println("refused: " + e.getMessage());
      }
    }
  }

  @Test
  void productsAreTakenFromTheThresholdOnAndFactorizationsNever() {
    Backend backend = Backends.named("nd4j");
    assertThat(backend.runsOn(Operation.PRODUCT, 16)).isNotEqualTo("nd4j");
    assertThat(backend.runsOn(Operation.PRODUCT, 512)).isEqualTo("nd4j");
    assertThat(backend.runsOn(Operation.GRAM, 512)).isEqualTo("nd4j");
    assertThat(backend.runsOn(Operation.FACTORIZATION, 2048)).isNotEqualTo("nd4j");
    assertThat(backend.lapack(2048, 2048)).isEmpty();
  }

  @Test
  void everyCallOfOpenBlasHasOneThread() {
    Backends.named("nd4j");
    assertThat(openblas.blas_get_num_threads()).isEqualTo(1);
  }

  @Test
  void plainThreadsAndOpenWorkspacesGetTheSameProduct() throws Exception {
    double[] expected = product();
    var calls = new ArrayList<Callable<double[]>>();
    for (int i = 0; i < 12; i++) {
      calls.add(i % 2 == 0 ? Nd4jBackendTest::product : Nd4jBackendTest::productInWorkspace);
    }
    var threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<double[]> result : threads.invokeAll(calls)) {
        assertThat(result.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdown();
    }
  }

  private static double[] productInWorkspace() {
    var configuration = WorkspaceConfiguration.builder().initialSize(1 << 20).build();
    try (MemoryWorkspace workspace =
        Nd4j.getWorkspaceManager().getAndActivateWorkspace(configuration, "product")) {
      assertThat(workspace.isScopeActive()).isTrue();
      return product();
    }
  }

  private static double[] product() {
    int n = 300;
    double[] a = Seed.of(8).generator().doubles((long) n * n, -1, 1).toArray();
    double[] c = new double[n * n];
    Backends.named("nd4j")
        .gemm(Transpose.NO, Transpose.YES, n, n, n, 1, a, 0, n, a, 0, n, 0, c, 0, n);
    return c;
  }
}
