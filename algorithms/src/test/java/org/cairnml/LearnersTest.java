package org.cairnml;

import static org.cairnml.testkit.learner.LearnerSpec.learner;
import static org.cairnml.testkit.learner.Trait.ROW_ORDER_FREE;
import static org.cairnml.testkit.learner.Trait.WEIGHT_IS_REPETITION;

import java.util.List;
import org.cairnml.linear.ClassWeight;
import org.cairnml.linear.CovarianceType;
import org.cairnml.linear.LinearRegression;
import org.cairnml.linear.LogisticRegression;
import org.cairnml.linear.LogisticSolver;
import org.cairnml.linear.Ridge;
import org.cairnml.testkit.learner.LearnerContract;
import org.cairnml.testkit.learner.LearnerSpec;

/** Every learner of this module keeps the contract of learners. */
final class LearnersTest extends LearnerContract {

  @Override
  protected List<LearnerSpec> learners() {
    return List.of(
        learner(new Ridge()).traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new Ridge().withAlpha(0).withIntercept(false))
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new LinearRegression()).traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new LinearRegression(false, CovarianceType.HC3))
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new LogisticRegression()).traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(
                new LogisticRegression()
                    .withSolver(LogisticSolver.LBFGS)
                    .withClassWeight(ClassWeight.BALANCED)
                    .withIntercept(false))
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE));
  }
}
