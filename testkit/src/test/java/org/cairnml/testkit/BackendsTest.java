package org.cairnml.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.cairnml.base.BackendException;
import org.cairnml.linalg.Backends;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.Operation;
import org.junit.jupiter.api.Test;

class BackendsTest {

  @Test
  void nativeCodeLeavesSmallWorkToTheBestBackendInJava() {
    assertThat(Backends.usable()).contains("scalar", "openblas");
    String best = Backends.usable().contains("simd") ? "simd" : "scalar";
    assertThat(Backends.named("openblas").description()).endsWith(best);
  }

  @Test
  void anUnknownNameIsAnErrorThatListsTheKnownOnes() {
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> Backends.named("abacus"))
        .withMessageContaining("abacus")
        .withMessageContaining("scalar, simd, openblas");
  }

  @Test
  void theReportSaysWhereEachOperationGoesAtEachSize() {
    Backend openblas = Backends.named("openblas");
    assertThat(openblas.runsOn(Operation.VECTORS, 2048)).isNotEqualTo("openblas");
    assertThat(openblas.runsOn(Operation.PRODUCT, 4)).isNotEqualTo("openblas");
    assertThat(openblas.runsOn(Operation.PRODUCT, 2048)).isEqualTo("openblas");
    assertThat(openblas.runsOn(Operation.FACTORIZATION, 16)).isNotEqualTo("openblas");
    assertThat(openblas.runsOn(Operation.FACTORIZATION, 1024)).isEqualTo("openblas");
    List<String> lines = Backends.report().lines().map(String::strip).toList();
    assertThat(lines).anyMatch(line -> line.matches("n +4 +16 +32 +64 +256 +1024 +2048"));
    for (Operation operation : Operation.values()) {
      String row =
          lines.stream().filter(l -> l.startsWith(operation.label() + " ")).findAny().orElseThrow();
      assertThat(row).endsWith(Backends.get().runsOn(operation, 2048));
    }
  }
}
