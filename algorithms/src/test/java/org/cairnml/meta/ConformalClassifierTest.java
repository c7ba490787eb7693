package org.cairnml.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.cairnml.base.DataException;
import org.cairnml.base.Seed;
import org.cairnml.core.Dataset;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.linear.LogisticRegression;
import org.cairnml.tree.DecisionTreeClassifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Coverage of sets of classes on simulated rows, and how large they are. */
final class ConformalClassifierTest {

  /** A run of the suite that fails by chance is this rare. */
  private static final double CHANCE = 1e-4;

  private static final int REPEATS = 400;

  /** Four classes around the corners of a square; the farther to the right, the less mixed up. */
  private static Dataset simulate(int n, Seed seed) {
    SplittableRandom random = seed.generator();
    Matrix x = Matrix.zeros(n, 2);
    String[] labels = new String[n];
    for (int i = 0; i < n; i++) {
      int c = random.nextInt(4);
      labels[i] = "abcd".substring(c, c + 1);
      x.set(i, 0, (c % 2) * 1.5 + random.nextGaussian());
      x.set(i, 1, (c / 2) * 3.0 + random.nextGaussian());
    }
    return Dataset.of(x, Labels.of(labels));
  }

  private static boolean hit(ConformalClassificationModel model, Dataset data, int i) {
    return model.set(data.x().row(i).toArray()).contains(data.labels().get(i));
  }

  /** With 40 rows for calibration the coverage of LAC is ceil(41 * 0.8) / 41; APS has no less. */
  @ParameterizedTest
  @EnumSource(SetScore.class)
  void coverageIsThatOfTheTheory(SetScore score) {
    var learner = new ConformalClassifier().withScore(score).withCoverage(0.8);
    int hits = 0;
    for (int r = 0; r < REPEATS; r++) {
      Seed seed = Seed.of(200).child(r);
      Dataset train = simulate(160, seed.child(0));
      hits += hit(learner.withSeed(r).fit(train), simulate(1, seed.child(1)), 0) ? 1 : 0;
    }
    var expected = BinomialDistribution.of(REPEATS, 33.0 / 41);
    assertThat(hits).isGreaterThanOrEqualTo(expected.inverseCumulativeProbability(CHANCE / 2));
    if (score == SetScore.LAC) {
      assertThat(hits).isLessThanOrEqualTo(expected.inverseSurvivalProbability(CHANCE / 2));
    }
  }

  /** A bad base makes sets large, not wrong. */
  @ParameterizedTest
  @EnumSource(SetScore.class)
  void anOverconfidentLearnerIsCoveredTooByLargerSets(SetScore score) {
    Dataset train = simulate(3000, Seed.of(1));
    Dataset test = simulate(3000, Seed.of(2));
    var good = new ConformalClassifier().withScore(score).fit(train);
    var bad =
        new ConformalClassifier()
            .withScore(score)
            .withBase(new DecisionTreeClassifier().withMinSamplesLeaf(3))
            .fit(train);
    for (var model : List.of(good, bad)) {
      long hits = IntStream.range(0, test.rows()).filter(i -> hit(model, test, i)).count();
      // given 750 rows of calibration the coverage is a Beta variate of deviation 0.011
      assertThat(hits / 3000.0).isGreaterThan(0.855);
    }
    assertThat(meanSize(bad, test)).isGreaterThan(meanSize(good, test));
  }

  private static double meanSize(ConformalClassificationModel model, Dataset test) {
    return IntStream.range(0, test.rows())
        .map(i -> model.set(test.x().row(i).toArray()).size())
        .average()
        .orElseThrow();
  }

  @Test
  void setsAreSortedAndThoseOfApsAreNeverEmpty() {
    var model = new ConformalClassifier().withCoverage(0.5).fit(simulate(400, Seed.of(3)));
    Dataset test = simulate(300, Seed.of(4));
    for (int i = 0; i < test.rows(); i++) {
      double[] row = test.x().row(i).toArray();
      List<String> set = model.set(row);
      assertThat(set).isNotEmpty().first().isEqualTo(model.predict(row));
      double[] p =
          set.stream().mapToDouble(c -> model.probabilities(row)["abcd".indexOf(c)]).toArray();
      for (int k = 1; k < p.length; k++) {
        assertThat(p[k]).isLessThanOrEqualTo(p[k - 1]);
      }
    }
  }

  @Test
  void aFittedModelIsCalibratedOnRowsOfItsOwn() {
    var base = new LogisticRegression().fit(simulate(300, Seed.of(5)));
    var model = new ConformalClassifier().calibrate(base, simulate(2000, Seed.of(6)));
    Dataset test = simulate(3000, Seed.of(7));
    long hits = IntStream.range(0, test.rows()).filter(i -> hit(model, test, i)).count();
    assertThat(hits / 3000.0).isCloseTo(0.92, within(0.04));
    assertThat(model.base()).isSameAs(base);
  }

  @Test
  void tooFewRowsAreRefused() {
    assertThatThrownBy(() -> new ConformalClassifier().fit(simulate(20, Seed.of(8))))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("at least 9 rows");
  }
}
