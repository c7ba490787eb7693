package org.cairnml.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.linalg.Matrix;
import org.cairnml.testing.Reference;
import org.cairnml.testing.Stored;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("numeric")
class GeneralizedLinearModelTest {

  /** Agreement with statsmodels iterated to its limit. */
  private static final double CONVERGED = 1e-8;

  /** scikit-learn's Newton method stops where its line search no longer sees a decrease. */
  private static final double STOPPED = 1e-7;

  private static final Reference TABLE =
      Reference.table(GeneralizedLinearModelTest.class, "glm.csv");
  private static final Reference EXPECTED =
      Reference.table(GeneralizedLinearModelTest.class, "glm_reference.csv");

  private static Dataset data(String column) {
    return Dataset.of(TABLE.matrix("x0", "x1", "x2"), TABLE.numbers(column));
  }

  private static GeneralizedLinearModel learner(Family family) {
    return new GeneralizedLinearModel().withFamily(family);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gaussian-identity",
        "binomial-logit",
        "binomial-logit-w",
        "binomial-probit",
        "binomial-cloglog",
        "poisson-log",
        "poisson-log-w",
        "poisson-log-offset",
        "gamma-log",
        "gamma-inverse",
        "gamma-log-w",
        "inverse_gaussian-log",
        "tweedie-log"
      })
  void agreesWithStatsmodels(String name) {
    String[] parts = name.toUpperCase(Locale.ROOT).split("-");
    Dataset data = data(parts[0].toLowerCase(Locale.ROOT));
    if (name.endsWith("-w")) {
      data = data.withWeights(TABLE.numbers("w"));
    }
    if (name.endsWith("offset")) {
      data = data.withOffset(Arrays.stream(TABLE.numbers("exposure")).map(Math::log).toArray());
    }
    var model = learner(Family.valueOf(parts[0])).withLink(Link.valueOf(parts[1])).fit(data);
    assertThat(model.summary().converged()).isTrue();
    Map<String, double[]> expected = EXPECTED.values(name);
    check(model, expected, "coefficient", Estimate::value);
    check(model, expected, "standard_error", Estimate::standardError);
    check(model, expected, "p", Estimate::pValue);
    check(model, expected, "low", Estimate::low);
    check(expected, "deviance", model.deviance());
    check(expected, "null_deviance", model.nullDeviance());
    check(expected, "pearson", model.pearsonChi2());
    check(expected, "dispersion", model.dispersion());
    if (expected.containsKey("log_likelihood") && !name.startsWith("tweedie")) {
      check(expected, "log_likelihood", model.logLikelihood());
      check(expected, "aic", model.aic());
      check(expected, "bic", model.bic());
    }
  }

  private static void check(
      GeneralizedLinearFit model,
      Map<String, double[]> expected,
      String quantity,
      ToDoubleFunction<Estimate> part) {
    check(expected, quantity, model.estimates().stream().mapToDouble(part).toArray());
  }

  private static void check(Map<String, double[]> all, String quantity, double... found) {
    double[] expected = all.get(quantity);
    for (int i = 0; i < expected.length; i++) {
      assertThat(found[i])
          .as(quantity + " " + i)
          .isCloseTo(expected[i], within(CONVERGED * Math.abs(expected[i])));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"poisson", "gamma", "tweedie"})
  void penalizedFitsAgreeWithScikitLearn(String name) {
    double alpha = Map.of("poisson", 1.0, "gamma", 0.1, "tweedie", 0.5).get(name);
    var model =
        learner(Family.valueOf(name.toUpperCase(Locale.ROOT)))
            .withAlpha(alpha)
            .fit(data(name).withWeights(TABLE.numbers("w")));
    double[] expected = EXPECTED.values(name + "-ridge").get("coefficient");
    assertThat(model.intercept()).isCloseTo(expected[0], within(STOPPED));
    assertThat(model.coefficients())
        .containsExactly(Arrays.copyOfRange(expected, 1, 4), within(STOPPED));
    assertThat(model.estimates().get(1).standardError()).isNaN();
  }

  @Test
  void theOffsetIsAddedToTheLinearPredictor() {
    double[] offset = new double[80];
    Arrays.fill(offset, 0.7);
    var plain = learner(Family.POISSON).fit(data("poisson"));
    var moved = learner(Family.POISSON).fit(data("poisson").withOffset(offset));
    assertThat(moved.intercept()).isCloseTo(plain.intercept() - 0.7, within(CONVERGED));
    double[] row = {0.1, 1, 2};
    assertThat(moved.predict(row, 0.7)).isCloseTo(plain.predict(row), within(CONVERGED));
  }

  @Test
  void dependentColumnsAreLeftOut() {
    Dataset data = data("poisson");
    Matrix x = data.x();
    Matrix doubled =
        Matrix.ofColumns(x.column(0).toArray(), x.column(0).times(2).toArray(), new double[80]);
    var model = learner(Family.POISSON).fit(Dataset.of(doubled, data.target()));
    var alone = learner(Family.POISSON).fit(Dataset.of(TABLE.matrix("x0"), data.target()));
    assertThat(model.coefficients()[0]).isCloseTo(alone.coefficients()[0], within(CONVERGED));
    assertThat(model.coefficients()[1]).isZero();
    assertThat(model.estimates().get(2).standardError()).isNaN();
    assertThat(model.modelDegreesOfFreedom()).isEqualTo(1);
  }

  @Test
  void separatedTargetsAndImpossibleOnesAreRefused() {
    Matrix x = Matrix.ofColumns(new double[] {1, 2, 3, 4});
    assertThatThrownBy(() -> learner(Family.BINOMIAL).fit(x, 0, 0, 1, 1))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("separate", "alpha");
    assertThatThrownBy(() -> learner(Family.GAMMA).fit(x, 1, 2, 0, 1))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("row 2", "GAMMA", "> 0");
    assertThatThrownBy(() -> learner(Family.POISSON).withLink(Link.LOGIT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("LOGIT", "BINOMIAL");
  }

  @Test
  void aLimitOfStepsIsKeptAndTold() {
    var model = learner(Family.GAMMA).withMaxIterations(1).fit(data("gamma"));
    assertThat(model.summary().converged()).isFalse();
    assertThat(model.summary().iterations()).isEqualTo(1);
    assertThat(model.summary().note()).contains("not converged", "maxIterations");
  }

  @Test
  void theStoredModelSaysTheSame() {
    var model = learner(Family.POISSON).fit(data("poisson"));
    var copy = Stored.copy(model, GeneralizedLinearFit.class);
    assertThat(copy.table())
        .isEqualTo(model.table())
        .contains("family POISSON", "link LOG", "P>|z|", "x2", "Null deviance");
  }
}
