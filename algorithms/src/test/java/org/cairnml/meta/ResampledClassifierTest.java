package org.cairnml.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.base.Seed;
import org.cairnml.core.Dataset;
import org.cairnml.core.Feature;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.Schema;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.metrics.ClassificationMetric;
import org.cairnml.selection.CrossValidation;
import org.cairnml.selection.StratifiedKFold;
import org.cairnml.tree.DecisionTreeClassifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the rows after resampling are, and that test rows never take part. */
final class ResampledClassifierTest {

  private static final ResampledClassifier LEARNER = new ResampledClassifier();

  /** n rows, one in eight of class b, which lies apart from a by a deviation in two columns. */
  private static Dataset rare(int n, long seed) {
    SplittableRandom random = Seed.of(seed).generator();
    Matrix x = Matrix.zeros(n, 2);
    String[] labels = new String[n];
    for (int i = 0; i < n; i++) {
      labels[i] = i % 8 == 0 ? "b" : "a";
      for (int j = 0; j < 2; j++) {
        x.set(i, j, random.nextGaussian() + (i % 8 == 0 ? 1 : 0));
      }
    }
    return Dataset.of(x, Labels.of(labels));
  }

  @ParameterizedTest
  @EnumSource(Resampling.class)
  void classesAreAsEvenAsAskedFor(Resampling method) {
    Dataset data = rare(160, 1);
    boolean under = method == Resampling.UNDER;
    assertThat(LEARNER.withMethod(method).resample(data).labels().counts())
        .containsExactly(under ? 20 : 140, under ? 20 : 140);
    assertThat(LEARNER.withMethod(method).withBalance(0.5).resample(data).labels().counts())
        .containsExactly(under ? 40 : 140, under ? 20 : 70);
    assertThat(LEARNER.withMethod(method).withBalance(0.1).resample(data).labels().counts())
        .as("even enough already")
        .containsExactly(140, 20);
  }

