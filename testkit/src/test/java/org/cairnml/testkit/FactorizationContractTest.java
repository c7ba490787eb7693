package org.cairnml.testkit;

import java.util.stream.Stream;
import org.cairnml.testkit.factorization.FactorizationContract;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

@Tag("numeric")
class FactorizationContractTest {

  @TestFactory
  Stream<DynamicTest> onTheBackendInUse() {
    return FactorizationContract.all();
  }
}
