package org.cairnml.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cairnml.base.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RegressionTest {

  static List<ReferenceCase> cases() {
    return ReferenceCase.load("regression.txt");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithScikitLearn(ReferenceCase reference) {
    double[] y = reference.get("truth");
    double[] p = reference.get("predicted");
    double[] w = reference.get("weights");
    reference.check("mae", Regression.mae(y, p, w));
    reference.check("mse", Regression.mse(y, p, w));
    reference.check("rmse", Regression.rmse(y, p, w));
    reference.check("r2", Regression.r2(y, p, w));
  }

  @Test
  void r2OfConstantTruthIsUndefined() {
    assertThat(Regression.r2(new double[] {0.1, 0.1, 0.1}, new double[] {0.1, 0.1, 0.1})).isNaN();
    assertThat(Regression.r2(new double[] {1, 2, 1}, new double[3], new double[] {1, 0, 1}))
        .isNaN();
  }

  @Test
  void refusesUnusableInput() {
    assertThatThrownBy(() -> Regression.mae(new double[2], new double[3]))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("truth has 2 rows, the prediction 3");
    assertThatThrownBy(() -> Regression.mae(new double[0], new double[0]))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("no rows");
    assertThatThrownBy(() -> Regression.r2(new double[2], new double[] {0, Double.NaN}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 1: the prediction is NaN");
  }
}
