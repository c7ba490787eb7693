package org.cairnml.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.cairnml.base.Seed;
import org.cairnml.core.Dataset;
import org.cairnml.linalg.Matrix;
import org.cairnml.linear.LinearRegression;
import org.junit.jupiter.api.Test;

/** Coverage of quantiles that are moved, also of bad ones, and of groups. */
final class ConformalQuantileRegressorTest {

  /** A run of the suite that fails by chance is this rare. */
  private static final double CHANCE = 1e-4;

  private static final int REPEATS = 400;

  /** y = x^2 + skewed noise that grows with x in [0, 3]. */
  private static Dataset simulate(int n, Seed seed) {
    SplittableRandom random = seed.generator();
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = 3 * random.nextDouble();
      y[i] = x[i] * x[i] - (0.1 + x[i]) * Math.log(1 - random.nextDouble());
    }
    return Dataset.of(Matrix.wrap(x, n, 1), y);
  }

  private static double coverage(IntervalModel model, Dataset test) {
    int hits = 0;
    for (int i = 0; i < test.rows(); i++) {
      hits += model.interval(test.x().row(i).toArray()).contains(test.target()[i]) ? 1 : 0;
    }
    return hits / (double) test.rows();
  }

  /** Two equal lines are no quantiles at all; the margin makes them right nevertheless. */
  @Test
  void coverageIsThatOfTheTheory() {
    var learner =
        new ConformalQuantileRegressor()
            .withLower(new LinearRegression())
            .withUpper(new LinearRegression())
            .withCoverage(0.8);
    int hits = 0;
    for (int r = 0; r < REPEATS; r++) {
      Seed seed = Seed.of(300).child(r);
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
  void intervalsFollowTheNoiseAndItsSkew() {
    var model = new ConformalQuantileRegressor().fit(simulate(4000, Seed.of(1)));
    Dataset test = simulate(4000, Seed.of(2));
    // given 1000 rows of calibration the coverage is a Beta variate of deviation 0.0095
    assertThat(coverage(model, test)).isCloseTo(0.9, within(0.045));
    assertThat(model.interval(new double[] {2.8}).width())
        .isGreaterThan(3 * model.interval(new double[] {0.2}).width());
    Interval middle = model.interval(new double[] {2});
    assertThat(middle.upper() - 4).isGreaterThan(3 * (4 - middle.lower()));
    assertThat(model.predict(new double[] {2}))
        .isCloseTo((middle.lower() + middle.upper()) / 2, within(1e-9));
  }

  @Test
  void quantilesThatAreTooWideAreDrawnIn() {
    Dataset data = simulate(4000, Seed.of(3));
    var wide = new ConformalQuantileRegressor().withCoverage(0.6).fit(data);
    assertThat(wide.margin()).isNegative();
    assertThat(coverage(wide, simulate(4000, Seed.of(4)))).isCloseTo(0.6, within(0.06));
  }

  /** Groups differ by an offset; which are held out must be a matter of chance alone. */
  @Test
  void groupsAreHeldOutAtRandom() {
    int n = 400;
    SplittableRandom random = Seed.of(5).generator();
    int[] groups = new int[n];
    double[] x = random.doubles(n).toArray();
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      groups[i] = i < 100 ? 0 : 1 + (i - 100) / 10;
      y[i] = x[i] + groups[i];
    }
    Dataset data = Dataset.of(Matrix.wrap(x, n, 1), y).withGroups(groups);
    int largestHeld = 0;
    for (int seed = 0; seed < 200; seed++) {
      var split = HeldOut.split(data, 0.25, Seed.of(seed));
      boolean[] held = new boolean[n];
      Arrays.stream(split.test()).forEach(i -> held[i] = true);
      for (int i = 1; i < n; i++) {
        assertThat(groups[i] != groups[i - 1] || held[i] == held[i - 1]).isTrue();
      }
      assertThat(split.train().length + split.test().length).isEqualTo(n);
      largestHeld += held[0] ? 1 : 0;
    }
    var expected = BinomialDistribution.of(200, 8 / 31.0);
    assertThat(largestHeld)
        .isBetween(
            expected.inverseCumulativeProbability(CHANCE / 2),
            expected.inverseSurvivalProbability(CHANCE / 2));
  }
}
