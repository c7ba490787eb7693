package org.cairnml.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.cairnml.base.DataException;
import org.cairnml.base.Seed;
import org.cairnml.data.Labels;
import org.cairnml.metrics.Bootstrap.Interval;
import org.cairnml.metrics.Bootstrap.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BootstrapTest {

  private static double[] normal(int n, Seed seed) {
    SplittableRandom random = seed.generator();
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = random.nextGaussian();
    }
    return values;
  }

  private static double mean(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(i -> values[i]).average().orElse(Double.NaN);
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void intervalsOfAMeanHoldItAsOftenAsTheyClaim(Method method) {
    int runs = 400;
    int held = 0;
    for (int run = 0; run < runs; run++) {
      double[] values = normal(60, Seed.of(run));
      Interval interval =
          new Bootstrap()
              .withResamples(300)
              .withConfidence(0.9)
              .withMethod(method)
              .withSeed(Seed.of(run))
              .interval(values.length, rows -> mean(values, rows));
      held += interval.lower() <= 0 && 0 <= interval.upper() ? 1 : 0;
    }
    double fourStandardErrors = 4 * Math.sqrt(0.9 * 0.1 / runs);
    assertThat(held / (double) runs).isCloseTo(0.9, within(fourStandardErrors));
  }

  /**
   * The distribution of a variance is skewed: BCa moves the interval up, and so nearer the truth.
   */
  @Test
  void bcaCorrectsForSkewness() {
    double[] values = normal(40, Seed.of(9));
    Bootstrap percentile = new Bootstrap();
    Interval plain = percentile.interval(40, rows -> variance(values, rows));
    Interval corrected =
        percentile.withMethod(Method.BCA).interval(40, rows -> variance(values, rows));
    assertThat(corrected.lower()).isGreaterThan(plain.lower());
    assertThat(corrected.upper()).isGreaterThan(plain.upper());
    assertThat(corrected.estimate()).isEqualTo(plain.estimate());
  }

  private static double variance(double[] values, int[] rows) {
    double mean = mean(values, rows);
    return Arrays.stream(rows)
        .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
        .average()
        .orElse(Double.NaN);
  }

  @Test
  void equalSeedsGiveEqualIntervals() {
    double[] truth = normal(50, Seed.of(1));
    double[] predicted = normal(50, Seed.of(2));
    Bootstrap bootstrap = new Bootstrap().withSeed(Seed.of(3));
    Interval interval = bootstrap.interval(RegressionMetric.MAE, truth, predicted);
    assertThat(interval).isEqualTo(bootstrap.interval(RegressionMetric.MAE, truth, predicted));
    assertThat(interval.estimate()).isEqualTo(Regression.mae(truth, predicted));
    assertThat(interval.estimate()).isBetween(interval.lower(), interval.upper());
    assertThat(bootstrap.withSeed(Seed.of(4)).interval(RegressionMetric.MAE, truth, predicted))
        .isNotEqualTo(interval);
  }

  @Test
  void resamplesWithoutAValueAreCounted() {
    Labels truth = Labels.of(List.of("no", "yes", "no"), List.of("no", "yes"));
    double[] scores = {0.1, 0.8, 0.2};
    Interval interval =
        new Bootstrap()
            .interval(
                3,
                rows ->
                    RocAuc.binary(
                        truth.rows(rows),
                        Arrays.stream(rows).mapToDouble(i -> scores[i]).toArray()));
    assertThat(interval.estimate()).isEqualTo(1);
    assertThat(interval.lower()).isEqualTo(1);
    double expected = (Math.pow(2 / 3.0, 3) + Math.pow(1 / 3.0, 3)) * 2000;
    assertThat((double) interval.undefined()).isCloseTo(expected, within(4 * Math.sqrt(500)));
    Interval undefined = new Bootstrap().interval(2, rows -> Double.NaN);
    assertThat(undefined.lower()).isNaN();
    assertThat(undefined.undefined()).isEqualTo(2000);
  }

  @Test
  void classesAndTheirMetricsAreDrawnTogether() {
    Labels truth = Labels.of("a", "b", "a", "b", "a", "b");
    Interval interval =
        new Bootstrap().interval(ClassificationMetric.ACCURACY, truth, ClassPredictions.of(truth));
    assertThat(interval).isEqualTo(new Interval(1, 1, 1, 0.95, 0));
  }

  @Test
  void refusesUnusableArguments() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Bootstrap().withResamples(0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Bootstrap().withConfidence(1));
    assertThatThrownBy(() -> new Bootstrap().interval(0, rows -> 1))
        .isInstanceOf(DataException.class);
  }
}
