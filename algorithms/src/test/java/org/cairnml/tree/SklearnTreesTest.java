package org.cairnml.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cairnml.core.ClassWeights;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.testing.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * With at most 255 distinct values a column, bins hold one value each and the trees are those of
 * scikit-learn's exact splitter: the same questions, leaves, predictions and pruning.
 */
final class SklearnTreesTest {

  /** Both add up double impurities of some 200 rows. */
  private static final double ROUNDING = 1e-9;

  private static final Reference EXPECTED =
      Reference.table(SklearnTreesTest.class, "trees_reference.csv");
  private static final Dataset WINE = wine();
  private static final Dataset DIABETES = diabetes();

  private static Dataset wine() {
    Reference table = Reference.table(SklearnTreesTest.class, "trees_wine.csv");
    int[] kinds = Arrays.stream(table.numbers("y")).mapToInt(y -> (int) y).toArray();
    return Dataset.of(table.matrixOf("x"), Labels.of(kinds));
  }

  private static Dataset diabetes() {
    Reference table = Reference.table(SklearnTreesTest.class, "trees_diabetes.csv");
    return Dataset.of(table.matrixOf("x"), table.numbers("y"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gini", "entropy", "leaves", "split", "balanced"})
  void classes(String name) {
    var plain = new DecisionTreeClassifier();
    var learner =
        switch (name) {
          case "gini" -> plain.withMaxDepth(2);
          case "entropy" -> plain.withCriterion(ClassificationCriterion.ENTROPY).withMaxDepth(2);
          case "leaves" -> plain.withMaxLeaves(5);
          case "split" -> plain.withMinSamplesSplit(60);
          default -> plain.withClassWeights(ClassWeights.BALANCED).withMaxDepth(2);
        };
    ClassificationTree model = learner.fit(WINE);
    double[] first = model.probabilities(WINE.x()).column(0).toArray();
    check(name, model.tree(), WINE, first, learner.pruningPath(WINE, new FitOptions()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"squared", "weights", "absolute", "poisson"})
  void numbers(String name) {
    var plain = new DecisionTreeRegressor().withMaxDepth(3);
    Dataset data =
        name.equals("weights")
            ? DIABETES.withWeights(
                IntStream.range(0, DIABETES.rows()).mapToDouble(i -> 1 + i % 3 / 2.0).toArray())
            : DIABETES;
    var learner =
        switch (name) {
          case "squared" -> plain.withMaxDepth(4).withMinSamplesLeaf(3);
          case "weights" -> plain.withMinSamplesLeaf(5);
          case "absolute" -> plain.withCriterion(RegressionCriterion.ABSOLUTE);
          default -> plain.withCriterion(RegressionCriterion.POISSON);
        };
    RegressionTree model = learner.fit(data);
    double[] predicted = model.predict(data.x()).toArray();
    check(name, model.tree(), data, predicted, learner.pruningPath(data, new FitOptions()));
  }

  @Test
  void aStepWithinABinIsFoundOnlyWhereBinsHoldOneValue() {
    assertThat(rowsRight(255)).isEqualTo(255);
    assertThat(rowsRight(2550)).isEqualTo(2550 - 3);
  }

  /** How many of n distinct rows, three in the middle of another class, a full tree fits. */
  private static int rowsRight(int n) {
    int[] classes = IntStream.range(0, n).map(i -> Math.abs(i - n / 2) <= 1 ? 1 : 0).toArray();
    Matrix x = Matrix.ofColumns(IntStream.range(0, n).mapToDouble(i -> i).toArray());
    Labels predicted = new DecisionTreeClassifier().fit(x, Labels.of(classes)).predict(x);
    return (int) IntStream.range(0, n).filter(i -> predicted.code(i) == classes[i]).count();
  }

  private static void check(
      String name, Tree tree, Dataset data, double[] predicted, double[] alphas) {
    Map<String, double[]> expected = EXPECTED.values(name);
    List<Integer> nodes = new ArrayList<>();
    preorder(tree, 0, nodes);
    assertThat(nodes.stream().mapToDouble(k -> tree.isLeaf(k) ? -1 : tree.feature(k)).toArray())
        .as("features")
        .isEqualTo(expected.get("feature"));
    Matrix x = data.x();
    double[] leaves = new double[x.rows()];
    Arrays.setAll(leaves, i -> nodes.indexOf(tree.leaf(x.row(i).toArray())));
    assertThat(leaves).as("leaves").isEqualTo(expected.get("leaf"));
    isClose("predictions", predicted, expected.get("value"));
    double[] gains = nodes.stream().mapToDouble(k -> tree.isLeaf(k) ? 0 : tree.gain(k)).toArray();
    isClose("decreases", gains, expected.get("decrease"));
    isClose("pruning path", alphas, expected.get("alpha"));
  }

  private static void preorder(Tree tree, int node, List<Integer> nodes) {
    nodes.add(node);
    if (!tree.isLeaf(node)) {
      preorder(tree, tree.left(node), nodes);
      preorder(tree, tree.right(node), nodes);
    }
  }

  private static void isClose(String what, double[] actual, double[] expected) {
    assertThat(actual).as(what).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      assertThat(actual[i])
          .as("%s, %d", what, i)
          .isCloseTo(expected[i], within(ROUNDING * Math.max(1, Math.abs(expected[i]))));
    }
  }
}
