package org.cairnml.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;
import org.cairnml.testing.Reference;
import org.cairnml.testing.Stored;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("numeric")
class LinearRegressionTest {

  /** Agreement with statsmodels, whose quantiles of t (scipy) are right to 2e-10. */
  private static final double REFERENCE = 1e-9;

  /** Two ways to compute one thing on well-conditioned data. */
  private static final double IDENTITY = 1e-11;

  private static final Reference TABLE =
      Reference.table(LinearRegressionTest.class, "regression.csv");
  private static final Dataset DATA = Dataset.of(TABLE.matrixOf("x"), TABLE.numbers("y"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ols",
        "ols_origin",
        "wls",
        "wls_origin",
        "ols_hc0",
        "ols_hc1",
        "ols_hc2",
        "ols_hc3",
        "wls_hc0",
        "wls_hc1",
        "wls_hc2",
        "wls_hc3"
      })
  void agreesWithStatsmodels(String name) {
    Map<String, double[]> expected =
        Reference.table(LinearRegressionTest.class, "regression_reference.csv").values(name);
    Dataset data = name.startsWith("wls") ? DATA.withWeights(TABLE.numbers("w")) : DATA;
    var learner =
        new LinearRegression()
            .withIntercept(!name.endsWith("origin"))
            .withCovariance(
                name.contains("hc")
                    ? CovarianceType.valueOf(name.substring(4).toUpperCase(Locale.ROOT))
                    : CovarianceType.CLASSICAL);
    LinearRegressionModel model = learner.fit(data);
    var estimates = model.estimates(0.9);
    assertClose(estimates.stream().mapToDouble(Estimate::value).toArray(), expected, "coefficient");
    assertClose(
        estimates.stream().mapToDouble(Estimate::standardError).toArray(),
        expected,
        "standard_error");
    assertClose(
        estimates.stream().mapToDouble(Estimate::statistic).toArray(), expected, "statistic");
    assertClose(estimates.stream().mapToDouble(Estimate::pValue).toArray(), expected, "p");
    for (int j = 0; j < estimates.size(); j++) {
      double error = estimates.get(j).standardError();
      assertThat(estimates.get(j).low())
          .isCloseTo(expected.get("low90")[j], within(REFERENCE * error));
      assertThat(estimates.get(j).high())
          .isCloseTo(expected.get("high90")[j], within(REFERENCE * error));
    }
    assertClose(model.covariance().copy().data(), expected, "covariance");
    assertClose(new double[] {model.r2()}, expected, "r2");
    assertClose(new double[] {model.adjustedR2()}, expected, "adjusted_r2");
    assertClose(new double[] {model.f()}, expected, "f");
    assertClose(new double[] {model.fPValue()}, expected, "f_p");
    assertClose(new double[] {model.logLikelihood()}, expected, "log_likelihood");
    assertClose(new double[] {model.aic()}, expected, "aic");
    assertClose(new double[] {model.bic()}, expected, "bic");
    assertClose(new double[] {model.residualStandardDeviation()}, expected, "residual_sd");
    assertClose(new double[] {model.residualSumOfSquares()}, expected, "residual_squares");
  }

