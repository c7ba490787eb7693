package org.cairnml.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.cairnml.base.DataException;
import org.cairnml.base.Seed;
import org.cairnml.metrics.EveryMetric.Trait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for all metrics of the list {@link EveryMetric}, which must be complete. */
class EveryMetricTest {

  /** Sums of some hundred terms of moderate size, in another order. */
  private static final Offset<Double> SAME = within(1e-11);

  /** Clipping at 2^-52, and roots of rounding errors. */
  private static final Offset<Double> PERFECT = within(1e-12);

  private static final int SEEDS = 10;

  /** Functions of rows whose classes return metrics; those of ranked lists are in RankingTest. */
  private static final List<Class<?>> METRICS =
      List.of(
          BinaryScores.class,
          CalibrationCurve.class,
          CalinskiHarabasz.class,
          ClassificationMetric.class,
          ClusterAgreement.class,
          CohenKappa.class,
          ConfusionMatrix.class,
          DaviesBouldin.class,
          GainCurve.class,
          HingeLoss.class,
          LabelRanking.class,
          MatthewsCorrelation.class,
          MultiLabelCounts.class,
          MultiLabelScores.class,
          PinballLoss.class,
          PrecisionRecallCurve.class,
          ProbabilityScores.class,
          Regression.class,
          RegressionMetric.class,
          RocAuc.class,
          RocCurve.class,
          Silhouette.class,
          TweedieDeviance.class);

  /** Numbers of a result that are no metric. */
  private static final Set<String> PARTS =
      Set.of(
          "count",
          "total",
          "support",
          "predicted",
          "truePositives",
          "falsePositives",
          "falseNegatives",
          "trueNegatives",
          "threshold",
          "positives",
          "negatives",
          "youdenThreshold");

  /** Classes of the package that are compared, drawn or printed, and hold no metric of rows. */
  private static final Set<String> OTHERS =
      Set.of(
          "Average",
          "Bootstrap",
          "ClassPredictions",
          "ClassificationReport",
          "CorrectedTTest",
          "DeLong",
          "DetCurve",
          "HitRate",
          "LikelihoodRatios",
          "McNemar",
          "MeanAveragePrecision",
          "Metric",
          "Ndcg",
          "PrecisionAt",
          "RankedList",
          "RankingMetric",
          "RecallAt",
          "ReciprocalRank",
          "RegressionReport",
          "Report",
          "TrapezoidArea");

  static List<EveryMetric> all() {
    return EveryMetric.all();
  }

  static Stream<EveryMetric> with(Trait trait) {
    return all().stream().filter(m -> m.traits().contains(trait));
  }

  static Stream<EveryMetric> symmetric() {
    return with(Trait.SYMMETRIC);
  }

  static Stream<EveryMetric> weighted() {
    return with(Trait.WEIGHTED);
  }

  static Stream<EveryMetric> ofNumbers() {
    return with(Trait.NUMBERS);
  }

  static Stream<EveryMetric> ofClassScores() {
    return with(Trait.CLASS_SCORES);
  }

  static Stream<EveryMetric> indifferentToNames() {
    return all().stream().filter(m -> !m.traits().contains(Trait.ORDERED));
  }

  static Stream<EveryMetric> withBestValue() {
    return all().stream().filter(m -> !Double.isNaN(m.perfect()));
  }

  static Stream<EveryMetric> twoSided() {
    return all().stream().filter(m -> !m.traits().contains(Trait.ONE_SIDED));
  }

  private static double value(EveryMetric metric, MetricInput input) {
    return metric.value().applyAsDouble(input);
  }

  @Test
  void everyMetricIsListed() {
    Set<String> listed = all().stream().map(EveryMetric::name).collect(Collectors.toSet());
    Set<String> found = new TreeSet<>();
    for (Class<?> type : METRICS) {
      for (Method method : type.getDeclaredMethods()) {
        if (Modifier.isPublic(method.getModifiers())
            && method.getReturnType() == double.class
            && !method.isSynthetic()
            && !PARTS.contains(method.getName())) {
          found.add(type.getSimpleName() + "." + method.getName());
        }
      }
    }
    assertThat(listed).containsExactlyInAnyOrderElementsOf(found);
  }

