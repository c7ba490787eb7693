package org.cairnml.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.cairnml.base.DataException;
import org.cairnml.base.Seed;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Regressor;
import org.cairnml.linalg.Matrix;
import org.cairnml.testing.Reference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("numeric")
class RobustRegressionTest {

  /** What the issue asks of unique optima, relative to the largest coefficient. */
  private static final double REFERENCE = 1e-6;

  /** Points that lie on a line exactly, up to rounding of their targets. */
  private static final double EXACT = 1e-9;

  private static final Reference TABLE =
      Reference.table(RobustRegressionTest.class, "regression.csv");
  private static final Reference VALUES =
      Reference.table(RobustRegressionTest.class, "robust_reference.csv");
  private static final Dataset DATA = Dataset.of(TABLE.matrixOf("x"), pulled(TABLE.numbers("y")));
  private static final double[] WEIGHTS = TABLE.numbers("w");

  /** Every seventh target is an outlier, as in the script. */
  private static double[] pulled(double[] y) {
    for (int i = 0; i < y.length; i += 7) {
      y[i] += 30 * (i / 7 % 2 + 1);
    }
    return y;
  }

  @Test
  void huberAgreesWithScikitLearn() {
    HuberModel model = new HuberRegressor().fit(DATA);
    assertClose(model, "huber");
    assertClose(
        new HuberRegressor().withEpsilon(1.1).withAlpha(0.5).fit(DATA.withWeights(WEIGHTS)),
        "huber_weighted");
    assertClose(
        new HuberRegressor().withEpsilon(2).withAlpha(0).withIntercept(false).fit(DATA),
        "huber_origin");
    double[] y = DATA.target();
    for (int i = 0; i < y.length; i += 7) {
      assertThat(model.isOutlier(DATA.x().row(i).toArray(), y[i])).isTrue();
    }
  }

  private static void assertClose(HuberModel model, String name) {
    assertClose(model.line(), name);
    assertThat(model.scale()).isCloseTo(VALUES.values(name).get("scale")[0], within(REFERENCE));
  }

  private static void assertClose(LinearModel model, String name) {
    double[] expected = VALUES.values(name).get("coefficient");
    double size = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertThat(model.summary().converged()).as(name).isTrue();
    assertThat(model.intercept()).as(name).isCloseTo(expected[0], within(REFERENCE * size));
    assertThat(model.coefficients())
        .as(name)
        .containsExactly(
            Arrays.copyOfRange(expected, 1, expected.length), within(REFERENCE * size));
  }

  @ParameterizedTest
  @CsvSource({"0.1,0.0", "0.1,0.1", "0.5,0.0", "0.5,0.1", "0.9,0.0", "0.9,0.1"})
  void quantileAgreesWithScikitLearn(double quantile, double alpha) {
    var learner = new QuantileRegressor().withQuantile(quantile).withAlpha(alpha);
    String name = quantile + "_" + alpha;
    assertClose(learner.fit(DATA), "quantile_" + name);
    assertClose(learner.fit(DATA.withWeights(WEIGHTS)), "weighted_" + name);
    if (alpha == 0) {
      assertClose(learner.fit(DATA), "statsmodels_" + quantile);
    }
  }

  @Test
  void quantileThroughTheOriginAgreesWithScikitLearn() {
    var learner = new QuantileRegressor().withQuantile(0.3).withAlpha(0.05).withIntercept(false);
    assertClose(learner.fit(DATA), "origin");
  }

  @Test
  void strongPenaltyLeavesTheQuantileOfTheTargetAlone() {
    LinearModel model = new QuantileRegressor().withQuantile(0.25).withAlpha(1e3).fit(DATA);
    assertThat(model.coefficients()).containsOnly(0);
    double[] y = DATA.target();
    Arrays.sort(y);
    assertThat(model.intercept()).isBetween(y[y.length / 4 - 1], y[y.length / 4]);
  }

