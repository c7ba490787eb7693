package org.cairnml.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.junit.jupiter.api.Test;

class DummyTest {

  /** Four standard deviations of a share of 2000 draws. */
  private static final double DRAWS = 0.045;

  private static final Dataset CLASSES =
      Dataset.of(Matrix.zeros(5, 1), Labels.of("b", "a", "b", "c", "b"));
  private static final double[] ROW = {7};

  private static DummyClassification fit(ClassStrategy strategy) {
    return new DummyClassifier().withStrategy(strategy).fit(CLASSES);
  }

  @Test
  void fixedStrategies() {
    assertThat(fit(ClassStrategy.PRIOR).probabilities(ROW)).containsExactly(0.2, 0.6, 0.2);
    assertThat(fit(ClassStrategy.PRIOR).predict(ROW)).isEqualTo("b");
    assertThat(fit(ClassStrategy.MOST_FREQUENT).probabilities(ROW)).containsExactly(0, 1, 0);
    var constant = new DummyClassifier().withStrategy(ClassStrategy.CONSTANT);
    assertThat(constant.withConstant("c").fit(CLASSES).predict(ROW)).isEqualTo("c");
    assertThatThrownBy(() -> constant.withConstant("d").fit(CLASSES))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("'d'", "[a, b, c]");
  }

  @Test
  void drawsHaveTheSharesOfTheirStrategy() {
    assertThat(shareOfB(fit(ClassStrategy.STRATIFIED))).isCloseTo(0.6, within(DRAWS));
    assertThat(shareOfB(fit(ClassStrategy.UNIFORM))).isCloseTo(1.0 / 3, within(DRAWS));
  }

  private static double shareOfB(DummyClassification model) {
    return IntStream.range(0, 2000).filter(i -> model.predictCode(new double[] {i}) == 1).count()
        / 2000.0;
  }

  @Test
  void numbers() {
    Dataset data = Dataset.of(Matrix.zeros(4, 1), 1, 2, 3, 10);
    var dummy = new DummyRegressor();
    assertThat(dummy.fit(data).predict(ROW)).isEqualTo(4);
    assertThat(dummy.withStrategy(NumberStrategy.MEDIAN).fit(data).number()).isEqualTo(2.5);
    var quantile = dummy.withStrategy(NumberStrategy.QUANTILE);
    assertThat(quantile.withQuantile(0).fit(data).number()).isEqualTo(1);
    assertThat(quantile.withQuantile(0.9).fit(data).number()).isEqualTo(10);
    assertThat(quantile.withQuantile(1).fit(data).number()).isEqualTo(10);
    assertThat(quantile.withQuantile(0.6).fit(data.withWeights(1, 1, 5, 0)).number()).isEqualTo(3);
    var constant = dummy.withStrategy(NumberStrategy.CONSTANT).withConstant(-1);
    assertThat(constant.fit(data).number()).isEqualTo(-1);
  }
}
