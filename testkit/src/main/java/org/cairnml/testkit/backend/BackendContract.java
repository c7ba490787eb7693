package org.cairnml.testkit.backend;

import java.util.stream.Stream;
import org.cairnml.linalg.backend.Backend;
import org.junit.jupiter.api.DynamicTest;

/** What every backend must do, as tests to run over a list of backends. */
public final class BackendContract {

  private BackendContract() {}

  /** All tests of the contract for one backend. */
  public static Stream<DynamicTest> of(Backend backend) {
    return Stream.of(
            new VectorKernelChecks(backend).tests(),
            new MatrixKernelChecks(backend).tests(),
            new SolveKernelChecks(backend).tests(),
            new DistanceChecks(backend).tests(),
            new ElementwiseChecks(backend).tests(),
            new FloatKernelChecks(backend).tests(),
            new FloatCompositeChecks(backend).tests(),
            new FloatLimitChecks(backend).tests(),
            new ReproducibilityChecks(backend).tests())
        .flatMap(tests -> tests);
  }
}