  @Test
  void whatThePenaltyTakesOutIsExactlyZero() {
    int partial = 0;
    for (double alpha : new double[] {0.02, 0.05, 0.1, 0.2, 0.5, 1}) {
      double[] b = new QuantileRegressor().withAlpha(alpha).fit(DATA).coefficients();
      assertThat(DoubleStream.of(b)).noneMatch(v -> v != 0 && Math.abs(v) < 1e-9);
      partial += DoubleStream.of(b).anyMatch(v -> v == 0) ? 1 : 0;
    }
    assertThat(partial).isPositive();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.5, 0.8})
  void manyRowsAreSplitAtTheQuantile(double quantile) {
    Dataset data = random(3000, 5);
    LinearModel model = new QuantileRegressor().withQuantile(quantile).withAlpha(0).fit(data);
    assertThat(model.summary().converged()).isTrue();
    double[] predicted = model.predict(data.x()).toArray();
    double[] y = data.target();
    int below = 0;
    int on = 0;
    for (int i = 0; i < y.length; i++) {
      boolean touches = Math.abs(y[i] - predicted[i]) < EXACT;
      on += touches ? 1 : 0;
      below += !touches && y[i] < predicted[i] ? 1 : 0;
    }
    assertThat(on).isEqualTo(6);
    assertThat((double) below).isBetween(quantile * y.length - 6, quantile * y.length);
  }

  private static Dataset random(int n, int d) {
    RandomGenerator random = Seed.of(3).generator();
    Matrix x = Matrix.zeros(n, d);
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        x.set(i, j, random.nextDouble() - 0.5);
        y[i] += j * x.get(i, j);
      }
      y[i] += -Math.log(1 - random.nextDouble());
    }
    return Dataset.of(x, y);
  }

  @Test
  void rowsOnALineGiveTheLineWhateverTheOthersDo() {
    Matrix x = Matrix.zeros(30, 1);
    double[] y = new double[30];
    for (int i = 0; i < 30; i++) {
      x.set(i, 0, i);
      y[i] = 3 + 2 * i + (i % 5 == 2 ? 1000 * i : 0);
    }
    Dataset data = Dataset.of(x, y);
    LinearModel median = new QuantileRegressor().withAlpha(0).fit(data);
    assertThat(median.coefficients()).containsExactly(new double[] {2}, within(EXACT));
    assertThat(median.intercept()).isCloseTo(3, within(EXACT));
    HuberModel huber = new HuberRegressor().withEpsilon(1.35).withAlpha(0).fit(data);
    assertThat(huber.line().coefficients()[0]).isCloseTo(2, within(REFERENCE));
    assertThat(huber.scale()).isLessThan(REFERENCE * y[27]);
  }

  @Test
  void dependentConstantAndManyColumnsAreFitted() {
    Matrix x = Matrix.zeros(20, 3);
    double[] y = new double[20];
    for (int i = 0; i < 20; i++) {
      x.set(i, 0, i);
      x.set(i, 1, 2 * i - 1);
      x.set(i, 2, 7);
      y[i] = i + Math.sin(i);
    }
    Dataset dependent = Dataset.of(x, y);
    Dataset alone = Dataset.of(x.columns(new int[] {0}), y);
    for (Regressor<?> learner :
        new Regressor<?>[] {
          new QuantileRegressor().withAlpha(0), new HuberRegressor().withAlpha(0)
        }) {
      assertThat(learner.fit(dependent).summary().objective())
          .isCloseTo(learner.fit(alone).summary().objective(), within(EXACT));
      Dataset wide = random(4, 9);
      double[] predicted = learner.fit(wide).predict(wide.x()).toArray();
      assertThat(predicted).containsExactly(wide.target(), within(REFERENCE));
    }
  }

  @Test
  void unitsOfTargetAndFeaturesDoNotMatter() {
    Dataset data = random(200, 3);
    double[] large = Arrays.stream(data.target()).map(v -> 1e8 * v).toArray();
    Dataset scaled = Dataset.of(data.x().times(1e-5), large);
    for (Regressor<?> learner :
        new Regressor<?>[] {
          new QuantileRegressor().withAlpha(0), new HuberRegressor().withAlpha(0)
        }) {
      double[] expected = learner.fit(data).predict(data.x()).toArray();
      double[] actual = learner.fit(scaled).predict(scaled.x()).toArray();
      for (int i = 0; i < actual.length; i++) {
        assertThat(actual[i] / 1e8).isCloseTo(expected[i], within(REFERENCE));
      }
    }
  }

  @Test
  void limitsOfStepsAreToldAndHugeTargetsRefused() {
    var huber = new HuberRegressor().withMaxIterations(1).fit(DATA);
    assertThat(huber.summary().converged()).isFalse();
    var quantile = new QuantileRegressor().withMaxIterations(1).fit(DATA, new FitOptions());
    assertThat(quantile.summary().converged()).isFalse();
    assertThatThrownBy(() -> new HuberRegressor().fit(Matrix.of(2, 1, 1, 2), 1e300, -1e300))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("too large");
  }
}
