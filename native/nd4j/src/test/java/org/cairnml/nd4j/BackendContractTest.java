package org.cairnml.nd4j;

import java.util.stream.Stream;
import org.cairnml.linalg.Backends;
import org.cairnml.testkit.backend.BackendContract;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** The contract of all backends, with ND4J for products of all sizes. */
class BackendContractTest {

  @TestFactory
  Stream<DynamicContainer> backend() {
    return BackendContract.of(new Nd4jBackend(Backends.get(), 1));
  }
}