  @Test
  void everyClassOfThePackageIsSorted() throws Exception {
    Set<String> known =
        Stream.concat(METRICS.stream().map(Class::getSimpleName), OTHERS.stream())
            .collect(Collectors.toSet());
    var folder =
        java.nio.file.Path.of(
            Metric.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (var files = java.nio.file.Files.list(folder.resolve("org/cairnml/metrics"))) {
      Set<String> found = new TreeSet<>();
      for (var file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".class") && !name.contains("$") && !name.contains("-info")) {
          Class<?> type = Class.forName("org.cairnml.metrics." + name.replace(".class", ""));
          if (Modifier.isPublic(type.getModifiers())) {
            found.add(type.getSimpleName());
          }
        }
      }
      assertThat(known).containsExactlyInAnyOrderElementsOf(found);
    }
  }

  @Test
  void everyMetricOfListsIsInTheSuiteOfRanking() {
    Set<Class<?>> tested =
        RankingTest.all().map(RankingMetric::getClass).collect(Collectors.toSet());
    assertThat(tested).containsExactlyInAnyOrder(RankingMetric.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("withBestValue")
  void aPerfectPredictionHasTheBestValue(EveryMetric metric) {
    for (long seed = 0; seed < SEEDS; seed++) {
      MetricInput perfect = MetricInput.random(seed).perfect().unweighted();
      assertThat(value(metric, perfect)).isCloseTo(metric.perfect(), PERFECT);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void valuesAreWithinTheirBounds(EveryMetric metric) {
    for (long seed = 0; seed < SEEDS; seed++) {
      assertThat(value(metric, MetricInput.random(seed)))
          .isBetween(metric.lowest(), metric.highest());
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void theOrderOfRowsDoesNotMatter(EveryMetric metric) {
    MetricInput input = MetricInput.random(1);
    MetricInput shuffled = input.rows(Seed.of(2).permutation(MetricInput.ROWS));
    assertThat(value(metric, shuffled)).isCloseTo(value(metric, input), SAME);
  }

  @ParameterizedTest
  @MethodSource("indifferentToNames")
  void theNumbersOfClassesDoNotMatter(EveryMetric metric) {
    for (long seed = 0; seed < SEEDS; seed++) {
      MetricInput input = MetricInput.random(seed);
      assertThat(value(metric, input.relabelled())).isCloseTo(value(metric, input), SAME);
    }
  }

  @ParameterizedTest
  @MethodSource("symmetric")
  void truthAndPredictionMayChangePlaces(EveryMetric metric) {
    for (long seed = 0; seed < SEEDS; seed++) {
      MetricInput input = MetricInput.random(seed);
      assertThat(value(metric, input.swapped())).isCloseTo(value(metric, input), SAME);
    }
  }

  @ParameterizedTest
  @MethodSource("weighted")
  void weightsAreRepetitions(EveryMetric metric) {
    for (long seed = 0; seed < SEEDS; seed++) {
      MetricInput input = MetricInput.random(seed);
      assertThat(value(metric, input)).isCloseTo(value(metric, input.repeated()), SAME);
    }
  }

  @ParameterizedTest
  @MethodSource("weighted")
  void unusableWeightsAreErrors(EveryMetric metric) {
    MetricInput input = MetricInput.random(3);
    double[] negative = input.unweighted().weights();
    negative[4] = -1;
    assertError(metric, input.withWeights(negative), "row 4: the weight is -1.0");
    negative[4] = Double.NaN;
    assertError(metric, input.withWeights(negative), "row 4: the weight is NaN");
    assertError(metric, input.withWeights(1, 2), "2 weights for 40 rows");
    assertError(metric, input.withWeights(new double[MetricInput.ROWS]), "weights are 0");
  }

  @ParameterizedTest
  @MethodSource("twoSided")
  void otherNumbersOfRowsAreErrors(EveryMetric metric) {
    assertError(metric, MetricInput.random(3).withoutLastPrediction(), "39");
  }

  @ParameterizedTest
  @MethodSource("all")
  void noRowsAreAnError(EveryMetric metric) {
    assertError(metric, MetricInput.random(3).rows(), "no rows");
  }

  @ParameterizedTest
  @MethodSource("ofNumbers")
  void missingNumbersAreErrors(EveryMetric metric) {
    assertError(metric, MetricInput.random(3).withNaN(), "row 9", "NaN");
  }

  @ParameterizedTest
  @MethodSource("ofClassScores")
  void aClassWithoutScoresIsAnError(EveryMetric metric) {
    assertThatThrownBy(() -> value(metric, MetricInput.random(3).withUnknownClass()))
        .isInstanceOf(DataException.class)
        .message()
        .containsAnyOf(
            "row 9 has the label 'other', expected one of [a, b, c]",
            "3 columns for 4 classes",
            "needs two classes, but the truth has [no, yes, other]");
  }

  private static void assertError(EveryMetric metric, MetricInput input, String... words) {
    assertThatThrownBy(() -> value(metric, input))
        .isInstanceOf(DataException.class)
        .message()
        .contains(Arrays.asList(words));
  }
}
