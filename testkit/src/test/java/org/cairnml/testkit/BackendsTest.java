package org.cairnml.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.cairnml.base.BackendException;
import org.cairnml.linalg.Backends;
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
}