  @Test
  void addedRowsComeLastAndAreOfTheirClass() {
    Dataset data = rare(80, 2).withWeights(IntStream.range(1, 81).asDoubleStream().toArray());
    Dataset over = LEARNER.withMethod(Resampling.OVER).resample(data);
    assertThat(over.x().rows(IntStream.range(0, 80).toArray())).isEqualTo(data.x());
    for (int i = 80; i < over.rows(); i++) {
      int source = (int) over.weight(i) - 1;
      assertThat(data.labels().get(source)).isEqualTo("b").isEqualTo(over.labels().get(i));
      assertThat(over.x().row(i).toArray()).isEqualTo(data.x().row(source).toArray());
    }
    Dataset under = LEARNER.withMethod(Resampling.UNDER).resample(data);
    double[] kept = under.weights();
    assertThat(kept).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void rowsOfSmoteLieBetweenARowAndANeighbour() {
    Dataset data = rare(80, 3).withWeights(IntStream.range(1, 81).asDoubleStream().toArray());
    Dataset more = LEARNER.withNeighbors(3).resample(data);
    int[] members = IntStream.range(0, 80).filter(i -> i % 8 == 0).toArray();
    for (int i = 80; i < more.rows(); i++) {
      int source = (int) more.weight(i) - 1;
      double[] made = more.x().row(i).toArray();
      double[] start = data.x().row(source).toArray();
      boolean between =
          Arrays.stream(members)
              .boxed()
              .filter(m -> m != source)
              .sorted((a, b) -> Double.compare(gap(data, source, a), gap(data, source, b)))
              .limit(3)
              .anyMatch(m -> isBetween(start, data.x().row(m).toArray(), made));
      assertThat(between).as("row %d", i).isTrue();
    }
  }

  private static double gap(Dataset data, int a, int b) {
    return Math.hypot(
        data.x().get(a, 0) - data.x().get(b, 0), data.x().get(a, 1) - data.x().get(b, 1));
  }

  /** The way to the point is a share of the way to the end, up to rounding. */
  private static boolean isBetween(double[] start, double[] end, double[] point) {
    double share = (point[0] - start[0]) / (end[0] - start[0]);
    return share >= 0
        && share <= 1
        && Math.abs(start[1] + share * (end[1] - start[1]) - point[1]) < 1e-9;
  }

  /** Rows 0 to 3 are of class b; the category of the three nearest to each decides. */
  @Test
  void categoriesAreVotedOnAndCountInDistances() {
    var schema =
        new Schema(List.of(Feature.numeric("x"), Feature.category("c", List.of("p", "q"))));
    double[][] rows = {
      {0, 0}, {1, 0}, {2, 0}, {3, 1}, {9, 1}, {8, 1}, {7, 1}, {6, 0}, {5, 0}, {4, 0}
    };
    Labels labels = Labels.of("b", "b", "b", "b", "a", "a", "a", "a", "a", "a");
    Dataset data = Dataset.of(Matrix.of(rows), schema).withLabels(labels);
    Dataset more = LEARNER.withNeighbors(3).resample(data);
    assertThat(more.labels().counts()).containsExactly(6, 6);
    for (int i = 10; i < more.rows(); i++) {
      assertThat(more.x().get(i, 1)).as("two of three neighbours at least are p").isZero();
    }
    // the deviation of 0..3 is 1.118: from row 2, row 3 is at 1 + 1.25 > 1, so row 1 is nearer
    Dataset one = LEARNER.withNeighbors(1).resample(data);
    for (int i = 10; i < one.rows(); i++) {
      assertThat(one.x().get(i, 0)).isLessThanOrEqualTo(3);
    }
  }

  @Test
  void aClassOfOneRowIsRepeatedAndAnAbsentOneStaysAway() {
    Matrix x = Matrix.of(new double[][] {{1, 2}, {3, 4}, {5, 6}, {7, 8}});
    Labels labels = Labels.ofCodes(new int[] {0, 0, 0, 2}, List.of("a", "none", "z"));
    Dataset more = LEARNER.resample(Dataset.of(x, labels));
    assertThat(more.labels().counts()).containsExactly(3, 0, 3);
    assertThat(more.x().row(5).toArray()).containsExactly(7, 8);
  }

  @Test
  void smoteRefusesMissingValuesAndOverSamplingPassesThemOn() {
    Dataset data = rare(80, 4);
    Matrix holes = data.x().copy();
    holes.set(8, 1, Double.NaN);
    Dataset gaps = data.withFeatures(holes, data.schema());
    var tree = LEARNER.withBase(new DecisionTreeClassifier());
    assertThatThrownBy(() -> tree.fit(gaps))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 8");
    assertThat(tree.withMethod(Resampling.OVER).fit(gaps).classes()).containsExactly("a", "b");
  }

  /**
   * A tree that knows its rows by heart finds repeated rows in the test part if they were repeated
   * before the split; inside the folds it does not.
   */
  @Test
  void inCrossValidationOnlyTrainingRowsAreResampled() {
    SplittableRandom random = Seed.of(5).generator();
    double[] noise = random.doubles(400).toArray();
    int[] codes = IntStream.range(0, 200).map(i -> i % 10 == 0 ? 1 : 0).toArray();
    Dataset data = Dataset.of(Matrix.wrap(noise, 200, 2), Labels.of(codes));
    var learner = LEARNER.withMethod(Resampling.OVER).withBase(new DecisionTreeClassifier());
    var validation =
        new CrossValidation(new StratifiedKFold(5))
            .withMetrics(ClassificationMetric.BALANCED_ACCURACY);
    double inside = validation.run(learner, data).mean(ClassificationMetric.BALANCED_ACCURACY);
    double before =
        validation
            .run(new DecisionTreeClassifier(), learner.resample(data))
            .mean(ClassificationMetric.BALANCED_ACCURACY);
    assertThat(inside).isCloseTo(0.5, within(0.12));
    assertThat(before).as("the leak").isGreaterThan(0.85);
  }

  @ParameterizedTest
  @EnumSource(Resampling.class)
  void evenClassesFindMoreRareRows(Resampling method) {
    Dataset train = rare(800, 6);
    Dataset test = rare(800, 7);
    var plain = LEARNER.base().fit(train);
    var even = LEARNER.withMethod(method).fit(train);
    long found = rareFound((ProbabilityModel) plain, test);
    assertThat(rareFound((ProbabilityModel) even, test)).isGreaterThan(found + 20);
  }

  private static long rareFound(ProbabilityModel model, Dataset test) {
    Labels said = model.predict(test.x());
    return IntStream.range(0, test.rows()).filter(i -> i % 8 == 0 && said.code(i) == 1).count();
  }
}