  private static void assertClose(double[] found, Map<String, double[]> all, String quantity) {
    double[] expected = all.get(quantity);
    assertThat(found).as(quantity).hasSameSizeAs(expected);
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i])
          .as(quantity + " " + i)
          .isCloseTo(expected[i], within(REFERENCE * Math.max(Math.abs(expected[i]), 1e-12)));
    }
  }

  @Test
  void theShortcutForTallDataGivesWhatTheDirectWayGives() {
    int n = 30_000;
    int d = 6;
    Dataset tall = noisy(n, d, 1e3);
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      weights[i] = i % 4;
    }
    for (Dataset data : new Dataset[] {tall, tall.withWeights(weights)}) {
      for (boolean intercept : new boolean[] {true, false}) {
        var quick = new LinearRegression().withIntercept(intercept).fit(data);
        assertThat(
                TallLeastSquares.tryFit(
                    data, intercept, CovarianceType.CLASSICAL, new FitOptions().workers()))
            .isPresent();
        Rows rows = Rows.of(data, intercept);
        var direct = LeastSquares.of(rows.a(), rows.b());
        double sd = quick.residualStandardDeviation();
        for (int j = 0; j < direct.x().size(); j++) {
          Estimate estimate = quick.estimates().get(j);
          double error = sd * Math.sqrt(direct.inverseGram().get(j, j));
          assertThat(estimate.value()).isCloseTo(direct.x().get(j), within(1e-9 * error));
          assertThat(estimate.standardError()).isCloseTo(error, within(1e-8 * error));
        }
        assertThat(quick.observations()).isEqualTo(rows.b().length);
      }
    }
  }

  @Test
  void theShortcutDeclinesNearlyDependentColumns() {
    Dataset data = noisy(30_000, 6, 0);
    Matrix x = data.x().copy();
    for (int i = 0; i < x.rows(); i++) {
      x.set(i, 5, x.get(i, 4) + 1e-5 * x.get(i, 5));
    }
    Dataset collinear = Dataset.of(x, data.target());
    assertThat(
            TallLeastSquares.tryFit(
                collinear, true, CovarianceType.CLASSICAL, new FitOptions().workers()))
        .isEmpty();
    assertThat(new LinearRegression().fit(collinear).summary().note()).isEmpty();
  }

  @Test
  void theShortcutLeavesOutWhatTheDirectWayLeavesOut() {
    Dataset data = noisy(30_000, 6, 5);
    Matrix x = data.x().copy();
    for (int i = 0; i < x.rows(); i++) {
      x.set(i, 3, 0.1);
      x.set(i, 5, x.get(i, 4) - 3 * x.get(i, 1));
    }
    Dataset dependent = Dataset.of(x, data.target());
    var options = new FitOptions();
    LinearSolution quick =
        TallLeastSquares.tryFit(dependent, true, CovarianceType.CLASSICAL, options.workers())
            .orElseThrow();
    Rows rows = Rows.of(dependent, true);
    var direct = LeastSquares.of(rows.a(), rows.b());
    assertThat(quick.kept()).containsExactly(0, 1, 2, 3, 5).isEqualTo(direct.kept());
    assertThat(quick.estimates()).containsExactly(direct.x().toArray(), within(1e-9));
    assertThat(new LinearRegression().fit(dependent).summary().note())
        .contains("rank 5 of 7", "'x3', 'x5'");
  }

  @Test
  void dependentColumnsAreLeftOutAndNamed() {
    Matrix x = TABLE.matrixOf("x");
    double[][] columns = new double[7][];
    for (int j = 0; j < 4; j++) {
      columns[j] = x.column(j).toArray();
    }
    columns[4] = x.column(1).times(3).minus(x.column(0)).toArray();
    columns[5] = new double[x.rows()];
    columns[6] = x.column(2).times(0).toArray();
    Arrays.fill(columns[5], 0.1);
    Dataset data =
        DATA.withFeatures(
            Matrix.ofColumns(columns), Schema.numeric("a", "b", "c", "d", "sum", "same", "zero"));
    var model = new LinearRegression().fit(data);
    var plain = new LinearRegression().fit(DATA);
    assertThat(model.summary().note()).contains("rank 5 of 8", "'sum'", "'same'", "'zero'");
    assertThat(model.coefficient("sum")).isZero();
    assertThat(model.estimate("same").standardError()).isNaN();
    for (int j = 0; j < 4; j++) {
      assertThat(model.coefficients()[j])
          .isCloseTo(plain.coefficients()[j], within(IDENTITY * Math.abs(plain.coefficients()[j])));
    }
    assertThat(model.residualDegreesOfFreedom()).isEqualTo(plain.residualDegreesOfFreedom());
    assertThat(model.table()).contains("left out");
  }

  /** The tolerance is 60 * 2^-52 = 1.3e-14 of the column's length here. */
  @ParameterizedTest
  @CsvSource({"1e-12, true", "1e-15, false"})
  void theRankToleranceIsAsStated(double part, boolean kept) {
    double[] near = TABLE.numbers("x0");
    double size = Arrays.stream(near).map(Math::abs).max().orElseThrow();
    for (int i = 0; i < near.length; i++) {
      near[i] += part * size * Math.sin(i);
    }
    Matrix x = Matrix.ofColumns(TABLE.numbers("x0"), near);
    var model = new LinearRegression().withIntercept(false).fit(x, TABLE.numbers("y"));
    assertThat(model.summary().note().isEmpty()).isEqualTo(kept);
    assertThat(model.estimate("x1").standardError()).matches(e -> Double.isFinite(e) == kept);
  }

  @Test
  void moreColumnsThanRowsGiveAnExactFit() {
    var data = Dataset.of(Matrix.of(2, 4, 1, 2, 3, 4, 5, 7, 6, 8), 1, 2);
    var model = new LinearRegression().fit(data);
    assertThat(model.predict(data.x()).toArray())
        .containsExactly(new double[] {1, 2}, within(1e-12));
    assertThat(model.summary().note()).contains("rank 2 of 5");
    assertThat(model.residualStandardDeviation()).isNaN();
    assertThat(model.estimates().get(0).pValue()).isNaN();
  }

  @Test
  void oneRowIsFittedByItsTarget() {
    var model = new LinearRegression().fit(Matrix.of(1, 1, 3), 7);
    assertThat(model.predict(new double[] {100})).isEqualTo(7);
  }

  @Test
  void unitsOfColumnsScaleTheCoefficientsOnly() {
    double[] units = {1e-9, 1e6, 3e-4, 1e12};
    Matrix x = TABLE.matrixOf("x");
    for (int i = 0; i < x.rows(); i++) {
      for (int j = 0; j < units.length; j++) {
        x.set(i, j, x.get(i, j) * units[j]);
      }
    }
    var plain = new LinearRegression().fit(DATA);
    var scaled = new LinearRegression().fit(x, TABLE.numbers("y"));
    for (int j = 0; j < units.length; j++) {
      double expected = plain.coefficients()[j];
      assertThat(scaled.coefficients()[j] * units[j])
          .isCloseTo(expected, within(IDENTITY * Math.abs(expected)));
    }
    assertThat(scaled.summary().note()).isEmpty();
  }

  @Test
  void wholeWeightsGiveTheCoefficientsOfRepeatedRows() {
    int n = DATA.rows();
    double[] weights = new double[n];
    int[] repeated = new int[3 * n];
    int count = 0;
    for (int i = 0; i < n; i++) {
      weights[i] = i % 3;
      for (int k = 0; k < i % 3; k++) {
        repeated[count++] = i;
      }
    }
    var weighted = new LinearRegression().fit(DATA.withWeights(weights));
    var rows = new LinearRegression().fit(DATA.rows(Arrays.copyOf(repeated, count)));
    for (int j = 0; j < DATA.cols(); j++) {
      double expected = rows.coefficients()[j];
      assertThat(weighted.coefficients()[j])
          .isCloseTo(expected, within(IDENTITY * Math.abs(expected)));
    }
    assertThat(weighted.observations()).isEqualTo(40);
  }

  @Test
  void threadsDoNotChangeTheResult() {
    Dataset data = noisy(30_000, 6, 10);
    var one = new LinearRegression().fit(data, new FitOptions().withWorkers(1));
    var three = new LinearRegression().fit(data, new FitOptions().withWorkers(3));
    assertThat(three.estimates()).isEqualTo(one.estimates());
  }

  @Test
  void survivesTheCodec() {
    var model =
        new LinearRegression()
            .withCovariance(CovarianceType.HC3)
            .fit(DATA.withWeights(TABLE.numbers("w")));
    var copy = Stored.copy(model, LinearRegressionModel.class);
    assertThat(copy.table()).isEqualTo(model.table());
    assertThat(copy.estimates()).isEqualTo(model.estimates());
    assertThat(copy.predict(DATA.x())).isEqualTo(model.predict(DATA.x()));
  }

  @Test
  void tableShowsWhatAPersonLooksFor() {
    String table = new LinearRegression().fit(DATA).table();
    assertThat(table)
        .contains("(intercept)", "x0", "std err", "P>|t|", "R2", "F statistic", "AIC", "0.975]");
    assertThat(table.lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void missingValuesAreRefusedWithPlaceAndCure() {
    Matrix x = Matrix.of(3, 1, 1, Double.NaN, 3);
    assertThatThrownBy(() -> new LinearRegression().fit(x, 1, 2, 3))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("row 1", "'x0'", "impute");
  }

  private static Dataset noisy(int n, int d, double offset) {
    var random = new SplittableRandom(7);
    Matrix x = Matrix.zeros(n, d);
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        x.set(i, j, offset + random.nextDouble() * (j + 1));
        y[i] += x.get(i, j) * (j - 2);
      }
      y[i] += random.nextDouble();
    }
    return Dataset.of(x, y);
  }
}
