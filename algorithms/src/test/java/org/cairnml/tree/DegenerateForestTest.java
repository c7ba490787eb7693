package org.cairnml.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.base.Seed;
import org.cairnml.core.Classifier;
import org.cairnml.core.Dataset;
import org.cairnml.core.Feature;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Schema;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DegenerateForestTest {

  private static final double NAN = Double.NaN;
  private static final int TREES = 5;

  /** All rows for every tree. */
  static List<Classifier<ClassificationForest>> learners() {
    return List.of(
        new RandomForestClassifier().withTrees(TREES).withBootstrap(false),
        new ExtraTreesClassifier().withTrees(TREES));
  }

  @ParameterizedTest
  @MethodSource("learners")
  void constantAndMissingColumnsMakeLeaves(Classifier<ClassificationForest> learner) {
    Matrix x = Matrix.ofColumns(new double[] {7, 7, 7}, new double[] {NAN, NAN, NAN});
    ClassificationForest forest = learner.fit(x, 0, 0, 1);
    assertThat(forest.trees()).allMatch(tree -> tree.nodes() == 1);
    assertThat(forest.probabilities(new double[] {NAN, 1})[0]).isEqualTo(2.0 / 3);
  }

  @ParameterizedTest
  @MethodSource("learners")
  void conflictingLabelsBecomeShares(Classifier<ClassificationForest> learner) {
    ClassificationForest forest = learner.fit(Matrix.ofColumns(new double[] {1, 1, 2}), 0, 1, 1);
    assertThat(forest.probabilities(new double[] {1})).containsExactly(0.5, 0.5);
    assertThat(forest.probabilities(new double[] {2})).containsExactly(0, 1);
  }

  @ParameterizedTest
  @MethodSource("learners")
  void oneRowIsPredictedAsItself(Classifier<ClassificationForest> learner) {
    ClassificationForest forest = learner.fit(Matrix.of(1, 2, 1, NAN), 0);
    assertThat(forest.probabilities(new double[] {0, 0})).containsExactly(1);
  }

  @ParameterizedTest
  @MethodSource("learners")
  void aBinaryColumnWhoseBorderRowsShareALabelIsSplit(Classifier<ClassificationForest> learner) {
    ClassificationForest forest =
        learner.fit(Matrix.ofColumns(new double[] {0, 0, 0, 1, 1, 1}), 0, 0, 1, 1, 1, 1);
    assertThat(forest.probabilities(new double[] {1})).containsExactly(0, 1);
    assertThat(forest.probabilities(new double[] {0})[0]).isBetween(0.6, 0.7);
  }

  @ParameterizedTest
  @MethodSource("learners")
  void extremeValuesAreSplit(Classifier<ClassificationForest> learner) {
    double[] x = {-Double.MAX_VALUE, -1, Double.MIN_VALUE, 0, Double.MAX_VALUE, 1e308};
    int[] y = {0, 1, 2, 3, 4, 5};
    ClassificationForest forest = learner.fit(Matrix.ofColumns(x), y);
    assertThat(forest.predict(Matrix.ofColumns(x)).codes()).isEqualTo(y);
  }

  @ParameterizedTest
  @MethodSource("learners")
  void aThousandCategoriesAreTaken(Classifier<ClassificationForest> learner) {
    List<String> levels = IntStream.range(0, 1000).mapToObj(i -> "c" + i).toList();
    Schema schema = new Schema(List.of(Feature.category("c", levels)));
    Matrix x = Matrix.ofColumns(IntStream.range(0, 4000).mapToDouble(i -> i % 1000).toArray());
    int[] y = IntStream.range(0, 4000).map(i -> i % 1000 % 2).toArray();
    ClassificationForest forest = learner.fit(Dataset.of(x, schema).withLabels(Labels.of(y)));
    int[] predicted = forest.predict(x).codes();
    long right = IntStream.range(0, y.length).filter(i -> predicted[i] == y[i]).count();
    assertThat(right).isGreaterThan(y.length * 6 / 10);
  }

  @ParameterizedTest
  @MethodSource("learners")
  void aHundredThousandColumnsAreTaken(Classifier<ClassificationForest> learner) {
    int d = 100_000;
    Matrix x = Matrix.zeros(20, d);
    int[] y = IntStream.range(0, 20).map(i -> i % 2).toArray();
    for (int i = 0; i < 20; i++) {
      x.set(i, 77_777, y[i]);
      x.set(i, i, 1);
    }
    ClassificationForest forest = learner.fit(x, y);
    assertThat(forest.predict(x).codes()).isEqualTo(y);
  }

  @Test
  void aMonotoneTransformLeavesTheForest() {
    var random = Seed.of(5).generator();
    double[][] rows = new double[200][3];
    double[][] cubes = new double[rows.length][3];
    int[] y = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      Arrays.setAll(rows[i], j -> random.nextInt(-20, 20));
      cubes[i] = Arrays.stream(rows[i]).map(v -> v * v * v).toArray();
      y[i] = rows[i][0] * rows[i][1] > rows[i][2] ? 1 : 0;
    }
    var learner = new RandomForestClassifier().withTrees(TREES);
    double[][] plain = learner.fit(Matrix.of(rows), y).probabilities(Matrix.of(rows)).toArray();
    double[][] cubed = learner.fit(Matrix.of(cubes), y).probabilities(Matrix.of(cubes)).toArray();
    assertThat(cubed).isEqualTo(plain);
  }

  @ParameterizedTest
  @MethodSource("learners")
  void indicatorsThatExcludeEachOtherDoNotDependOnThreads(
      Classifier<ClassificationForest> learner) {
    var random = Seed.of(6).generator();
    Matrix x = Matrix.zeros(3_000, 30);
    int[] y = new int[x.rows()];
    for (int i = 0; i < y.length; i++) {
      int turn = random.nextInt(30);
      x.set(i, turn, 1);
      y[i] = random.nextInt(4) == 0 ? random.nextInt(3) : turn % 3;
    }
    Dataset data = Dataset.of(x, Labels.of(y));
    List<Tree> one = learner.fit(data, new FitOptions().withWorkers(1)).trees();
    assertThat(learner.fit(data, new FitOptions().withWorkers(2)).trees()).isEqualTo(one);
    assertThat(learner.fit(data, new FitOptions().withWorkers(4)).trees()).isEqualTo(one);
  }
}
