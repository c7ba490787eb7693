package org.cairnml.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cairnml.base.DataException;
import org.cairnml.base.Seed;
import org.cairnml.core.Dataset;
import org.cairnml.core.Feature;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Schema;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.junit.jupiter.api.Test;

class DecisionTreeTest {

  private static final double NAN = Double.NaN;

  private static Dataset grid(long seed, int n, int d, int classes) {
    SplittableRandom random = Seed.of(seed).generator();
    Matrix x = Matrix.zeros(n, d);
    int[] y = new int[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        x.set(i, j, random.nextInt(20) == 0 ? NAN : random.nextInt(-4, 5));
      }
      y[i] = random.nextInt(classes);
    }
    return Dataset.of(x, Labels.of(y));
  }

  @Test
  void aBinaryColumnWhoseBorderRowsShareALabelIsSplit() {
    double[] x = new double[100];
    int[] y = new int[100];
    for (int i = 0; i < 100; i++) {
      x[i] = i / 50;
      y[i] = i % 50 < (i < 50 ? 10 : 40) ? 1 : 0;
    }
    for (int rotation = 0; rotation < 50; rotation++) {
      int[] labels = new int[100];
      for (int i = 0; i < 100; i++) {
        labels[i] = y[i / 50 * 50 + (i + rotation) % 50];
      }
      ClassificationTree model = new DecisionTreeClassifier().fit(Matrix.ofColumns(x), labels);
      assertThat(model.tree().leaves()).isEqualTo(2);
      assertThat(model.probabilities(new double[] {0})[1]).isEqualTo(0.2);
      assertThat(model.probabilities(new double[] {1})[1]).isEqualTo(0.8);
    }
  }

  @Property(tries = 50)
  void distinctRowsAreFittedExactly(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int n) {
    Matrix x = Matrix.zeros(n, 3);
    double[] y = new double[n];
    int[] classes = new int[n];
    SplittableRandom random = Seed.of(seed).generator();
    for (int i = 0; i < n; i++) {
      x.set(i, 0, i);
      x.set(i, 1, random.nextInt(5));
      x.set(i, 2, random.nextInt(5));
      y[i] = random.nextDouble();
      classes[i] = random.nextInt(4);
    }
    ClassificationTree classifier = new DecisionTreeClassifier().fit(x, classes);
    assertThat(classifier.predict(x)).isEqualTo(Labels.of(classes));
    for (RegressionCriterion criterion : RegressionCriterion.values()) {
      RegressionTree regressor = new DecisionTreeRegressor().withCriterion(criterion).fit(x, y);
      assertThat(regressor.predict(x).toArray()).containsExactly(y);
    }
  }

  @Property(tries = 30)
  void aWeightIsARepetition(@ForAll long seed, @ForAll ClassificationCriterion criterion) {
    Dataset data = grid(seed, 60, 3, 3);
    double[] weights = Seed.of(seed).generator().ints(60, 0, 4).asDoubleStream().toArray();
    weights[0] = 2;
    int[] repeated =
        IntStream.range(0, 60)
            .flatMap(i -> IntStream.range(0, (int) weights[i]).map(r -> i))
            .toArray();
    var learner = new DecisionTreeClassifier().withCriterion(criterion).withMinSamplesLeaf(3);
    Tree weighted = learner.fit(data.withWeights(weights)).tree();
    assertThat(weighted).isEqualTo(learner.fit(data.rows(repeated)).tree());
  }

  @Property(tries = 20)
  void aMonotoneTransformLeavesThePartition(@ForAll long seed) {
    Dataset data = grid(seed, 80, 3, 2);
    Matrix cubed = Matrix.zeros(80, 3);
    for (int i = 0; i < 80; i++) {
      for (int j = 0; j < 3; j++) {
        cubed.set(i, j, Math.pow(data.x().get(i, j), 3) + 1000 * j);
      }
    }
    ClassificationTree plain = new DecisionTreeClassifier().fit(data);
    ClassificationTree transformed =
        new DecisionTreeClassifier().fit(data.withFeatures(cubed, data.schema()));
    for (int i = 0; i < 80; i++) {
      assertThat(transformed.tree().leaf(cubed.row(i).toArray()))
          .isEqualTo(plain.tree().leaf(data.x().row(i).toArray()));
    }
  }

  @Test
  void permutedColumnsPermuteImportances() {
    SplittableRandom random = Seed.of(5).generator();
    Matrix x = Matrix.zeros(300, 4);
    double[] y = new double[300];
    for (int i = 0; i < 300; i++) {
      for (int j = 0; j < 4; j++) {
        x.set(i, j, random.nextDouble());
      }
      y[i] = 3 * x.get(i, 0) + x.get(i, 1) * x.get(i, 2) + random.nextDouble();
    }
    int[] order = {2, 0, 3, 1};
    var learner = new DecisionTreeRegressor().withMinSamplesLeaf(10);
    for (Importance kind : Importance.values()) {
      double[] plain = learner.fit(x, y).importances(kind);
      double[] permuted = learner.fit(x.columns(order), y).importances(kind);
      for (int j = 0; j < 4; j++) {
        assertThat(permuted[j]).isEqualTo(plain[order[j]], within(1e-12));
      }
      assertThat(Arrays.stream(plain).sum()).isEqualTo(1, within(1e-12));
    }
  }

  @Test
  void missingValuesGoWhereTheyHelp() {
    double[] x = {1, 2, 3, 4, NAN, NAN, 5, 6};
    Matrix m = Matrix.ofColumns(x);
    ClassificationTree right =
        new DecisionTreeClassifier().withMaxDepth(1).fit(m, 0, 0, 0, 0, 1, 1, 1, 1);
    assertThat(right.predictCode(new double[] {NAN})).isEqualTo(1);
    ClassificationTree left =
        new DecisionTreeClassifier().withMaxDepth(1).fit(m, 0, 0, 0, 0, 0, 0, 1, 1);
    assertThat(left.predictCode(new double[] {NAN})).isZero();
    ClassificationTree alone =
        new DecisionTreeClassifier().withMaxDepth(1).fit(m, 0, 0, 0, 0, 1, 1, 0, 0);
    assertThat(alone.predictCode(new double[] {NAN})).isEqualTo(1);
    assertThat(alone.predictCode(new double[] {1e300})).isZero();
  }

  @Test
  void withoutMissingRowsTheyGoWithMost() {
    double[] x = {1, 2, 3, 4, 5, 6};
    ClassificationTree model =
        new DecisionTreeClassifier().fit(Matrix.ofColumns(x), 0, 0, 1, 1, 1, 1);
    assertThat(model.predictCode(new double[] {NAN})).isEqualTo(1);
  }

  @Test
  void categoriesAreSplitWithoutOrder() {
    List<String> levels = IntStream.range(0, 12).mapToObj(i -> "level" + i).toList();
    Schema schema = new Schema(List.of(Feature.category("c", levels)));
    double[] x = new double[240];
    String[] y = new String[240];
    for (int i = 0; i < 240; i++) {
      x[i] = i % 12;
      y[i] = i % 12 % 3 == 1 ? "yes" : "no";
    }
    Dataset data = Dataset.of(Matrix.ofColumns(x), schema).withLabels(Labels.of(y));
    ClassificationTree model = new DecisionTreeClassifier().fit(data);
    assertThat(model.tree().leaves()).isEqualTo(2);
    assertThat(model.predict(data.x())).isEqualTo(data.labels());
    assertThat(model.predict(new double[] {NAN})).isEqualTo("no");
    assertThat(model.predict(new double[] {99})).isEqualTo("no");
  }

  @Test
  void aThousandCategoriesAreTaken() {
    List<String> levels = IntStream.range(0, 1000).mapToObj(i -> "c" + i).toList();
    Schema schema = new Schema(List.of(Feature.category("c", levels)));
    double[] x = IntStream.range(0, 4000).mapToDouble(i -> i % 1000).toArray();
    double[] y = Arrays.stream(x).map(c -> c % 7).toArray();
    Dataset data = Dataset.of(Matrix.ofColumns(x), schema).withTarget(y);
    RegressionTree model = new DecisionTreeRegressor().fit(data);
    assertThat(model.tree().leaves()).isGreaterThan(6);
    assertThat(model.predict(data.x()).toArray()).hasSize(4000);
  }

  @Test
  void degenerateDataMakeALeaf() {
    Matrix constant = Matrix.ofColumns(new double[] {7, 7, 7}, new double[] {NAN, NAN, NAN});
    ClassificationTree model = new DecisionTreeClassifier().fit(constant, 0, 0, 1);
    assertThat(model.tree().nodes()).isEqualTo(1);
    assertThat(model.probabilities(new double[] {7, NAN})[0]).isEqualTo(2.0 / 3);
    Matrix one = Matrix.of(1, 2, 1, 2);
    assertThat(new DecisionTreeRegressor().fit(one, 42.0).predict(new double[] {0, 0}))
        .isEqualTo(42);
    Matrix same = Matrix.ofColumns(new double[] {1, 1, 2, 2});
    ClassificationTree conflict = new DecisionTreeClassifier().fit(same, 0, 1, 0, 1);
    assertThat(conflict.probabilities(new double[] {1})).containsExactly(0.5, 0.5);
  }

  @Test
  void extremeValuesAreSplit() {
    double[] x = {-Double.MAX_VALUE, -1, Double.MIN_VALUE, 0, Double.MAX_VALUE, 1e308};
    double[] y = {1, 2, 3, 4, 5, 6};
    RegressionTree model = new DecisionTreeRegressor().fit(Matrix.ofColumns(x), y);
    assertThat(model.predict(Matrix.ofColumns(x)).toArray()).containsExactly(y);
    double[] huge = {1e300, -1e300, 1e-300, 5};
    RegressionTree targets =
        new DecisionTreeRegressor().fit(Matrix.ofColumns(new double[] {1, 2, 3, 4}), huge);
    assertThat(targets.predict(new double[] {1})).isEqualTo(1e300);
  }

  @Test
  void aHundredThousandColumnsAreTaken() {
    int d = 100_000;
    Matrix x = Matrix.zeros(20, d);
    int[] y = new int[20];
    for (int i = 0; i < 20; i++) {
      y[i] = i % 2;
      x.set(i, 77_777, y[i]);
    }
    ClassificationTree model = new DecisionTreeClassifier().fit(x, y);
    assertThat(model.tree().feature(0)).isEqualTo(77_777);
  }

  @Test
  void limitsHold() {
    Dataset data = grid(3, 500, 5, 2);
    Tree shallow = new DecisionTreeClassifier().withMaxDepth(3).fit(data).tree();
    assertThat(shallow.depth()).isEqualTo(3);
    Tree few = new DecisionTreeClassifier().withMaxLeaves(11).fit(data).tree();
    assertThat(few.leaves()).isEqualTo(11);
    Tree large = new DecisionTreeClassifier().withMinSamplesLeaf(20).fit(data).tree();
    Tree heavy = new DecisionTreeClassifier().withMinWeightFractionLeaf(0.04).fit(data).tree();
    for (int node = 0; node < large.nodes(); node++) {
      assertThat(large.cover(node)).isGreaterThanOrEqualTo(20);
    }
    assertThat(heavy).isEqualTo(large);
    Tree split = new DecisionTreeClassifier().withMinSamplesSplit(100).fit(data).tree();
    for (int node = 0; node < split.nodes(); node++) {
      assertThat(split.isLeaf(node) || split.cover(node) >= 100).isTrue();
    }
    Tree worth = new DecisionTreeClassifier().withMinImpurityDecrease(0.01).fit(data).tree();
    for (int node = 0; node < worth.nodes(); node++) {
      assertThat(worth.isLeaf(node) || worth.gain(node) >= 0.01 * 500).isTrue();
    }
  }

  @Test
  void threadsDoNotMatter() {
    SplittableRandom random = Seed.of(1).generator();
    Matrix x = Matrix.wrap(random.doubles(20_000 * 30).toArray(), 20_000, 30);
    int[] y =
        IntStream.range(0, 20_000).map(i -> x.get(i, 3) * x.get(i, 9) > 0.3 ? 1 : 0).toArray();
    Dataset data = Dataset.of(x, Labels.of(y));
    var learner = new DecisionTreeClassifier().withMaxDepth(8);
    Tree one = learner.fit(data, new FitOptions().withWorkers(1)).tree();
    Tree two = learner.fit(data, new FitOptions().withWorkers(2)).tree();
    Tree four = learner.fit(data, new FitOptions().withWorkers(4)).tree();
    assertThat(two).isEqualTo(one);
    assertThat(four).isEqualTo(one);
  }

  @Test
  void pruningFollowsItsPath() {
    Dataset data = grid(8, 300, 4, 2);
    var learner = new DecisionTreeClassifier();
    double[] path = learner.pruningPath(data, new FitOptions());
    assertThat(path).isSorted().startsWith(0.0);
    int before = Integer.MAX_VALUE;
    for (double alpha : path) {
      int leaves = learner.withCcpAlpha(alpha).fit(data).tree().leaves();
      assertThat(leaves).isLessThanOrEqualTo(before);
      before = leaves;
    }
    assertThat(before).isEqualTo(1);
  }

  @Test
  void poissonRefusesNegativeTargets() {
    var learner = new DecisionTreeRegressor().withCriterion(RegressionCriterion.POISSON);
    Matrix x = Matrix.ofColumns(new double[] {1, 2});
    assertThatThrownBy(() -> learner.fit(x, 3.0, -1.0))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 1");
  }
}
