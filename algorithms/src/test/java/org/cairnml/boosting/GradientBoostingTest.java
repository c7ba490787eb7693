package org.cairnml.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.base.Progress;
import org.cairnml.core.Dataset;
import org.cairnml.core.Feature;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Schema;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class GradientBoostingTest {

  /** Derivatives are rounded to some 2^-30 of the largest before they are added up. */
  private static final double GRADIENT_UNIT = 1e-8;

  private static Matrix uniform(int n, int d, long seed) {
    var random = new SplittableRandom(seed);
    double[] x = random.doubles((long) n * d, -2, 2).toArray();
    return Matrix.wrap(x, n, d);
  }

  /** A bumpy function of the first three columns, at least 0.5, and noise. */
  private static Dataset numbers(int n, long seed) {
    Matrix x = uniform(n, 6, seed);
    var random = new SplittableRandom(seed + 1);
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      double signal =
          Math.exp(0.5 * x.get(i, 0)) + Math.abs(x.get(i, 1)) * (x.get(i, 2) > 0 ? 1 : 0);
      y[i] = 0.5 + signal + random.nextDouble();
    }
    return Dataset.of(x, y);
  }

  private static Dataset classes(int n, int k, long seed) {
    Dataset numbers = numbers(n, seed);
    double[] y = numbers.target();
    int[] codes = Arrays.stream(y).mapToInt(v -> Math.min(k - 1, (int) (v * k / 6))).toArray();
    List<String> names = IntStream.range(0, k).mapToObj(c -> "class " + c).toList();
    return numbers.withLabels(Labels.ofCodes(codes, names));
  }

  private static List<Double> objectives(java.util.function.Consumer<FitOptions> fit) {
    List<Double> heard = new ArrayList<>();
    fit.accept(
        new FitOptions()
            .withProgress(
                step -> {
                  heard.add(step.objective());
                  return Progress.Answer.CONTINUE;
                }));
    return heard;
  }

  @ParameterizedTest
  @EnumSource(RegressionLoss.class)
  void trainingLossNeverRises(RegressionLoss loss) {
    var learner = new GradientBoostingRegressor().withLoss(loss).withTrees(40);
    List<Double> heard = objectives(options -> learner.fit(numbers(600, 1), options));
    assertThat(heard).hasSize(40).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(heard.get(39)).isLessThan(heard.get(0));
  }

  @Test
  void trainingLossOfClassesNeverRises() {
    for (int k = 2; k <= 4; k++) {
      Dataset data = classes(800, k, 2);
      List<Double> heard =
          objectives(o -> new GradientBoostingClassifier().withTrees(40).fit(data, o));
      assertThat(heard).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() {
    Dataset data = classes(30_000, 3, 3);
    var learner =
        new GradientBoostingClassifier().withTrees(4).withRowShare(0.7).withColumnShare(0.8);
    var one = learner.fit(data, new FitOptions().withWorkers(1));
    for (int threads : new int[] {2, 4}) {
      var other = learner.fit(data, new FitOptions().withWorkers(threads));
      assertThat(other.trees()).isEqualTo(one.trees());
    }
  }

  @Test
  void batchAndRowAgreeWithTheTrees() {
    Dataset data = classes(700, 3, 4);
    Matrix holes = data.x().copy();
    for (int i = 0; i < holes.rows(); i += 7) {
      holes.set(i, i % 6, Double.NaN);
    }
    var model =
        new GradientBoostingClassifier().withTrees(15).fit(data.withFeatures(holes, data.schema()));
    for (Matrix x : List.of(data.x(), holes)) {
      Matrix batch = model.probabilities(x);
      for (int i = 0; i < x.rows(); i++) {
        double[] row = x.row(i).toArray();
        assertThat(batch.row(i).toArray()).isEqualTo(model.probabilities(row));
        assertThat(model.classes().get(model.predictCode(row))).isEqualTo(model.predict(row));
      }
    }
  }

  @Test
  void manyClassesStayStableWithoutPenalty() {
    Dataset train = classes(4000, 7, 5);
    Dataset test = classes(2000, 7, 6);
    var model = new GradientBoostingClassifier().withL2(0).withTrees(150).fit(train);
    Matrix p = model.probabilities(test.x());
    double loss = 0;
    for (int i = 0; i < test.rows(); i++) {
      loss -= Math.log(p.get(i, test.labels().code(i))) / test.rows();
    }
    double ofPriors = 0;
    int[] counts = train.labels().counts();
    for (int c = 0; c < 7; c++) {
      double share = (double) counts[c] / train.rows();
      ofPriors -= share == 0 ? 0 : share * Math.log(share);
    }
    assertThat(loss).isLessThan(ofPriors);
  }

  @Test
  void monotoneConstraintsHold() {
    Dataset data = numbers(3000, 7);
    var model =
        new GradientBoostingRegressor()
            .withRising(List.of("x1"))
            .withFalling(List.of("x0"))
            .withMinSamplesLeaf(3)
            .fit(data);
    var random = new SplittableRandom(8);
    for (int trial = 0; trial < 300; trial++) {
      double[] row = random.doubles(6, -2, 2).toArray();
      double before0 = Double.POSITIVE_INFINITY;
      double before1 = Double.NEGATIVE_INFINITY;
      for (double v = -2; v <= 2; v += 0.05) {
        double[] a = row.clone();
        a[0] = v;
        double[] b = row.clone();
        b[1] = v;
        assertThat(model.predict(a)).isLessThanOrEqualTo(before0);
        assertThat(model.predict(b)).isGreaterThanOrEqualTo(before1);
        before0 = model.predict(a);
        before1 = model.predict(b);
      }
    }
  }

  @Test
  void constrainedColumnsDoNotMeet() {
    var model =
        new GradientBoostingRegressor()
            .withInteractions(List.of(List.of("x0", "x1"), List.of("x1", "x2")))
            .fit(numbers(2000, 9));
    model.trees().forEach(tree -> requireApart(tree, 0, false, false));
  }

  private static void requireApart(
      org.cairnml.tree.Tree tree, int node, boolean has0, boolean has2) {
    assertThat(has0 && has2).isFalse();
    if (!tree.isLeaf(node)) {
      boolean now0 = has0 || tree.feature(node) == 0;
      boolean now2 = has2 || tree.feature(node) == 2;
      requireApart(tree, tree.left(node), now0, now2);
      requireApart(tree, tree.right(node), now0, now2);
    }
  }

  @Test
  void leavesHoldEnoughRows() {
    var model = new GradientBoostingClassifier().withMinSamplesLeaf(17).fit(classes(900, 2, 10));
    model
        .trees()
        .forEach(
            tree ->
                IntStream.range(0, tree.nodes())
                    .forEach(node -> assertThat(tree.cover(node)).isGreaterThanOrEqualTo(17)));
  }

  @Test
  void aWeightOfTwoIsTheRowTwice() {
    Dataset data = numbers(400, 11);
    double[] weights = new double[400];
    int[] repeated = new int[500];
    for (int i = 0; i < 400; i++) {
      weights[i] = i < 100 ? 2 : 1;
      repeated[i] = i;
    }
    for (int i = 0; i < 100; i++) {
      repeated[400 + i] = i;
    }
    var learner = new GradientBoostingRegressor().withMinSamplesLeaf(1).withTrees(5);
    double[] weighted = learner.fit(data.withWeights(weights)).predict(data.x()).toArray();
    double[] twice = learner.fit(data.rows(repeated)).predict(data.x()).toArray();
    double roundingOfSums = 1e-5;
    for (int i = 0; i < 400; i++) {
      assertThat(weighted[i]).isCloseTo(twice[i], within(roundingOfSums));
    }
  }

  @Test
  void theBestRoundOnTheValidationSetIsKept() {
    Dataset train = numbers(300, 12);
    Dataset held = numbers(300, 13);
    var learner =
        new GradientBoostingRegressor().withTrees(400).withLearningRate(0.3).withPatience(15);
    var model = learner.fit(train, new FitOptions().withValidation(held));
    assertThat(model.rounds()).isBetween(1, 385);
    var longer = learner.withTrees(model.rounds() + 15).fit(train);
    double kept = squaredError(model, held);
    for (int r = 0; r <= longer.rounds(); r++) {
      assertThat(kept).isLessThanOrEqualTo(squaredError(longer.after(r), held));
    }
  }

  private static double squaredError(RegressionBoosting model, Dataset data) {
    double[] y = data.target();
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double error = y[i] - model.predict(data.x().row(i).toArray());
      sum += error * error;
    }
    return sum;
  }

  @Test
  void treesAreAddedToTheBaseScoreGiven() {
    Matrix x = Matrix.ofColumns(new double[] {0, 0, 1, 1});
    Dataset data = Dataset.of(x, new double[] {3, 3, 5, 5});
    var learner =
        new GradientBoostingRegressor().withTrees(1).withMinSamplesLeaf(1).withLearningRate(0.5);
    var fromMean = learner.fit(data);
    assertThat(fromMean.startScore()).isEqualTo(4);
    assertThat(fromMean.predict(new double[] {0})).isCloseTo(3.5, within(GRADIENT_UNIT));
    var fromOne = learner.withBaseScore(1).fit(data);
    assertThat(fromOne.startScore()).isEqualTo(1);
    assertThat(fromOne.predict(new double[] {0})).isCloseTo(2, within(GRADIENT_UNIT));
    assertThat(fromOne.predict(new double[] {1})).isCloseTo(3, within(GRADIENT_UNIT));
  }

  @Test
  void continuingIsTheSameAsMoreRounds() {
    Dataset data = numbers(500, 14);
    var five = new GradientBoostingRegressor().withTrees(5);
    var both = five.fitOn(five.fit(data), data, new FitOptions());
    var ten = five.withTrees(10).fit(data);
    assertThat(both.rounds()).isEqualTo(10);
    assertThat(both.predict(data.x()).toArray()).isEqualTo(ten.predict(data.x()).toArray());
  }

  @Test
  void quantilesHoldTheirShare() {
    Dataset data = numbers(4000, 15);
    var learner = new GradientBoostingRegressor().withLoss(RegressionLoss.QUANTILE);
    for (double q : new double[] {0.1, 0.9}) {
      var model = learner.withQuantile(q).fit(data);
      double[] p = model.predict(data.x()).toArray();
      double[] y = data.target();
      double below = IntStream.range(0, y.length).filter(i -> y[i] <= p[i]).count();
      assertThat(below / y.length).isCloseTo(q, within(0.03));
    }
  }

  @Test
  void categoriesAndMissingValuesAreUsed() {
    var random = new SplittableRandom(16);
    int n = 3000;
    double[] effect = random.doubles(40, -3, 3).toArray();
    Matrix x = Matrix.zeros(n, 2);
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      int level = random.nextInt(40);
      x.set(i, 0, level);
      boolean missing = random.nextInt(5) == 0;
      x.set(i, 1, missing ? Double.NaN : random.nextDouble());
      y[i] = effect[level] + (missing ? 5 : 0);
    }
    Schema schema =
        new Schema(
            List.of(
                Feature.category(
                    "level", IntStream.range(0, 40).mapToObj(Integer::toString).toList()),
                Feature.numeric("hole")));
    var model =
        new GradientBoostingRegressor()
            .withCategorySmoothing(0)
            .fit(Dataset.of(x, schema).withTarget(y));
    double[] p = model.predict(x).toArray();
    for (int i = 0; i < n; i++) {
      assertThat(p[i]).isCloseTo(y[i], within(0.1));
    }
  }

  @Test
  void oneHotColumnsShareBytesAndLoseNothing() {
    var random = new SplittableRandom(17);
    int n = 2000;
    Matrix x = Matrix.zeros(n, 31);
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      int level = random.nextInt(30);
      x.set(i, level, 1);
      x.set(i, 30, random.nextDouble());
      y[i] = level % 7 + x.get(i, 30);
    }
    var model = new GradientBoostingRegressor().withTrees(200).fit(Dataset.of(x, y));
    double[] p = model.predict(x).toArray();
    for (int i = 0; i < n; i++) {
      assertThat(p[i]).isCloseTo(y[i], within(0.2));
    }
  }

  @Test
  void lossesRefuseTargetsTheyAreNotDefinedFor() {
    Dataset data = Dataset.of(uniform(50, 2, 18), new double[50]);
    var learner = new GradientBoostingRegressor().withLoss(RegressionLoss.GAMMA);
    assertThatThrownBy(() -> learner.fit(data))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 0")
        .hasMessageContaining("above 0");
  }

  @Test
  void constraintsNameColumnsThatExist() {
    var learner = new GradientBoostingRegressor().withRising(List.of("age"));
    assertThatThrownBy(() -> learner.fit(numbers(50, 19)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'age'");
  }
}
