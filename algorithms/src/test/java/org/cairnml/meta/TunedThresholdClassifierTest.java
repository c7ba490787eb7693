package org.cairnml.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.cairnml.base.Seed;
import org.cairnml.core.Dataset;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.linear.LogisticRegression;
import org.cairnml.metrics.Average;
import org.cairnml.metrics.ConfusionMatrix;
import org.cairnml.metrics.MatthewsCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TunedThresholdClassifierTest {

  /** Probabilities that are true: a row of class c is drawn with them. */
  private record Rows(Matrix p, Labels labels) {
    static Rows of(int n, int k, long seed) {
      SplittableRandom random = Seed.of(seed).generator();
      Matrix p = Matrix.zeros(n, k);
      int[] codes = new int[n];
      for (int i = 0; i < n; i++) {
        double sum = 0;
        for (int c = 0; c < k; c++) {
          p.set(i, c, Math.exp(2 * random.nextGaussian() - c));
          sum += p.get(i, c);
        }
        double left = random.nextDouble();
        for (int c = 0; c < k; c++) {
          p.set(i, c, p.get(i, c) / sum);
          left -= p.get(i, c);
          codes[i] += left > 0 && c < k - 1 ? 1 : 0;
        }
      }
      List<String> names = List.of("a", "b", "c", "d").subList(0, k);
      return new Rows(p, Labels.ofCodes(codes, names));
    }

    double score(double[] factors, ThresholdGoal goal) {
      return goal.score(counts(factors), List.of());
    }

    double[][] counts(double... factors) {
      double[][] counts = new double[p.cols()][p.cols()];
      for (int i = 0; i < p.rows(); i++) {
        counts[labels.code(i)][ClassFactors.best(p.row(i).toArray(), factors)]++;
      }
      return counts;
    }

    double[] ones() {
      double[] ones = new double[p.rows()];
      Arrays.fill(ones, 1);
      return ones;
    }
  }

  @ParameterizedTest
  @EnumSource(ThresholdGoal.class)
  void noThresholdOfTwoClassesIsBetter(ThresholdGoal goal) {
    Rows rows = Rows.of(300, 2, 1);
    double[] learned = ClassFactors.learn(rows.p(), rows.labels(), rows.ones(), goal, List.of());
    double best = rows.score(learned, goal);
    for (int i = 0; i < rows.p().rows(); i++) {
      double turn = rows.p().get(i, 0) / rows.p().get(i, 1);
      for (double factor : new double[] {turn * (1 - 1e-9), turn * (1 + 1e-9)}) {
        assertThat(rows.score(new double[] {1, factor}, goal)).isLessThanOrEqualTo(best + 1e-12);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ThresholdGoal.class)
  void severalClassesGainOverTheLikeliest(ThresholdGoal goal) {
    Rows rows = Rows.of(500, 4, 2);
    double[] learned = ClassFactors.learn(rows.p(), rows.labels(), rows.ones(), goal, List.of());
    assertThat(rows.score(learned, goal))
        .isGreaterThanOrEqualTo(rows.score(new double[] {1, 1, 1, 1}, goal));
    assertThat(learned[0]).isEqualTo(1);
  }

  /** The goals are the metrics of the same name. */
  @Test
  void goalsAreTheMetricsOfTheirNames() {
    for (int k : new int[] {2, 4}) {
      Rows rows = Rows.of(200, k, 3);
      double[] factors = {1, 1.5, 0.7, 2};
      double[][] counts = rows.counts(Arrays.copyOf(factors, k));
      int[] said = new int[200];
      for (int i = 0; i < said.length; i++) {
        said[i] = ClassFactors.best(rows.p().row(i).toArray(), Arrays.copyOf(factors, k));
      }
      var matrix = ConfusionMatrix.of(rows.labels(), Labels.ofCodes(said, rows.labels().classes()));
      assertThat(ThresholdGoal.BALANCED_ACCURACY.score(counts, List.of()))
          .isCloseTo(matrix.balancedAccuracy(), within(1e-12));
      assertThat(ThresholdGoal.F1.score(counts, List.of()))
          .isCloseTo(k == 2 ? matrix.f1(1) : matrix.f1(Average.MACRO), within(1e-12));
      assertThat(ThresholdGoal.MCC.score(counts, List.of()))
          .isCloseTo(MatthewsCorrelation.of(matrix), within(1e-12));
      assertThat(ThresholdGoal.COST.score(counts, List.of()))
          .isCloseTo(200 * (matrix.accuracy() - 1), within(1e-9));
    }
  }

  /** Elkan's threshold: cost(false positive) / (cost(false positive) + cost(false negative)). */
  @Test
  void theThresholdOfACostIsThatOfTheTheory() {
    Rows rows = Rows.of(200_000, 2, 4);
    var learner = new TunedThresholdClassifier().withCosts(1, 4);
    double[] factors =
        ClassFactors.learn(rows.p(), rows.labels(), rows.ones(), learner.goal(), learner.costs());
    assertThat(factors[0] / (factors[0] + factors[1])).isCloseTo(0.2, within(0.02));
  }

  /** One row in ten is positive; the tuned model pays less on new rows. */
  @Test
  void costsFallOnNewRows() {
    Dataset train = imbalanced(1500, 5);
    Dataset test = imbalanced(4000, 6);
    ThresholdModel tuned =
        new TunedThresholdClassifier()
            .withBase(new LogisticRegression())
            .withCosts(1, 10)
            .fit(train);
    assertThat(tuned.threshold().orElseThrow()).isBetween(0.03, 0.25);
    assertThat(cost(tuned.predict(test.x()), test))
        .isLessThan(0.8 * cost(tuned.base().predict(test.x()), test));
    ThresholdModel again =
        new TunedThresholdClassifier().withCosts(1, 10).tune(tuned.base(), imbalanced(1500, 7));
    assertThat(again.threshold().orElseThrow()).isBetween(0.03, 0.25);
  }

  private static Dataset imbalanced(int n, long seed) {
    SplittableRandom random = Seed.of(seed).generator();
    double[] x = new double[n];
    int[] codes = new int[n];
    for (int i = 0; i < n; i++) {
      codes[i] = random.nextInt(10) == 0 ? 1 : 0;
      x[i] = random.nextGaussian() + 1.5 * codes[i];
    }
    return Dataset.of(Matrix.wrap(x, n, 1), Labels.of(codes));
  }

  private static double cost(Labels said, Dataset test) {
    double cost = 0;
    for (int i = 0; i < said.size(); i++) {
      int truth = test.labels().code(i);
      cost += truth == said.code(i) ? 0 : truth == 1 ? 10 : 1;
    }
    return cost;
  }

  @Test
  void costsThatDoNotSuitAreRefused() {
    assertThatThrownBy(() -> new TunedThresholdClassifier().withCosts(List.of(List.of(0.0, 1.0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("as many for each true class");
    Rows three = Rows.of(60, 3, 8);
    assertThatThrownBy(
            () ->
                new TunedThresholdClassifier()
                    .withCosts(1, 2)
                    .fit(Dataset.of(three.p(), three.labels())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("costs are of 2 classes, but the data have 3");
  }
}
