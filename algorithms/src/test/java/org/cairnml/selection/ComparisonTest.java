package org.cairnml.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cairnml.base.DataException;
import org.cairnml.base.Seed;
import org.cairnml.baseline.DummyRegressor;
import org.cairnml.core.Dataset;
import org.cairnml.linalg.Matrix;
import org.cairnml.linear.LinearRegression;
import org.cairnml.linear.Ridge;
import org.cairnml.metrics.RegressionMetric;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final double ROUNDING = 1e-12;

  private static Dataset data() {
    var random = Seed.of(5).generator();
    Matrix x = Matrix.zeros(80, 2);
    double[] y = new double[80];
    for (int i = 0; i < 80; i++) {
      x.set(i, 0, random.nextDouble());
      x.set(i, 1, random.nextDouble());
      y[i] = 5 * x.get(i, 0) + random.nextDouble();
    }
    return Dataset.of(x, y);
  }

  @Test
  void ranksAndTellsWhichDifferencesAreReal() {
    var validation = new CrossValidation(new Repeated(new KFold(5), 2));
    Map<String, CrossValidationResult> results = new LinkedHashMap<>();
    results.put("dummy", validation.run(new DummyRegressor(), data()));
    results.put("least squares", validation.run(new LinearRegression(), data()));
    results.put("ridge", validation.run(new Ridge().withAlpha(0.001), data()));
    var comparison = Comparison.of(results, RegressionMetric.RMSE);
    List<Comparison.Place> places = comparison.places();
    assertThat(places.get(2).name()).isEqualTo("dummy");
    assertThat(places.get(0).pValue()).isNaN();
    assertThat(places.get(1).isWorse(0.05)).isFalse();
    assertThat(places.get(2).isWorse(0.05)).isTrue();
    double plain =
        places.get(0).result().compare(places.get(2).result(), RegressionMetric.RMSE).pValue();
    assertThat(places.get(2).pValue()).isCloseTo(2 * plain, within(ROUNDING));
  }

  /** By the definition: 4 x 0.01, 3 x 0.02, then no less than before, at most 1. */
  @Test
  void holm() {
    assertThat(Comparison.holm(Map.of("a", 0.02, "b", 0.01, "c", 0.025, "d", 0.9)))
        .hasEntrySatisfying("b", p -> assertThat(p).isCloseTo(0.04, within(ROUNDING)))
        .hasEntrySatisfying("a", p -> assertThat(p).isCloseTo(0.06, within(ROUNDING)))
        .hasEntrySatisfying("c", p -> assertThat(p).isCloseTo(0.06, within(ROUNDING)))
        .hasEntrySatisfying("d", p -> assertThat(p).isCloseTo(0.9, within(ROUNDING)));
  }

  @Test
  void refusesNothingAndOtherSplits() {
    assertThatThrownBy(() -> Comparison.of(Map.of(), RegressionMetric.RMSE))
        .isInstanceOf(DataException.class);
    Map<String, CrossValidationResult> results = new LinkedHashMap<>();
    results.put("three", new CrossValidation(new KFold(3)).run(new Ridge(), data()));
    results.put("four", new CrossValidation(new KFold(4)).run(new Ridge(), data()));
    assertThatThrownBy(() -> Comparison.of(results, RegressionMetric.RMSE))
        .hasMessageContaining("same splits");
  }
}
