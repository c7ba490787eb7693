package org.cairnml.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.cairnml.base.DataException;
import org.cairnml.base.Progress;
import org.cairnml.base.Seed;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.selection.KFold;
import org.cairnml.selection.Split;
import org.cairnml.testing.Reference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("numeric")
class ElasticNetCVTest {

  /** Both sides stop at a duality gap near rounding; relative. */
  private static final double REFERENCE = 1e-6;

  private static final Reference TABLE = Reference.table(ElasticNetCVTest.class, "regression.csv");
  private static final Reference EXPECTED =
      Reference.table(ElasticNetCVTest.class, "elastic_net_cv_reference.csv");
  private static final Dataset DATA = Dataset.of(TABLE.matrixOf("x"), TABLE.numbers("y"));

  private static ElasticNetCV exact(double l1Ratio) {
    return new ElasticNetCV()
        .withL1Ratio(l1Ratio)
        .withAlphas(30)
        .withTolerance(1e-14)
        .withMaxIterations(100_000);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1})
  void agreesWithScikitLearnOnTheSameFolds(double l1Ratio) {
    double[] folds = EXPECTED.values("folds").get("fold");
    List<Split> splits = new KFold(5, Seed.of(0)).split(DATA);
    for (int fold = 0; fold < splits.size(); fold++) {
      for (int row : splits.get(fold).test()) {
        assertThat(folds[row]).as("fold of row %d in the reference", row).isEqualTo(fold);
      }
    }
    var expected = EXPECTED.values("net_" + l1Ratio);
    ElasticNetCV learner = exact(l1Ratio);
    double[] errors = learner.crossValidate(DATA);
    for (int a = 0; a < errors.length; a++) {
      double error = expected.get("error")[a];
      assertThat(errors[a]).as("alpha %d", a).isCloseTo(error, within(REFERENCE * error));
    }
    LinearModel model = learner.fit(DATA);
    double[] b = expected.get("coefficient");
    double size = Arrays.stream(b).map(Math::abs).max().orElseThrow();
    assertThat(model.intercept()).isCloseTo(b[0], within(REFERENCE * size));
    assertThat(model.coefficients())
        .containsExactly(Arrays.copyOfRange(b, 1, b.length), within(REFERENCE * size));
    assertThat(model.summary().converged()).isTrue();
    assertThat(alpha(model))
        .isCloseTo(expected.get("chosen")[0], within(REFERENCE * expected.get("chosen")[0]));
  }

  private static double alpha(LinearModel model) {
    return Double.parseDouble(model.summary().note().replaceAll("alpha (\\S+),.*", "$1"));
  }

  @Test
  void weightedErrorsAreThoseOfFitsWithoutTheFold() {
    Dataset data = DATA.withWeights(TABLE.numbers("w"));
    ElasticNetCV learner = exact(0.7).withAlphas(5).withFolds(4).withSeed(Seed.of(3));
    var net = new ElasticNet().withL1Ratio(0.7).withTolerance(1e-14).withMaxIterations(100_000);
    double[] alphas = net.path(data, 5, 1e-3, new FitOptions()).alphas();
    double[] found = learner.crossValidate(data);
    for (int a = 0; a < alphas.length; a++) {
      double sum = 0;
      for (Split split : new KFold(4, Seed.of(3)).split(data)) {
        LinearModel model = net.withAlpha(alphas[a]).fit(data.rows(split.train()));
        for (int i : split.test()) {
          double error = data.target()[i] - model.predict(data.x().row(i).toArray());
          sum += data.weight(i) * error * error;
        }
      }
      double expected = sum / Arrays.stream(data.weights()).sum();
      assertThat(found[a]).isCloseTo(expected, within(REFERENCE * expected));
    }
  }

  @Test
  void theLassoIsTheElasticNetOfRatioOne() {
    var lasso = new LassoCV().withAlphas(20);
    assertThat(lasso.asElasticNetCV().l1Ratio()).isEqualTo(1);
    LinearModel model = lasso.fit(DATA);
    var alone = new Lasso().withAlpha(alpha(model)).withTolerance(1e-12).fit(DATA);
    assertThat(model.coefficients()).containsExactly(alone.coefficients(), within(1e-2));
  }

  @Test
  void aSearchThatIsStoppedTakesTheLargestAlpha() {
    var stopping = new FitOptions().withProgress(step -> Progress.Answer.STOP);
    LinearModel model = new ElasticNetCV().fit(DATA, stopping);
    assertThat(model.summary().converged()).isFalse();
    assertThat(model.coefficients()).containsOnly(0);
  }

  @Test
  void everyFoldMustLeaveRowsToLearnFrom() {
    double[] weights = new double[DATA.rows()];
    weights[4] = 1;
    assertThatThrownBy(() -> new LassoCV().fit(DATA.withWeights(weights)))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("5 folds", "weight");
    assertThatThrownBy(() -> new LassoCV().fit(DATA.rows(0, 1, 2)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("5");
  }
}
