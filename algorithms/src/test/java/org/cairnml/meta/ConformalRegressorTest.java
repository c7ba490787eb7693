package org.cairnml.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.cairnml.base.DataException;
import org.cairnml.base.Seed;
import org.cairnml.core.Dataset;
import org.cairnml.linalg.Matrix;
import org.cairnml.tree.DecisionTreeRegressor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Coverage of finite samples, and where intervals are wide, on simulated rows. */
final class ConformalRegressorTest {

  /** A run of the suite that fails by chance is this rare. */
  private static final double CHANCE = 1e-4;

  private static final int REPEATS = 400;

  /** y = 2 x + noise, whose deviation is 0.1 + x for x in [0, 1]. */
  private static Dataset simulate(int n, Seed seed) {
    SplittableRandom random = seed.generator();
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = random.nextDouble();
      y[i] = 2 * x[i] + (0.1 + x[i]) * Math.sqrt(3) * (2 * random.nextDouble() - 1);
    }
    return Dataset.of(Matrix.wrap(x, n, 1), y);
  }

  /**
   * One new row for each fit, so that hits are independent: with 40 rows for calibration the
   * coverage is exactly ceil(41 * 0.8) / 41 = 33 / 41.
   */
  @ParameterizedTest
  @EnumSource(IntervalWidth.class)
  void coverageIsThatOfTheTheory(IntervalWidth width) {
    var learner = new ConformalRegressor().withWidth(width).withCoverage(0.8);
    int hits = 0;
    for (int r = 0; r < REPEATS; r++) {
      Seed seed = Seed.of(100).child(r);
      var model = learner.withSeed(r).fit(simulate(160, seed.child(0)));
      Dataset row = simulate(1, seed.child(1));
      hits += model.interval(row.x().row(0).toArray()).contains(row.target()[0]) ? 1 : 0;
    }
    var expected = BinomialDistribution.of(REPEATS, 33.0 / 41);
    assertThat(hits)
        .isBetween(
            expected.inverseCumulativeProbability(CHANCE / 2),
            expected.inverseSurvivalProbability(CHANCE / 2));
  }

  @Test
  void adaptiveIntervalsAreWideWhereNoiseIs() {
    Dataset data = simulate(2000, Seed.of(3));
    var adaptive = new ConformalRegressor().withWidth(IntervalWidth.ADAPTIVE).fit(data);
    double[] calm = {0.05};
    double[] wild = {0.95};
    assertThat(adaptive.interval(wild).width()).isGreaterThan(3 * adaptive.interval(calm).width());
    var constant = new ConformalRegressor().fit(data);
    assertThat(constant.interval(wild).width())
        .isCloseTo(constant.interval(calm).width(), within(1e-12));
  }

  @Test
  void aLearnerThatRemembersItsRowsIsCoveredToo() {
    var base = new DecisionTreeRegressor();
    var model = new ConformalRegressor().withBase(base).fit(simulate(4000, Seed.of(5)));
    Dataset test = simulate(4000, Seed.of(6));
    int hits = 0;
    for (int i = 0; i < test.rows(); i++) {
      hits += model.interval(test.x().row(i).toArray()).contains(test.target()[i]) ? 1 : 0;
    }
    // given 1000 rows of calibration the coverage is a Beta variate of deviation 0.0095
    assertThat(hits / 4000.0).isCloseTo(0.9, within(0.045));
  }

  @Test
  void tooFewRowsForTheCoverageAreRefused() {
    assertThatThrownBy(() -> new ConformalRegressor().fit(simulate(20, Seed.of(1))))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("at least 9 rows");
    assertThat(ConformalQuantile.of(new double[] {1, 2, 3}, 0.9)).isInfinite();
    assertThat(ConformalQuantile.required(new double[] {5, 1, 9, 2, 8, 3, 7, 4, 6}, 0.9))
        .isEqualTo(9);
    assertThat(ConformalQuantile.required(new double[] {4, 2, 3, 1}, 0.6)).isEqualTo(3);
  }
}
