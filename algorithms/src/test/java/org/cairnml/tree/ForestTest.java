package org.cairnml.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.base.FormatException;
import org.cairnml.base.Progress;
import org.cairnml.base.Seed;
import org.cairnml.base.Workers;
import org.cairnml.core.ClassWeights;
import org.cairnml.core.Classifier;
import org.cairnml.core.Dataset;
import org.cairnml.core.Feature;
import org.cairnml.core.Fields;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Regressor;
import org.cairnml.core.Schema;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForestTest {

  private static final int N = 400;

  private static final Dataset MIXED = mixed();

  /** Two informative numbers, a category of 20 levels, noise, some missing values, 3 classes. */
  private static Dataset mixed() {
    SplittableRandom random = Seed.of(11).generator();
    List<String> levels = IntStream.range(0, 20).mapToObj(i -> "level" + i).toList();
    Schema schema =
        new Schema(
            List.of(
                Feature.numeric("a"),
                Feature.numeric("b"),
                Feature.category("c", levels),
                Feature.numeric("noise"),
                Feature.numeric("constant")));
    Matrix x = Matrix.zeros(N, 5);
    String[] y = new String[N];
    for (int i = 0; i < N; i++) {
      x.set(i, 0, random.nextDouble() < 0.1 ? Double.NaN : random.nextDouble());
      x.set(i, 1, random.nextDouble());
      x.set(i, 2, random.nextInt(20));
      x.set(i, 3, random.nextInt(3));
      double a = Double.isNaN(x.get(i, 0)) ? 0.5 : x.get(i, 0);
      double score = a + x.get(i, 1) + (x.get(i, 2) % 3 == 0 ? 1 : 0);
      y[i] = score < 0.8 ? "low" : score < 1.6 ? "middle" : "high";
    }
    return Dataset.of(x, schema).withLabels(Labels.of(y));
  }

  private static Dataset numbers() {
    return MIXED.withTarget(
        IntStream.range(0, N).mapToDouble(i -> MIXED.labels().code(i)).toArray());
  }

  static List<Classifier<ClassificationForest>> classifiers() {
    return List.of(
        new RandomForestClassifier().withTrees(20),
        new RandomForestClassifier()
            .withTrees(20)
            .withCriterion(ClassificationCriterion.ENTROPY)
            .withClassWeights(ClassWeights.BALANCED),
        new RandomForestClassifier().withTrees(20).withMaxLeaves(30).withSampleFraction(0.5),
        new ExtraTreesClassifier().withTrees(20));
  }

  static List<Regressor<RegressionForest>> regressors() {
    return List.of(
        new RandomForestRegressor().withTrees(20),
        new RandomForestRegressor().withTrees(20).withMaxFeatures("0.5"),
        new ExtraTreesRegressor().withTrees(20));
  }

  @ParameterizedTest
  @MethodSource("classifiers")
  void classesAreLearned(Classifier<ClassificationForest> learner) {
    ClassificationForest forest = learner.fit(MIXED);
    Labels predicted = forest.predict(MIXED.x());
    long right =
        IntStream.range(0, N).filter(i -> predicted.code(i) == MIXED.labels().code(i)).count();
    assertThat((double) right / N).isGreaterThan(0.9);
    for (double[] p : forest.probabilities(MIXED.x()).toArray()) {
      assertThat(Arrays.stream(p).sum()).isEqualTo(1, within(1e-12));
    }
    assertThat(forest.importances(Importance.GAIN)[4]).isZero();
  }

  @ParameterizedTest
  @MethodSource("classifiers")
  void threadsDoNotMatter(Classifier<ClassificationForest> learner) {
    List<Tree> one = learner.fit(MIXED, new FitOptions().withWorkers(1)).trees();
    assertThat(learner.fit(MIXED, new FitOptions().withWorkers(2)).trees()).isEqualTo(one);
    assertThat(learner.fit(MIXED, new FitOptions().withWorkers(4)).trees()).isEqualTo(one);
  }

  @ParameterizedTest
  @MethodSource("regressors")
  void numbersAreLearned(Regressor<RegressionForest> learner) {
    Dataset data = numbers();
    RegressionForest forest = learner.fit(data);
    double error = 0;
    for (int i = 0; i < N; i++) {
      error += Math.abs(forest.predict(data.x().row(i).toArray()) - data.target()[i]);
    }
    assertThat(error / N).isLessThan(0.1);
    assertThat(learner.fit(data, new FitOptions().withWorkers(4)).trees())
        .isEqualTo(forest.trees());
  }

  @ParameterizedTest
  @MethodSource("classifiers")
  void manyThreadsMayPredictAtOnce(Classifier<ClassificationForest> learner) {
    ClassificationForest forest = learner.fit(MIXED);
    Matrix expected = forest.probabilities(MIXED.x());
    Workers.of(8)
        .run(
            32,
            part -> {
              double[] out = new double[3];
              double[] row = new double[5];
              for (int i = 0; i < N; i++) {
                MIXED.x().rowInto(i, row);
                forest.probabilitiesInto(row, out);
                assertThat(out).containsExactly(expected.row(i).toArray());
                assertThat(forest.predictCode(row)).isEqualTo(argMax(out));
              }
            });
  }

  private static int argMax(double[] p) {
    return IntStream.range(0, p.length).reduce(0, (a, b) -> p[b] > p[a] ? b : a);
  }

  @ParameterizedTest
  @MethodSource("classifiers")
  void aSavedForestPredictsTheSame(Classifier<ClassificationForest> learner) {
    ClassificationForest forest = learner.fit(MIXED);
    var codec = new ClassificationForestCodec();
    ClassificationForest read = codec.read(codec.write(forest));
    assertThat(read.trees()).isEqualTo(forest.trees());
    assertThat(read.probabilities(MIXED.x())).isEqualTo(forest.probabilities(MIXED.x()));
  }

  @Test
  void withoutSamplingAWeightIsARepetition() {
    double[] weights = IntStream.range(0, N).mapToDouble(i -> i % 3).toArray();
    int[] repeated =
        IntStream.range(0, N).flatMap(i -> IntStream.range(0, i % 3).map(r -> i)).toArray();
    var learner =
        new RandomForestClassifier().withTrees(5).withBootstrap(false).withMinSamplesLeaf(2);
    // The bins differ where quantiles do, so distinct values are kept few.
    Matrix coarse = MIXED.x().copy();
    for (int i = 0; i < N; i++) {
      coarse.set(i, 0, Math.rint(coarse.get(i, 0) * 20));
      coarse.set(i, 1, Math.rint(coarse.get(i, 1) * 20));
    }
    Dataset data = MIXED.withFeatures(coarse, MIXED.schema());
    assertThat(learner.fit(data.withWeights(weights)).trees())
        .isEqualTo(learner.fit(data.rows(repeated)).trees());
  }

  @Test
  void outOfBagIsHonest() {
    ClassificationForest forest = new RandomForestClassifier().withOutOfBag(true).fit(MIXED);
    double training = accuracy(forest, MIXED);
    assertThat(forest.outOfBagScore().orElseThrow()).isBetween(0.7, training);
    Matrix p = forest.outOfBagProbabilities().orElseThrow();
    for (int i = 0; i < N; i++) {
      assertThat(p.get(i, 0) + p.get(i, 1) + p.get(i, 2)).isEqualTo(1, within(1e-12));
    }
    RegressionForest numbers = new RandomForestRegressor().withOutOfBag(true).fit(numbers());
    assertThat(numbers.outOfBagScore().orElseThrow()).isBetween(0.5, 0.98);
    assertThat(numbers.outOfBagPredictions().orElseThrow().size()).isEqualTo(N);
    assertThatThrownBy(() -> new ExtraTreesClassifier().withOutOfBag(true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void outOfBagOfNoiseIsChance() {
    SplittableRandom random = Seed.of(3).generator();
    Matrix x = Matrix.wrap(random.doubles(2_000 * 5).toArray(), 2_000, 5);
    int[] y = random.ints(2_000, 0, 2).toArray();
    ClassificationForest forest = new RandomForestClassifier().withOutOfBag(true).fit(x, y);
    assertThat(forest.outOfBagScore().orElseThrow()).isBetween(0.45, 0.55);
  }

  private static double accuracy(ClassificationForest forest, Dataset data) {
    Labels predicted = forest.predict(data.x());
    return IntStream.range(0, N).filter(i -> predicted.code(i) == data.labels().code(i)).count()
        / (double) N;
  }

  @Test
  void resumingIsFittingAllAtOnce() {
    var learner = new RandomForestClassifier().withTrees(12);
    ClassificationForest part = learner.withTrees(5).fit(MIXED);
    assertThat(learner.resume(part, MIXED, new FitOptions()).trees())
        .isEqualTo(learner.fit(MIXED).trees());
    Dataset other = Dataset.of(Matrix.zeros(3, 5), Labels.of(0, 1, 0));
    assertThatThrownBy(() -> learner.resume(part, other, new FitOptions()))
        .isInstanceOf(DataException.class);
  }

  @Test
  void aListenerHearsEveryTreeAndMayStop() {
    int[] heard = new int[1];
    new RandomForestClassifier()
        .withTrees(7)
        .fit(MIXED, new FitOptions().withProgress(step -> answer(heard, step, 100)));
    assertThat(heard[0]).isEqualTo(7);
    ClassificationForest stopped =
        new RandomForestClassifier()
            .withTrees(50)
            .fit(MIXED, new FitOptions().withProgress(step -> answer(heard, step, 3)));
    assertThat(stopped.trees()).hasSizeBetween(1, 10);
    assertThat(stopped.summary().converged()).isFalse();
  }

  private static Progress.Answer answer(int[] heard, Progress.Step step, int stopAt) {
    heard[0] = (int) step.done();
    return step.done() >= stopAt ? Progress.Answer.STOP : Progress.Answer.CONTINUE;
  }

  @Test
  void wrongFeatureCountsAreRefused() {
    for (String wrong : List.of("0", "many", "1.5", "-3", "0.0", "")) {
      assertThatThrownBy(() -> new RandomForestClassifier().withMaxFeatures(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("maxFeatures");
    }
    assertThat(MaxFeatures.of("sqrt", 50)).isEqualTo(7);
    assertThat(MaxFeatures.of("log2", 64)).isEqualTo(6);
    assertThat(MaxFeatures.of("0.3", 50)).isEqualTo(15);
    assertThat(MaxFeatures.of("7", 5)).isEqualTo(5);
    assertThat(MaxFeatures.of("0.001", 5)).isEqualTo(1);
  }

  @Test
  void brokenFilesAreRefused() {
    Tree tree = new RandomForestClassifier().withTrees(1).fit(MIXED).trees().get(0);
    Fields good = TreeCodec.write(tree);
    assertThat(TreeCodec.read(good, 5, 3)).isEqualTo(tree);
    assertThatThrownBy(() -> TreeCodec.read(good, 2, 3)).isInstanceOf(FormatException.class);
    assertThatThrownBy(() -> TreeCodec.read(good, 5, 4)).isInstanceOf(FormatException.class);
    int[] loop = tree.child.clone();
    loop[0] = 0;
    Fields bad =
        Fields.create()
            .set("width", 3)
            .set("feature", tree.feature)
            .set("threshold", tree.threshold)
            .set("child", loop)
            .set("missingLeft", new byte[0])
            .set("cover", tree.cover)
            .set("gain", tree.gain)
            .set("values", tree.values)
            .set("setStart", tree.setStart)
            .set("sets", tree.sets);
    assertThatThrownBy(() -> TreeCodec.read(bad, 5, 3))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("children");
  }
}
