package org.cairnml.nd4j;

import java.util.stream.Stream;
import org.cairnml.linalg.Backends;
import org.cairnml.testkit.backend.BackendContract;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The contract of all backends, with ND4J for all products but the smallest. */
class BackendContractTest {

  @TestFactory
  Stream<DynamicTest> onTheThresholdThatUsersHave() {
    return BackendContract.of(Backends.named("nd4j"));
  }

  @TestFactory
  Stream<DynamicTest> withEveryProductOnNd4j() {
    return BackendContract.of(new Nd4jBackend(Backends.named("scalar"), 1));
  }
}
