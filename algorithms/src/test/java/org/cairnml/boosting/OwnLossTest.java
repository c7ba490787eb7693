package org.cairnml.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.cairnml.core.ClassWeights;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class OwnLossTest {

  private static final int ROWS = 3000;
  private static final double ROUNDING = 1e-12;

  /** The logistic loss in the form that does not overflow. */
  private record Logistic() implements OwnLoss {
    @Override
    public double[] start(double[] targets, double[] weights) {
      double ones = 0;
      double total = 0;
      for (int i = 0; i < targets.length; i++) {
        ones += targets[i] * weights[i];
        total += weights[i];
      }
      return new double[] {Math.log(ones) - Math.log(total - ones)};
    }

    @Override
    public double value(double[] targets, double[] weights, double[][] scores) {
      double sum = 0;
      for (int i = 0; i < targets.length; i++) {
        double s = scores[0][i];
        sum += weights[i] * (Math.log1p(Math.exp(-Math.abs(s))) + Math.max(s, 0) - targets[i] * s);
      }
      return sum;
    }

    @Override
    public void derivatives(
        double[] targets, double[][] scores, double[][] first, double[][] second) {
      for (int i = 0; i < targets.length; i++) {
        double e = Math.exp(-Math.abs(scores[0][i]));
        double q = 1 / (1 + e);
        first[0][i] = (scores[0][i] >= 0 ? q : e * q) - targets[i];
        second[0][i] = e * q * q;
      }
    }
  }

  /** The log-likelihood of k classes. */
  private record Softmax(int outputs, ClassLink link) implements OwnLoss {
    @Override
    public double[] start(double[] targets, double[] weights) {
      double[] mass = new double[outputs];
      for (int i = 0; i < targets.length; i++) {
        mass[(int) targets[i]] += weights[i];
      }
      double total = Arrays.stream(weights).sum();
      return Arrays.stream(mass).map(m -> Math.log(m / total)).toArray();
    }

    private double[] shares(double[][] scores, int i) {
      double most = Arrays.stream(scores).mapToDouble(s -> s[i]).max().orElseThrow();
      double[] e = Arrays.stream(scores).mapToDouble(s -> Math.exp(s[i] - most)).toArray();
      double sum = 0;
      for (double each : e) {
        sum += each;
      }
      double one = 1 / sum;
      return Arrays.stream(e).map(each -> each * one).toArray();
    }

    @Override
    public double value(double[] targets, double[] weights, double[][] scores) {
      double sum = 0;
      for (int i = 0; i < targets.length; i++) {
        sum -= weights[i] * Math.log(shares(scores, i)[(int) targets[i]]);
      }
      return sum;
    }

    @Override
    public void derivatives(
        double[] targets, double[][] scores, double[][] first, double[][] second) {
      for (int i = 0; i < targets.length; i++) {
        double[] p = shares(scores, i);
        for (int k = 0; k < outputs; k++) {
          first[k][i] = p[k] - (targets[i] == k ? 1 : 0);
          second[k][i] = p[k] * (1 - p[k]);
        }
      }
    }
  }

  /** Half the squared error of the relevance. */
  private record SquaredRelevance(int outputs) implements OwnLoss {
    @Override
    public double[] start(double[] targets, double[] weights) {
      return new double[outputs];
    }

    @Override
    public double value(double[] targets, double[] weights, double[][] scores) {
      double sum = 0;
      for (int i = 0; i < targets.length; i++) {
        sum += (targets[i] - scores[0][i]) * (targets[i] - scores[0][i]) / 2;
      }
      return sum;
    }

    @Override
    public void derivatives(
        double[] targets, double[][] scores, double[][] first, double[][] second) {
      for (int i = 0; i < targets.length; i++) {
        first[0][i] = scores[0][i] - targets[i];
        second[0][i] = 1;
      }
    }
  }

  private static Matrix features() {
    var random = new SplittableRandom(4);
    return Matrix.wrap(random.doubles(4L * ROWS, -1, 1).toArray(), ROWS, 4);
  }

  private static Dataset classes(int k) {
    Matrix x = features();
    var random = new SplittableRandom(5);
    int[] codes = new int[ROWS];
    double[] weights = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      double at = (x.get(i, 0) * x.get(i, 1) + 1) / 2 + 0.3 * random.nextDouble();
      codes[i] = (int) Math.min(k - 1, at * k);
      weights[i] = 0.5 + i % 3;
    }
    String[] names = {"a", "b", "c"};
    return Dataset.of(x, Labels.ofCodes(codes, Arrays.asList(names).subList(0, k)))
        .withWeights(weights);
  }

  @ParameterizedTest
  @EnumSource(ClassWeights.class)
  void anOwnLogisticLossIsTheBuiltInOne(ClassWeights classWeights) {
    Dataset data = classes(2);
    var learner = new GradientBoostingClassifier().withTrees(40).withClassWeights(classWeights);
    ClassificationBoosting own = learner.fit(data, new FitOptions(), new Logistic());
    ClassificationBoosting builtIn = learner.fit(data);
    assertThat(own.trees()).isEqualTo(builtIn.trees());
    assertThat(own.probabilities(data.x()).data())
        .containsExactly(builtIn.probabilities(data.x()).data(), within(ROUNDING));
    assertThat(own.summary().objective())
        .isCloseTo(builtIn.summary().objective(), within(ROUNDING));
  }

  @Test
  void anOwnSoftmaxLossIsTheBuiltInOne() {
    Dataset data = classes(3);
    var learner = new GradientBoostingClassifier().withTrees(20);
    var own = learner.fit(data, new FitOptions(), new Softmax(3, ClassLink.SOFTMAX));
    double[] builtIn = learner.fit(data).probabilities(data.x()).data();
    assertThat(own.probabilities(data.x()).data()).containsExactly(builtIn, within(ROUNDING));
  }

  @Test
  void theLinkOfALossIsTheModels() {
    Dataset data = classes(3);
    var model =
        new GradientBoostingClassifier()
            .withTrees(3)
            .fit(data, new FitOptions(), new Softmax(3, ClassLink.ONE_VERSUS_REST));
    assertThat(model.link()).isEqualTo(ClassLink.ONE_VERSUS_REST);
  }

  @Test
  void aRankerThatOnlyGuessesTheRelevanceIsARegressor() {
    Matrix x = features();
    int[] queries = new int[ROWS];
    double[] relevance = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      queries[i] = i / 20;
      relevance[i] = Math.floor(2 + x.get(i, 0) + x.get(i, 1));
    }
    Dataset data = Dataset.of(x, relevance);
    double[] ranked =
        new GradientBoostingRanker()
            .withTrees(20)
            .fit(data.withGroups(queries), new FitOptions(), new SquaredRelevance(1))
            .scores(x)
            .toArray();
    double[] guessed =
        new GradientBoostingRegressor()
            .withTrees(20)
            .withBaseScore(0)
            .fit(data)
            .predict(x)
            .toArray();
    assertThat(ranked).isEqualTo(guessed);
  }

  @Test
  void aLossOfAnotherNumberOfScoresIsRefused() {
    Dataset data = classes(3);
    assertThatThrownBy(
            () -> new GradientBoostingClassifier().fit(data, new FitOptions(), new Logistic()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("outputs() of 3, but has 1");
    Dataset ranks = Dataset.of(features(), new double[ROWS]);
    assertThatThrownBy(
            () ->
                new GradientBoostingRanker().fit(ranks, new FitOptions(), new SquaredRelevance(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("outputs() of 1");
  }
}
