package org.cairnml.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cairnml.linear.ClassificationData.THREE;
import static org.cairnml.linear.ClassificationData.TWO;
import static org.cairnml.linear.ClassificationData.unweighted;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.cairnml.core.ClassWeights;
import org.cairnml.core.Dataset;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;
import org.cairnml.testing.Reference;
import org.cairnml.testing.Stored;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("numeric")
class LogisticInferenceTest {

  /** What the issue asks of standard errors and p-values, relative. */
  private static final double REFERENCE = 1e-8;

  private static final LogisticRegression FREE = new LogisticRegression().withPenalty(Penalty.NONE);
  private static final Reference EXPECTED =
      Reference.table(LogisticInferenceTest.class, "logistic_inference_reference.csv");

  private static LogisticInference inference(String name) {
    Dataset data = name.startsWith("two") ? TWO : THREE;
    LogisticRegression learner = FREE.withIntercept(!name.endsWith("origin"));
    return learner
        .fit(name.endsWith("weighted") ? data : unweighted(data))
        .inference()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"two", "two_origin", "two_weighted", "three"})
  void agreesWithStatsmodels(String name) {
    LogisticInference found = inference(name);
    Map<String, double[]> expected = EXPECTED.values(name);
    List<Estimate> estimates = found.estimates(0.9);
    check(estimates, expected, "value", Estimate::value);
    check(estimates, expected, "standard_error", Estimate::standardError);
    check(estimates, expected, "statistic", Estimate::statistic);
    check(estimates, expected, "p", Estimate::pValue);
    check(estimates, expected, "low90", Estimate::low);
    check(estimates, expected, "high90", Estimate::high);
    check(expected, "covariance", found.covariance().data());
    check(expected, "log_likelihood", found.logLikelihood());
    if (!name.endsWith("origin")) {
      check(expected, "null_log_likelihood", found.nullLogLikelihood());
    }
    if (expected.containsKey("aic")) {
      check(expected, "aic", found.aic());
      check(expected, "bic", found.bic());
      check(expected, "pseudo_r2", found.pseudoR2());
      check(expected, "ratio", found.likelihoodRatio());
      check(expected, "ratio_p", found.likelihoodRatioPValue());
      check(expected, "df_model", found.modelDegreesOfFreedom());
      check(expected, "df_residual", found.residualDegreesOfFreedom());
    }
  }

  private static void check(
      List<Estimate> estimates,
      Map<String, double[]> expected,
      String quantity,
      ToDoubleFunction<Estimate> part) {
    check(expected, quantity, estimates.stream().mapToDouble(part).toArray());
  }

  private static void check(Map<String, double[]> all, String quantity, double... found) {
    double[] expected = all.get(quantity);
    assertThat(found).as(quantity).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(found[i])
          .as(quantity + " " + i)
          .isCloseTo(expected[i], within(REFERENCE * Math.abs(expected[i])));
    }
  }

  @Test
  void aBinomialModelSaysTheSame() {
    double[] target = new double[TWO.rows()];
    for (int i = 0; i < target.length; i++) {
      target[i] = TWO.labels().code(i);
    }
    var binomial =
        new GeneralizedLinearModel()
            .withFamily(Family.BINOMIAL)
            .fit(Dataset.of(TWO.x(), target).withWeights(TWO.weights()));
    LogisticInference found = inference("two_weighted");
    for (Estimate expected : binomial.estimates()) {
      Estimate estimate = found.estimate(expected.name());
      assertThat(estimate.value())
          .isCloseTo(expected.value(), within(REFERENCE * Math.abs(expected.value())));
      assertThat(estimate.standardError())
          .isCloseTo(expected.standardError(), within(REFERENCE * expected.standardError()));
    }
    assertThat(found.aic()).isCloseTo(binomial.aic(), within(REFERENCE * binomial.aic()));
  }

  @Test
  void penaltiesClassWeightsAndFitsThatDidNotConvergeHaveNone() {
    for (LogisticRegression learner :
        List.of(
            new LogisticRegression(),
            FREE.withClassWeights(ClassWeights.BALANCED),
            FREE.withMaxIterations(1))) {
      assertThat(learner.fit(TWO).inference()).isEmpty();
    }
  }

  @Test
  void dependentColumnsHaveNone() {
    Matrix x = TWO.x();
    Vector sum = x.column(0).plus(x.column(2));
    Matrix dependent =
        Matrix.ofColumns(x.column(0).toArray(), x.column(2).toArray(), sum.toArray());
    LogisticModel model = FREE.withSolver(LogisticSolver.LBFGS).fit(dependent, TWO.labels());
    assertThat(model.inference()).isEmpty();
    assertThat(model.namedCoefficients().get("birch").values()).allMatch(Double::isFinite);
  }

  @Test
  void theTableNamesClassesAndFeatures() {
    LogisticModel model = FREE.fit(THREE);
    assertThat(model.table())
        .contains("against 'ash'", "birch: x3", "cedar: (intercept)", "P>|z|", "Pseudo R2");
    assertThat(model.table().lines()).allMatch(line -> line.length() <= 100);
    assertThat(new LogisticRegression().fit(THREE).table())
        .contains("ash", "birch", "cedar", "x3", "(intercept)", "Other than 0")
        .doesNotContain("std err");
  }

  @Test
  void survivesTheCodec() {
    for (Dataset data : List.of(TWO, THREE)) {
      LogisticModel model = FREE.fit(data);
      LogisticModel copy = Stored.copy(model, LogisticModel.class);
      assertThat(copy.table()).isEqualTo(model.table());
      assertThat(copy.inference().orElseThrow().estimates())
          .isEqualTo(model.inference().orElseThrow().estimates());
    }
  }
}
