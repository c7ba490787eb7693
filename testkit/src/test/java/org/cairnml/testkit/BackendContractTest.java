package org.cairnml.testkit;

import java.util.stream.Stream;
import org.cairnml.linalg.Backends;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

class BackendContractTest {

  @TestFactory
  Stream<DynamicContainer> everyUsableBackend() {
    return Backends.usable().stream()
        .map(
            name ->
                DynamicContainer.dynamicContainer(name, BackendContract.of(Backends.named(name))));
  }
}
