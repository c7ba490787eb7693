package org.cairnml.testkit.model;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What must hold for everything that can be saved and that no {@link
 * org.cairnml.testkit.learner.LearnerContract} tests already, such as pipelines.
 */
public abstract class ModelFileContract {

  /**
   * Something savable.
   *
   * @param name for the names of the tests
   * @param model what is saved
   * @param answers what the model says, in a form that has an equals; called on damaged models too
   */
  public record Savable(String name, Object model, Function<Object, ?> answers) {}

  /** For subclasses. */
  protected ModelFileContract() {}

  /** What is tested. */
  protected abstract List<Savable> savables();

  /** One test for each savable and each check. */
  @TestFactory
  Stream<DynamicContainer> contract() {
    return savables().stream().map(s -> DynamicContainer.dynamicContainer(s.name(), checks(s)));
  }

  private static Stream<DynamicTest> checks(Savable s) {
    return Stream.of(
        check(s, "answers the same after save and load", ModelFileContract::roundTrip),
        check(s, "refuses truncated files", it -> FileChecks.refusesTruncation(it.model())),
        check(s, "refuses damaged files", it -> FileChecks.refusesDamage(it.model())),
        check(s, "refuses newer formats", it -> FileChecks.refusesNewerFormat(it.model())),
        check(
            s,
            "survives tampered files",
            it -> FileChecks.survivesTampering(it.model(), m -> it.answers().apply(m))));
  }

  private static DynamicTest check(Savable s, String name, Consumer<Savable> body) {
    return DynamicTest.dynamicTest(s.name() + " " + name, () -> body.accept(s));
  }

  private static void roundTrip(Savable s) {
    Object loaded = SavedModel.copy(s.model());
    Assertions.assertThat(s.answers().apply(loaded)).isEqualTo(s.answers().apply(s.model()));
    Assertions.assertThat(SavedModel.bytes(loaded)).isEqualTo(SavedModel.bytes(s.model()));
  }
}
