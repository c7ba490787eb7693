package org.cairnml.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.cairnml.base.DataException;
import org.cairnml.base.Seed;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every named metric. A metric joins by standing in its list {@code ALL}. */
class MetricContractTest {

  /** Sums of some dozen terms in another order. */
  private static final Offset<Double> SAME = within(1e-12);

  /** Clipping at 2^-52 leaves a perfect prediction that much. */
  private static final Offset<Double> PERFECT = within(1e-14);

  private static final int ROWS = 40;
  private static final int CLASSES = 3;
  private static final Set<String> CORRELATIONS =
      Set.of("kappa", "mcc", "r2", "explained_variance");

  static List<ClassificationMetric> classification() {
    return ClassificationMetric.ALL;
  }

  static List<RegressionMetric> regression() {
    return RegressionMetric.ALL;
  }

  static Stream<Metric> all() {
    return Stream.concat(classification().stream(), regression().stream());
  }

  /** Weights of integers, zeros among them, and the rows repeated as often. */
  private static double[] weights(SplittableRandom random) {
    return IntStream.range(0, ROWS).mapToDouble(i -> random.nextInt(4)).toArray();
  }

  private static int[] repeated(double[] weights) {
    return IntStream.range(0, ROWS)
        .flatMap(i -> IntStream.range(0, (int) weights[i]).map(r -> i))
        .toArray();
  }

  private static double[] rows(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
  }

  private record Classes(Labels truth, ClassPredictions predictions) {

    static Classes random(long seed) {
      SplittableRandom random = Seed.of(seed).generator();
      int[] truth = new int[ROWS];
      int[] predicted = new int[ROWS];
      Matrix p = Matrix.zeros(ROWS, CLASSES);
      for (int i = 0; i < ROWS; i++) {
        truth[i] = i < CLASSES ? i : random.nextInt(CLASSES);
        predicted[i] = random.nextBoolean() ? truth[i] : random.nextInt(CLASSES);
        double[] row = new double[CLASSES];
        for (int c = 0; c < CLASSES; c++) {
          row[c] = 1 + random.nextInt(5) + (c == predicted[i] ? 3 : 0);
        }
        for (int c = 0; c < CLASSES; c++) {
          p.set(i, c, row[c] / Arrays.stream(row).sum());
        }
      }
      List<String> names = List.of("a", "b", "c");
      return new Classes(
          Labels.ofCodes(truth, names), ClassPredictions.of(Labels.ofCodes(predicted, names), p));
    }

    Classes rows(int... rows) {
      return new Classes(truth.rows(rows), predictions.rows(rows));
    }

    /** The same with classes listed in another order. */
    Classes relabelled(int... order) {
      List<String> names = Arrays.stream(order).mapToObj(truth.classes()::get).toList();
      Matrix p = predictions.probabilities().orElseThrow().columns(order);
      return new Classes(
          truth.withClasses(names),
          ClassPredictions.of(predictions.labels().withClasses(names), p));
    }

    static Classes perfect() {
      Labels truth = Labels.of("a", "b", "c", "b", "a");
      Matrix p = Matrix.zeros(truth.size(), CLASSES);
      for (int i = 0; i < truth.size(); i++) {
        p.set(i, truth.code(i), 1);
      }
      return new Classes(truth, ClassPredictions.of(truth, p));
    }
  }

  private record Numbers(double[] truth, double[] predicted) {

    /** Positive, so that every loss is defined. */
    static Numbers random(long seed) {
      SplittableRandom random = Seed.of(seed).generator();
      double[] truth = random.doubles(ROWS, 0.5, 10).toArray();
      return new Numbers(
          truth, Arrays.stream(truth).map(y -> y * (0.5 + random.nextDouble())).toArray());
    }

