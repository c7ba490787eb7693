package org.cairnml.testkit.backend;

import java.util.function.Function;
import java.util.stream.Stream;
import org.cairnml.base.Workers;
import org.cairnml.linalg.backend.FloatTwin;
import org.cairnml.linalg.backend.Kernels;
import org.junit.jupiter.api.DynamicTest;

/**
 * What the kernels of every backend must do. The oracle of {@link CompensatedSum} holds products of
 * floats and of doubles to the precision of their own.
 */
@FloatTwin
final class KernelContract {

  private KernelContract() {}

  /** All tests for some kernels, and the same with so many workers. */
  static Stream<DynamicTest> of(Function<Workers, Kernels> withWorkers, Kernels kernels) {
    return Stream.of(
            new VectorKernelChecks(kernels).tests(),
            new RowTurnChecks(kernels).tests(),
            new MatrixKernelChecks(kernels).tests(),
            new SolveKernelChecks(kernels).tests(),
            new DistanceChecks(kernels).tests(),
            new ElementwiseChecks(kernels).tests(),
            new ReproducibilityChecks(withWorkers).tests())
        .flatMap(tests -> tests);
  }
}
