package org.cairnml.testkit;

import java.util.stream.Stream;
import org.cairnml.linalg.Backends;
import org.cairnml.testkit.backend.BackendContract;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Also run with vectors narrower than the machine has. */
@Tag("lanes")
class BackendContractTest {

  @TestFactory
  Stream<DynamicContainer> everyUsableBackend() {
    return Backends.usable().stream()
        .map(
            name ->
                DynamicContainer.dynamicContainer(name, BackendContract.of(Backends.named(name))));
  }
}
