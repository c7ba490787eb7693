package org.cairnml.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.linalg.Matrix;
import org.cairnml.testing.Reference;
import org.cairnml.testing.Stored;
import org.junit.jupiter.api.Test;

class IsotonicRegressionTest {

  /** Means of blocks are added in another order than scikit-learn's. */
  private static final double ROUNDING = 1e-12;

  private static final Reference TABLE =
      Reference.table(IsotonicRegressionTest.class, "isotonic.csv");
  private static final Dataset DATA = Dataset.of(TABLE.matrix("x"), TABLE.numbers("y"));
  private static final IsotonicRegression LEARNER = new IsotonicRegression();

  @Test
  void agreesWithScikitLearn() {
    check("up", LEARNER, DATA);
    check("down", LEARNER.withTrend(Trend.DECREASING), DATA);
    double[] reversed = Matrix.ofColumns(DATA.target()).times(-1).column(0).toArray();
    check("auto_reversed", LEARNER.withTrend(Trend.AUTO), DATA.withTarget(reversed));
    check("up", LEARNER.withTrend(Trend.AUTO), DATA);
    check("weighted", LEARNER, DATA.withWeights(TABLE.numbers("w")));
    check("bounded", LEARNER.withLow(0.7).withHigh(1.4), DATA);
  }

  private static void check(String column, IsotonicRegression learner, Dataset data) {
    double[] found = learner.fit(data).predict(TABLE.matrix("at")).toArray();
    assertThat(found).as(column).containsExactly(TABLE.numbers(column), within(ROUNDING));
  }

  @Property(tries = 200)
  void poolingGivesTheProjection(
      @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = -5, max = 5) Double> values) {
    double[] y = values.stream().mapToDouble(v -> v).toArray();
    double[] weights = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      weights[i] = 1 + i % 3;
    }
    double[] fit = y.clone();
    IsotonicCurve.pool(fit, weights);
    double inner = 0;
    for (int i = 0; i < y.length; i++) {
      assertThat(i == 0 || fit[i] >= fit[i - 1]).isTrue();
      inner += weights[i] * (y[i] - fit[i]) * fit[i];
    }
    assertThat(inner).as("residual times fit").isCloseTo(0, within(1e-9));
    double tail = 0;
    for (int i = y.length - 1; i >= 0; i--) {
      tail += weights[i] * (y[i] - fit[i]);
      assertThat(tail).as("residual times a step up at %d", i).isLessThanOrEqualTo(1e-9);
    }
  }

  @Test
  void valuesOutOfRangeAreTreatedAsAsked() {
    Dataset data = Dataset.of(Matrix.ofColumns(new double[] {1, 2, 3}), 1, 4, 5);
    assertThat(LEARNER.fit(data).predict(new double[] {9})).isEqualTo(5);
    var nan = LEARNER.withOutOfRange(OutOfRange.NAN).fit(data);
    assertThat(nan.predict(new double[] {0.5})).isNaN();
    assertThat(nan.predict(new double[] {1.5})).isEqualTo(2.5);
    var strict =
        Stored.copy(LEARNER.withOutOfRange(OutOfRange.REFUSE).fit(data), IsotonicModel.class);
    assertThat(strict.predict(new double[] {3})).isEqualTo(5);
    assertThatThrownBy(() -> strict.predict(new double[] {3.5}))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("'x0'", "3.5", "1.0 to 3.0", "CLIP");
  }

  @Test
  void oneFeatureIsNamedWhereThereAreMore() {
    Dataset two = Dataset.of(Matrix.ofColumns(new double[] {1, 2}, new double[] {5, 4}), 1, 2);
    assertThatThrownBy(() -> LEARNER.fit(two))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("2 columns", "withFeature");
    assertThatThrownBy(() -> LEARNER.withFeature("age").fit(two))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("'age'", "x0");
    var model = LEARNER.withFeature("x1").withTrend(Trend.AUTO).fit(two);
    assertThat(model.predict(new double[] {0, 5})).isEqualTo(1);
  }

  @Test
  void extremeMagnitudesDoNotOverflow() {
    double huge = 1e308;
    Dataset data = Dataset.of(Matrix.ofColumns(new double[] {-huge, huge}), -huge / 2, huge / 2);
    assertThat(LEARNER.fit(data).predict(new double[] {0})).isZero();
  }

  @Test
  void boundsOutOfOrderAreRefused() {
    assertThatThrownBy(() -> LEARNER.withLow(2).withHigh(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("2.0", "1.0");
  }
}
