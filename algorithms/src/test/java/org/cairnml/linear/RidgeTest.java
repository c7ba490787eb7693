package org.cairnml.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.linalg.Matrix;
import org.cairnml.testing.Reference;
import org.cairnml.testing.Stored;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("numeric")
class RidgeTest {

  private static final double REFERENCE = 1e-9;
  private static final double IDENTITY = 1e-10;

  private static final Reference TABLE = Reference.table(RidgeTest.class, "regression.csv");
  private static final Matrix X = TABLE.matrixOf("x");
  private static final double[] Y = TABLE.numbers("y");

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1, 100})
  void agreesWithScikitLearn(double alpha) {
    Reference all = Reference.table(RidgeTest.class, "regression_reference.csv");
    var ridge = new Ridge().withAlpha(alpha);
    Dataset data = Dataset.of(X, Y);
    assertClose(ridge.fit(data), all.values("ridge_" + alpha));
    assertClose(
        ridge.fit(data.withWeights(TABLE.numbers("w"))), all.values("ridge_weighted_" + alpha));
    assertClose(ridge.withIntercept(false).fit(data), all.values("ridge_origin_" + alpha));
    assertClose(ridge.fit(data.rows(0, 1, 2)), all.values("ridge_wide_" + alpha));
  }

  private static void assertClose(LinearModel model, Map<String, double[]> reference) {
    double[] expected = reference.get("coefficient");
    assertThat(model.intercept())
        .isCloseTo(expected[0], within(REFERENCE * (1 + Math.abs(expected[0]))));
    assertClose(model.coefficients(), Arrays.copyOfRange(expected, 1, expected.length), REFERENCE);
  }

  private static void assertClose(double[] found, double[] expected, double tolerance) {
    double size = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertThat(found).containsExactly(expected, within(tolerance * size));
  }

  @Test
  void primalAndDualAgreeAtTheBorder() {
    Matrix square = X.slice(0, 4, 0, 4);
    double[] y = Arrays.copyOf(Y, 4);
    double[] zero = new double[5 * 4];
    for (int i = 0; i < 4; i++) {
      System.arraycopy(square.row(i).toArray(), 0, zero, 5 * i, 4);
    }
    var ridge = new Ridge().withAlpha(0.3);
    double[] primal = ridge.fit(square, y).coefficients();
    double[] dual = ridge.fit(Matrix.wrap(zero, 4, 5), y).coefficients();
    assertClose(Arrays.copyOf(dual, 4), primal, IDENTITY);
    assertThat(dual[4]).isZero();
  }

  @Test
  void alphaZeroIsLeastSquares() {
    var ols = new LinearRegression().fit(X, Y);
    assertClose(new Ridge().withAlpha(0).fit(X, Y).coefficients(), ols.coefficients(), IDENTITY);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-18, 1e-12})
  void dependentColumnsShareTheCoefficientAsAlphaVanishes(double alpha) {
    Matrix twice = Matrix.ofColumns(X.column(0).toArray(), X.column(0).toArray());
    double single = new LinearRegression().fit(X.slice(0, X.rows(), 0, 1), Y).coefficients()[0];
    double[] found = new Ridge().withAlpha(alpha).fit(twice, Y).coefficients();
    assertClose(found, new double[] {single / 2, single / 2}, 1e-9);
  }

  @Test
  void aConstantColumnGetsNoCoefficient() {
    double[] same = new double[X.rows()];
    Arrays.fill(same, 0.1);
    Matrix x = Matrix.ofColumns(X.column(0).toArray(), same);
    for (double alpha : new double[] {0, 1}) {
      double[] found = new Ridge().withAlpha(alpha).fit(x, Y).coefficients();
      assertThat(found[1]).isZero();
    }
  }

  @Test
  void wholeWeightsAreRepeatedRows() {
    double[] weights = new double[X.rows()];
    int[] repeated = new int[3 * X.rows()];
    int count = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (i + 1) % 3;
      for (int k = 0; k < weights[i]; k++) {
        repeated[count++] = i;
      }
    }
    Dataset data = Dataset.of(X, Y);
    var weighted = new Ridge().fit(data.withWeights(weights));
    var rows = new Ridge().fit(data.rows(Arrays.copyOf(repeated, count)));
    assertClose(weighted.coefficients(), rows.coefficients(), IDENTITY);
    assertThat(weighted.summary().objective())
        .isCloseTo(rows.summary().objective(), within(IDENTITY * rows.summary().objective()));
  }

  @Test
  void moreColumnsThanRowsAtAlphaZeroGiveTheShortestExactFit() {
    Matrix wide = X.slice(0, 3, 0, 4);
    double[] y = Arrays.copyOf(Y, 3);
    var exact = new Ridge().withAlpha(0).fit(wide, y);
    assertThat(exact.predict(wide).toArray()).containsExactly(y, within(1e-9));
    var nearly = new Ridge().withAlpha(1e-9).fit(wide, y);
    assertClose(nearly.coefficients(), exact.coefficients(), 1e-4);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void oneRowIsFittedByItsTarget(double alpha) {
    var model = new Ridge().withAlpha(alpha).fit(Matrix.of(1, 2, 3, 4), 7);
    assertThat(model.coefficients()).containsExactly(0, 0);
    assertThat(model.intercept()).isEqualTo(7);
  }

  @Test
  void threadsDoNotChangeTheResult() {
    int n = 20_000;
    double[] tall = new double[n * 4];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(X.row(i % X.rows()).toArray(), 0, tall, 4 * i, 4);
      y[i] = Y[i % Y.length] + i;
    }
    Dataset data = Dataset.of(Matrix.wrap(tall, n, 4), y);
    var one = new Ridge().fit(data, new FitOptions().withWorkers(1));
    var three = new Ridge().fit(data, new FitOptions().withWorkers(3));
    assertThat(three.coefficients()).isEqualTo(one.coefficients());
    assertThat(three.intercept()).isEqualTo(one.intercept());
  }

  @Test
  void batchIsRowByRowAndSurvivesTheCodec() {
    var model = new Ridge().fit(X, Y);
    var copy = Stored.copy(model, LinearModel.class);
    for (int i = 0; i < X.rows(); i++) {
      assertThat(model.predict(X).get(i)).isEqualTo(model.predict(X.row(i).toArray()));
    }
    assertThat(copy.predict(X)).isEqualTo(model.predict(X));
  }

  @Test
  void alphaOutOfRangeIsRefused() {
    assertThatThrownBy(() -> new Ridge().withAlpha(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("alpha", "[0, inf)", "-1");
  }
}
