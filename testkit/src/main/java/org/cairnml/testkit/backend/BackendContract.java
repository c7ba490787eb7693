package org.cairnml.testkit.backend;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import java.util.stream.Stream;
import org.cairnml.linalg.backend.Backend;
import org.junit.jupiter.api.DynamicContainer;

/** What every backend must do, as tests to run over a list of backends. */
public final class BackendContract {

  private BackendContract() {}

  /** All tests of the contract for one backend. */
  public static Stream<DynamicContainer> of(Backend backend) {
    return Stream.of(
        dynamicContainer("doubles", KernelContract.of(backend::withWorkers, backend)),
        dynamicContainer("exp and log of doubles", new ElementaryChecks(backend).tests()),
        dynamicContainer(
            "floats",
            FloatKernelContract.of(
                workers -> backend.withWorkers(workers).floats(), backend.floats())));
  }
}
