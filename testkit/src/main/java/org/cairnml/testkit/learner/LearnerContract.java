package org.cairnml.testkit.learner;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cairnml.core.Learner;
import org.cairnml.core.ModelCodec;
import org.cairnml.testkit.module.ModuleUnderTest;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every classifier, regressor, clusterer and transformer must do. A module has one subclass,
 * whose list names each of its learners once (or more often, with other hyperparameters):
 *
 * <pre>{@code
 * final class LearnersTest extends LearnerContract {
 *   @Override
 *   protected List<LearnerSpec> learners() {
 *     return List.of(learner(new Ridge()).traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE));
 *   }
 * }
 * }</pre>
 *
 * <p>Small learners please: each is fitted some hundreds of times.
 */
public abstract class LearnerContract {

  /** For subclasses. */
  protected LearnerContract() {}

  /** The learners that are tested. */
  protected abstract List<LearnerSpec> learners();

  private static List<Check> checks() {
    List<Check> all = new ArrayList<>();
    all.addAll(HyperparameterChecks.all());
    all.addAll(DeterminismChecks.all());
    all.addAll(RefusalChecks.all());
    all.addAll(SparseChecks.all());
    all.addAll(EdgeChecks.all());
    all.addAll(ProgressChecks.all());
    all.addAll(PersistenceChecks.all());
    all.addAll(TraitChecks.all());
    return all;
  }

  /** One test for each learner and each check that applies to it. */
  @TestFactory
  Stream<DynamicContainer> contract() {
    return learners().stream()
        .map(
            spec ->
                DynamicContainer.dynamicContainer(
                    spec.toString(),
                    checks().stream()
                        .filter(check -> check.applies().test(spec))
                        .map(
                            check ->
                                DynamicTest.dynamicTest(
                                    spec + " " + check.name(), () -> check.run(spec)))));
  }

  /** A learner that is written but not listed would escape the suite. */
  @Test
  void everyLearnerOfTheModuleIsListed() {
    ModuleUnderTest.of(learners().get(0).learner().getClass())
        .requireListed(Learner.class, learners().stream().map(LearnerSpec::learner).toList());
  }

  /** A learner or codec that one of the two declarations forgets is not found there. */
  @Test
  void servicesAreTheSameOnClassPathAndModulePath() {
    ModuleUnderTest module = ModuleUnderTest.of(learners().get(0).learner().getClass());
    module.requireServices(Learner.class);
    module.requireServices(ModelCodec.class);
  }
}