    Numbers rows(int... rows) {
      return new Numbers(
          MetricContractTest.rows(truth, rows), MetricContractTest.rows(predicted, rows));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aPerfectPredictionScoresOneOrLosesNothing(Metric metric) {
    double perfect = metric.greaterIsBetter() ? 1 : 0;
    assertThat(perfectValue(metric)).isCloseTo(perfect, PERFECT);
  }

  private static double perfectValue(Metric metric) {
    if (metric instanceof ClassificationMetric c) {
      Classes perfect = Classes.perfect();
      return c.value(perfect.truth(), perfect.predictions());
    }
    double[] truth = {1, 2, 4};
    return ((RegressionMetric) metric).value(truth, truth.clone());
  }

  private static double randomValue(Metric metric, long seed) {
    if (metric instanceof ClassificationMetric c) {
      Classes random = Classes.random(seed);
      return c.value(random.truth(), random.predictions());
    }
    Numbers random = Numbers.random(seed);
    return ((RegressionMetric) metric).value(random.truth(), random.predicted());
  }

  @ParameterizedTest
  @MethodSource("all")
  void otherPredictionsAreWorseAndWithinBounds(Metric metric) {
    for (long seed = 0; seed < 20; seed++) {
      double value = randomValue(metric, seed);
      assertThat(metric.isBetter(perfectValue(metric), value)).isTrue();
      if (metric.greaterIsBetter()) {
        double lowest = CORRELATIONS.contains(metric.name()) ? Double.NEGATIVE_INFINITY : 0;
        assertThat(value).isBetween(lowest, 1.0);
      } else {
        assertThat(value).isPositive().isFinite();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void sameInputSameBits(Metric metric) {
    assertThat(randomValue(metric, 5)).isEqualTo(randomValue(metric, 5));
  }

  @ParameterizedTest
  @MethodSource("classification")
  void orderOfRowsDoesNotMatterForClasses(ClassificationMetric metric) {
    Classes random = Classes.random(1);
    Classes shuffled = random.rows(Seed.of(2).permutation(ROWS));
    assertThat(metric.value(shuffled.truth(), shuffled.predictions()))
        .isCloseTo(metric.value(random.truth(), random.predictions()), SAME);
  }

  @ParameterizedTest
  @MethodSource("regression")
  void orderOfRowsDoesNotMatterForNumbers(RegressionMetric metric) {
    Numbers random = Numbers.random(1);
    Numbers shuffled = random.rows(Seed.of(2).permutation(ROWS));
    assertThat(metric.value(shuffled.truth(), shuffled.predicted()))
        .isCloseTo(metric.value(random.truth(), random.predicted()), SAME);
  }

  @ParameterizedTest
  @MethodSource("classification")
  void orderOfClassesDoesNotMatter(ClassificationMetric metric) {
    Classes random = Classes.random(3);
    double value = metric.value(random.truth(), random.predictions());
    for (int[] order : new int[][] {{1, 0, 2}, {2, 0, 1}, {2, 1, 0}}) {
      Classes other = random.relabelled(order);
      assertThat(metric.value(other.truth(), other.predictions())).isCloseTo(value, SAME);
    }
  }

  @ParameterizedTest
  @MethodSource("classification")
  void weightsAreRepetitionsForClasses(ClassificationMetric metric) {
    for (long seed = 0; seed < 20; seed++) {
      Classes random = Classes.random(seed);
      double[] weights = weights(Seed.of(seed).generator());
      Classes repeated = random.rows(repeated(weights));
      assertThat(metric.value(random.truth(), random.predictions(), weights))
          .isCloseTo(metric.value(repeated.truth(), repeated.predictions()), SAME);
    }
  }

  @ParameterizedTest
  @MethodSource("regression")
  void weightsAreRepetitionsForNumbers(RegressionMetric metric) {
    for (long seed = 0; seed < 20; seed++) {
      Numbers random = Numbers.random(seed);
      double[] weights = weights(Seed.of(seed).generator());
      Numbers repeated = random.rows(repeated(weights));
      assertThat(metric.value(random.truth(), random.predicted(), weights))
          .isCloseTo(metric.value(repeated.truth(), repeated.predicted()), SAME);
    }
  }

  @ParameterizedTest
  @MethodSource("classification")
  void scalingAllWeightsChangesNothing(ClassificationMetric metric) {
    Classes random = Classes.random(7);
    double[] weights = weights(Seed.of(7).generator());
    double[] scaled = Arrays.stream(weights).map(w -> w * 1e-3).toArray();
    assertThat(metric.value(random.truth(), random.predictions(), scaled))
        .isCloseTo(metric.value(random.truth(), random.predictions(), weights), SAME);
  }

  @ParameterizedTest
  @MethodSource("classification")
  void unusableClassesAreErrors(ClassificationMetric metric) {
    Classes random = Classes.random(4);
    Labels shorter = random.truth().rows(0, 1);
    assertThatThrownBy(() -> metric.value(shorter, random.predictions()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("2 rows");
    Classes none = random.rows();
    assertThatThrownBy(() -> metric.value(none.truth(), none.predictions()))
        .isInstanceOf(DataException.class);
    assertThatThrownBy(
            () -> metric.value(random.truth(), random.predictions(), new double[] {1, 2}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("2 weights for 40 rows");
    if (metric.needsProbabilities()) {
      ClassPredictions classesAlone = ClassPredictions.of(random.predictions().labels());
      assertThatThrownBy(() -> metric.value(random.truth(), classesAlone))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("'" + metric.name() + "' needs probabilities");
      Matrix p = random.predictions().probabilities().orElseThrow().copy();
      p.set(9, 1, Double.NaN);
      ClassPredictions missing = ClassPredictions.of(random.predictions().labels(), p);
      assertThatThrownBy(() -> metric.value(random.truth(), missing))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("row 9");
    }
  }

  @ParameterizedTest
  @MethodSource("regression")
  void unusableNumbersAreErrors(RegressionMetric metric) {
    assertThatThrownBy(() -> metric.value(new double[] {1}, new double[] {1, 2}))
        .isInstanceOf(DataException.class);
    assertThatThrownBy(() -> metric.value(new double[0], new double[0]))
        .isInstanceOf(DataException.class);
    assertThatThrownBy(() -> metric.value(new double[] {1, 2}, new double[] {1, Double.NaN}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 1");
    assertThatThrownBy(
            () -> metric.value(new double[] {1, Double.POSITIVE_INFINITY}, new double[] {1, 1}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 1");
    assertThatThrownBy(
            () -> metric.value(new double[] {1, 2}, new double[] {1, 1}, new double[] {1, -1}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("weight");
  }

  @Test
  void everyConstantStandsInItsList() throws IllegalAccessException {
    for (Class<?> type : List.of(ClassificationMetric.class, RegressionMetric.class)) {
      for (Field field : type.getFields()) {
        if (field.getType() == type) {
          assertThat(all()).contains((Metric) field.get(null));
        }
      }
    }
  }

  @Test
  void metricsAreFoundByTheirNames() {
    for (ClassificationMetric metric : classification()) {
      assertThat(ClassificationMetric.named(metric.name())).isSameAs(metric);
    }
    for (RegressionMetric metric : regression()) {
      assertThat(RegressionMetric.named(metric.name())).isSameAs(metric);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RegressionMetric.named("accuracy"))
        .withMessageContaining("no metric 'accuracy'; there are: rmse, mse");
  }

  @Test
  void anUndefinedValueIsWorseThanAnyOther() {
    assertThat(ClassificationMetric.ACCURACY.isBetter(0, Double.NaN)).isTrue();
    assertThat(ClassificationMetric.ACCURACY.isBetter(Double.NaN, 0)).isFalse();
    assertThat(RegressionMetric.MAE.isBetter(1, 2)).isTrue();
  }

  @Test
  void ownMetricsJoinByAFunction() {
    Classes random = Classes.random(6);
    ClassificationMetric cost =
        ClassificationMetric.ofCountLoss("cost", c -> 5 * c.falseNegatives(0));
    assertThat(cost.value(random.truth(), random.predictions()))
        .isEqualTo(
            5
                * ConfusionMatrix.of(random.truth(), random.predictions().labels())
                    .falseNegatives(0));
    assertThat(cost.greaterIsBetter()).isFalse();
    assertThat(RegressionMetric.pinball(0.5).value(new double[] {1}, new double[] {3}))
        .isEqualTo(1);
  }
}
