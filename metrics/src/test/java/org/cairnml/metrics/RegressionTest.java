package org.cairnml.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.cairnml.base.DataException;
import org.cairnml.linalg.Matrix;
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
    reference.check("explained_variance", Regression.explainedVariance(y, p, w));
    reference.check("max_error", Regression.maxError(y, p, w));
    reference.check("median_absolute_error", Regression.medianAbsoluteError(y, p, w));
    reference.check("mape", Regression.mape(y, p, w));
    reference.check("smape", Regression.smape(y, p, w));
    if (reference.has("msle")) {
      reference.check("msle", Regression.msle(y, p, w));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void lossesWithAParameterAgreeWithScikitLearn(ReferenceCase reference) {
    double[] y = reference.get("truth");
    double[] p = reference.get("predicted");
    double[] w = reference.get("weights");
    for (double alpha : new double[] {0.1, 0.5, 0.9}) {
      reference.check("pinball_" + alpha, PinballLoss.mean(y, p, alpha, w));
      reference.check("d2_pinball_" + alpha, PinballLoss.d2(y, p, alpha, w));
    }
    reference.check("d2_absolute_error", PinballLoss.d2(y, p, 0.5, w));
    Map<String, Double> powers =
        Map.of(
            "poisson",
            1.0,
            "gamma",
            2.0,
            "tweedie_1.5",
            1.5,
            "tweedie_3",
            3.0,
            "tweedie_0",
            0.0,
            "tweedie_-1",
            -1.0);
    powers.forEach(
        (key, power) -> {
          if (reference.has(key)) {
            reference.check(key, TweedieDeviance.mean(y, p, power, w));
          }
          if (reference.has("d2_" + key)) {
            reference.check("d2_" + key, TweedieDeviance.d2(y, p, power, w));
          }
        });
  }

  @Test
  void scoresAgainstAConstantThatIsPerfectAreUndefined() {
    double[] constant = {2, 2};
    double[] predicted = {1, 3};
    assertThat(Regression.explainedVariance(constant, predicted)).isNaN();
    assertThat(PinballLoss.d2(constant, predicted, 0.5)).isNaN();
    assertThat(TweedieDeviance.d2(constant, predicted, 1)).isNaN();
  }

  @Test
  void mapeWithAZeroIsUndefinedAndSmapeIsNot() {
    assertThat(Regression.mape(new double[] {0, 1}, new double[] {1, 1})).isNaN();
    assertThat(Regression.mape(new double[] {0, 1}, new double[] {0, 1})).isNaN();
    assertThat(Regression.smape(new double[] {0, 1}, new double[] {0, 1})).isZero();
    assertThat(Regression.smape(new double[] {0}, new double[] {1})).isEqualTo(2);
  }

  @Test
  void valuesOutsideTheDomainOfALossNameTheRow() {
    double[] one = {1, 1};
    assertThatThrownBy(() -> TweedieDeviance.poisson(one, new double[] {1, 0}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 1: the prediction is 0.0; a deviance of power 1.0 needs more");
    assertThatThrownBy(() -> TweedieDeviance.gamma(new double[] {0, 1}, one))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 0: the true value is 0.0");
    assertThatThrownBy(() -> Regression.msle(one, new double[] {1, -1}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 1: the prediction is -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TweedieDeviance.mean(one, one, 0.5))
        .withMessageContaining("between 0 and 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PinballLoss.mean(one, one, 1.5))
        .withMessageContaining("alpha");
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

  @Test
  void severalTargetsHaveAValueEach() {
    Matrix truth = Matrix.of(3, 2, 1, 10, 2, 20, 3, 30);
    Matrix predicted = Matrix.of(3, 2, 1, 11, 2, 20, 4, 30);
    double[] weights = {1, 2, 1};
    assertThat(RegressionMetric.MAE.values(truth, predicted)).containsExactly(1 / 3.0, 1 / 3.0);
    assertThat(RegressionMetric.MSE.values(truth, predicted, weights)).containsExactly(0.25, 0.25);
    assertThatThrownBy(() -> RegressionMetric.MAE.values(truth, Matrix.of(3, 1, 1, 2, 3)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("the truth has 2 columns, the prediction 1");
  }
}
