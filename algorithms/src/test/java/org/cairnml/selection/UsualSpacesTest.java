package org.cairnml.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.stream.Stream;
import org.cairnml.core.Hyperparameters;
import org.cairnml.core.Learner;
import org.cairnml.core.Learners;
import org.cairnml.linear.HuberRegressor;
import org.cairnml.linear.LearningRate;
import org.cairnml.linear.LinearDiscriminantAnalysis;
import org.cairnml.linear.LinearRegression;
import org.cairnml.linear.LogisticRegression;
import org.cairnml.linear.Penalty;
import org.cairnml.linear.QuadraticDiscriminantAnalysis;
import org.cairnml.linear.SGDClassifier;
import org.cairnml.linear.SGDRegressor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UsualSpacesTest {

  static Stream<Learner> learners() {
    return Learners.all().stream();
  }

  @ParameterizedTest
  @MethodSource("learners")
  void everyValueOfTheSpaceIsAllowed(Learner learner) {
    UsualSpaces.of(learner).stream()
        .flatMap(space -> space.dimensions().entrySet().stream())
        .forEach(
            dimension ->
                Stream.of(0.0, 0.3, 0.5, 0.7, 1.0)
                    .map(dimension.getValue()::at)
                    .forEach(
                        value ->
                            assertThatCode(
                                    () -> Hyperparameters.with(learner, dimension.getKey(), value))
                                .as("%s = %s", dimension.getKey(), value)
                                .doesNotThrowAnyException()));
  }

  @Test
  void onlyWhatHasAnEffectIsSearched() {
    assertThat(names(new SGDClassifier())).containsExactly("alpha");
    assertThat(names(new SGDClassifier().withLearningRate(LearningRate.ADAPTIVE)))
        .containsExactly("alpha", "eta0");
    assertThat(names(new SGDRegressor())).containsExactly("alpha", "eta0");
    assertThat(names(new LogisticRegression())).containsExactly("c");
    assertThat(names(new LogisticRegression().withPenalty(Penalty.ELASTIC_NET)))
        .containsExactlyInAnyOrder("c", "l1Ratio");
    assertThat(names(new HuberRegressor())).containsExactly("alpha", "epsilon");
    assertThat(names(new LinearDiscriminantAnalysis())).containsExactly("shrinkage");
    assertThat(names(new QuadraticDiscriminantAnalysis())).containsExactly("regularization");
    assertThat(UsualSpaces.of(new LinearRegression())).isEmpty();
  }

  private static Iterable<String> names(Learner learner) {
    return UsualSpaces.of(learner).orElseThrow().dimensions().keySet();
  }
}
