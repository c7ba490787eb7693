package org.cairnml.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.cairnml.data.Column;
import org.cairnml.data.Table;
import org.cairnml.pipeline.Pipeline;
import org.cairnml.preprocessing.feature.PolynomialFeatures;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Polynomial regression as the Javadoc of {@link LinearRegression} shows it. */
@Tag("numeric")
class PolynomialRegressionTest {

  /** NIST's set Wampler1, of level "higher": at least 7 digits are asked for. */
  private static final double SEVEN_DIGITS = 1e-7;

  @Test
  void aPipelineFindsThePolynomialOfWampler1() {
    double[] x = new double[21];
    double[] y = new double[21];
    for (int i = 0; i <= 20; i++) {
      x[i] = i;
      y[i] = 1 + i * (1 + i * (1 + i * (1 + i * (1.0 + i))));
    }
    Table table = Table.of(Column.numeric("x", x), Column.numeric("y", y));
    var powers = new PolynomialFeatures().withDegree(5).withBias(false);
    var model = Pipeline.of("y", new LinearRegression()).with(powers).fit(table);
    var line = (LinearRegressionModel) model.model();
    assertThat(line.namedCoefficients())
        .containsOnlyKeys("x", "x^2", "x^3", "x^4", "x^5")
        .allSatisfy((name, b) -> assertThat(b).isCloseTo(1, within(SEVEN_DIGITS)));
    assertThat(line.intercept()).isCloseTo(1, within(SEVEN_DIGITS));
    assertThat(model.predict(Map.of("x", 2.0)).number().orElseThrow())
        .isCloseTo(63, within(SEVEN_DIGITS));
  }
}
