package org.cairnml.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.tree.AdditiveTrees;
import org.cairnml.tree.ClassificationForest;
import org.cairnml.tree.DecisionTreeClassifier;
import org.cairnml.tree.DecisionTreeRegressor;
import org.cairnml.tree.RandomForestClassifier;
import org.cairnml.tree.RandomForestRegressor;
import org.cairnml.tree.RegressionForest;
import org.cairnml.tree.Tree;
import org.junit.jupiter.api.Test;

final class StagesAndLeavesTest {

  private static final int ROWS = 400;
  private static final double ORDER_OF_SUMS = 1e-12;

  /** Three numeric columns with holes, and a target of at least 1. */
  private static Dataset numbers() {
    var random = new SplittableRandom(1);
    Matrix x = Matrix.wrap(random.doubles(3L * ROWS, -1, 1).toArray(), ROWS, 3);
    double[] y = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      y[i] = 2 + x.get(i, 0) + (x.get(i, 1) > 0 ? x.get(i, 2) : 0);
      if (i % 9 == 0) {
        x.set(i, i % 3, Double.NaN);
      }
    }
    return Dataset.of(x, y);
  }

  private static Dataset classes(int k) {
    Dataset data = numbers();
    double[] y = data.target();
    int[] codes = IntStream.range(0, ROWS).map(i -> (int) (y[i] * 7) % k).toArray();
    return data.withLabels(
        Labels.ofCodes(codes, IntStream.range(0, k).mapToObj(c -> "c" + c).toList()));
  }

  @Test
  void stagesOfNumbersAreThoseOfTheShorterModels() {
    Dataset data = numbers();
    var learner = new GradientBoostingRegressor().withLoss(RegressionLoss.POISSON).withTrees(12);
    RegressionBoosting model = learner.fit(data);
    Matrix staged = model.stagedPredictions(data.x());
    assertThat(staged.cols()).isEqualTo(13);
    for (int r = 0; r <= 12; r++) {
      assertThat(staged.column(r).toArray()).isEqualTo(model.after(r).predict(data.x()).toArray());
    }
  }

  @Test
  void stagesOfClassesAreThoseOfTheShorterModels() {
    for (int k = 2; k <= 3; k++) {
      Dataset data = classes(k);
      ClassificationBoosting model = new GradientBoostingClassifier().withTrees(9).fit(data);
      List<Matrix> staged = model.stagedProbabilities(data.x());
      assertThat(staged).hasSize(10);
      for (int r = 0; r <= 9; r++) {
        assertThat(staged.get(r)).isEqualTo(model.after(r).probabilities(data.x()));
      }
    }
  }

  @Test
  void stagesOfScoresAreThoseOfTheShorterModels() {
    Dataset numbers = numbers();
    double[] grades = IntStream.range(0, ROWS).mapToDouble(i -> i % 4).toArray();
    Dataset data = numbers.withTarget(grades);
    RankingBoosting model = new GradientBoostingRanker().withTrees(5).fit(data);
    Matrix staged = model.stagedScores(data.x());
    for (int r = 0; r <= 5; r++) {
      assertThat(staged.column(r).toArray()).isEqualTo(model.after(r).scores(data.x()).toArray());
    }
  }

  @Test
  void leafNumbersAddUpToThePredictionOfOneNumber() {
    Dataset data = numbers();
    RegressionBoosting boosting = new GradientBoostingRegressor().withTrees(20).fit(data);
    RegressionForest forest = new RandomForestRegressor().withTrees(20).fit(data);
    var tree = new DecisionTreeRegressor().fit(data);
    check(boosting, data.x(), i -> new double[] {boosting.predict(row(data, i))});
    check(forest, data.x(), i -> new double[] {forest.predict(row(data, i))});
    check(tree, data.x(), i -> new double[] {tree.predict(row(data, i))});
  }

  @Test
  void leafNumbersAddUpToTheProbabilitiesOrScores() {
    Dataset data = classes(3);
    ClassificationForest forest = new RandomForestClassifier().withTrees(20).fit(data);
    var tree = new DecisionTreeClassifier().fit(data);
    ClassificationBoosting boosting = new GradientBoostingClassifier().withTrees(20).fit(data);
    check(forest, data.x(), i -> forest.probabilities(row(data, i)));
    check(tree, data.x(), i -> tree.probabilities(row(data, i)));
    Matrix scores = Matrix.zeros(ROWS, 3);
    boosting.ensemble().scoresInto(data.x(), boosting.schema(), scores.data(), (from, to) -> {});
    check(boosting, data.x(), i -> scores.row(i).toArray());
  }

  private static double[] row(Dataset data, int i) {
    return data.x().row(i).toArray();
  }

  private static void check(AdditiveTrees model, Matrix x, IntFunction<double[]> predicted) {
    int[][] leaves = model.leafIndices(x);
    for (int i = 0; i < x.rows(); i++) {
      assertThat(leaves[i]).isEqualTo(model.leafIndices(x.row(i).toArray()));
      double[] expected = predicted.apply(i);
      for (int o = 0; o < model.outputs(); o++) {
        assertThat(model.base(o) + model.scale() * sumOfLeaves(model, leaves[i], o))
            .isCloseTo(expected[o], within(ORDER_OF_SUMS));
      }
    }
  }

  private static double sumOfLeaves(AdditiveTrees model, int[] leaves, int output) {
    double sum = 0;
    for (int t = 0; t < leaves.length; t++) {
      Tree tree = model.trees().get(t);
      assertThat(tree.isLeaf(leaves[t])).isTrue();
      int of = model.outputOf(t);
      if (of == AdditiveTrees.EVERY_OUTPUT || of == output) {
        sum += tree.value(leaves[t], of == AdditiveTrees.EVERY_OUTPUT ? output : 0);
      }
    }
    return sum;
  }

  @Test
  void rowsThatDoNotFitAreRefused() {
    RegressionBoosting model = new GradientBoostingRegressor().withTrees(2).fit(numbers());
    Matrix narrow = Matrix.zeros(2, 2);
    assertThatThrownBy(() -> model.leafIndices(new double[2])).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> model.leafIndices(narrow)).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> model.stagedPredictions(narrow)).isInstanceOf(DataException.class);
  }
}
