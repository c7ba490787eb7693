package org.cairnml.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.cairnml.base.DataException;
import org.cairnml.base.Seed;
import org.cairnml.linalg.Matrix;
import org.cairnml.metrics.Ndcg.Discount;
import org.cairnml.metrics.Ndcg.Gain;
import org.cairnml.metrics.PrecisionAt.Denominator;
import org.cairnml.metrics.RankingMetric.EmptyLists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RankingTest {

  private static final int ITEMS = 12;

  /** Relevant items at ranks 1, 3 and 6 of six shown, and two more that are not shown. */
  private static final RankedList LIST =
      RankedList.shown(new double[] {1, 0, 1, 0, 0, 1}, new double[] {1, 1, 1, 1, 1, 0, 0, 0});

  static List<ReferenceCase> cases() {
    return ReferenceCase.load("ranking.txt").stream().filter(c -> c.has("relevance")).toList();
  }

  static List<ReferenceCase> labelCases() {
    return ReferenceCase.load("ranking.txt").stream().filter(c -> c.has("lrap")).toList();
  }

  /** Every metric and variant; of those that reach 1 at the best order. */
  static Stream<RankingMetric> reachable() {
    return Stream.of(1, 4, 50)
        .flatMap(
            k ->
                Stream.of(
                    new Ndcg().withK(k),
                    new Ndcg().withK(k).withGain(Gain.EXPONENTIAL),
                    new Ndcg().withK(k).withGain(Gain.BINARY),
                    new Ndcg().withK(k).withDiscount(Discount.JARVELIN),
                    new MeanAveragePrecision(k),
                    new ReciprocalRank(k),
                    new HitRate(k),
                    new PrecisionAt(k).withDenominator(Denominator.REACHABLE)));
  }

  static Stream<RankingMetric> all() {
    return Stream.concat(
        reachable(),
        Stream.of(
            new MeanAveragePrecision(4).withDenominator(MeanAveragePrecision.Denominator.RELEVANT),
            new PrecisionAt(4),
            new PrecisionAt(50).withDenominator(Denominator.SHOWN),
            new RecallAt(4)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ndcgAgreesWithScikitLearn(ReferenceCase reference) {
    RankedList list = RankedList.of(reference.get("relevance"), reference.get("scores"));
    for (int k : new int[] {1, 3, 10, ITEMS}) {
      Ndcg ndcg = new Ndcg().withK(k);
      reference.check("ndcg_" + k, ndcg.value(list));
      reference.check("dcg_" + k, ndcg.dcg(list));
      reference.check("ndcg_exponential_" + k, ndcg.withGain(Gain.EXPONENTIAL).value(list));
      reference.check("ndcg_binary_" + k, ndcg.withGain(Gain.BINARY).value(list));
    }
    reference.check("average_precision", new MeanAveragePrecision(ITEMS).value(list));
  }

  @ParameterizedTest
  @MethodSource("labelCases")
  void labelRankingAgreesWithScikitLearn(ReferenceCase reference) {
    Matrix truth = reference.matrix("labels");
    Matrix scores = reference.matrix("label_scores");
    reference.check("lrap", LabelRanking.averagePrecision(truth, scores));
    reference.check("coverage", LabelRanking.coverageError(truth, scores));
    reference.check("loss", LabelRanking.loss(truth, scores));
  }

  @Test
  void variantsByHand() {
    assertThat(new PrecisionAt(4).value(LIST)).isEqualTo(2 / 4.0);
    assertThat(new PrecisionAt(10).value(LIST)).isEqualTo(3 / 10.0);
    assertThat(new PrecisionAt(10, Denominator.SHOWN).value(LIST)).isEqualTo(3 / 6.0);
    assertThat(new PrecisionAt(10, Denominator.REACHABLE).value(LIST)).isEqualTo(3 / 5.0);
    assertThat(new RecallAt(3).value(LIST)).isEqualTo(2 / 5.0);
    double precisions = 1 + 2 / 3.0 + 3 / 6.0;
    assertThat(new MeanAveragePrecision(6).value(LIST)).isCloseTo(precisions / 5, within(1e-15));
    assertThat(new MeanAveragePrecision(3).value(LIST)).isCloseTo((1 + 2 / 3.0) / 3, within(1e-15));
    assertThat(new MeanAveragePrecision(3, MeanAveragePrecision.Denominator.RELEVANT).value(LIST))
        .isCloseTo((1 + 2 / 3.0) / 5, within(1e-15));
    RankedList late = RankedList.shown(new double[] {0, 0, 2, 1}, new double[] {2, 1});
    assertThat(new ReciprocalRank(4).value(late)).isEqualTo(1 / 3.0);
    assertThat(new ReciprocalRank(2).value(late)).isZero();
    assertThat(new HitRate(2).value(late)).isZero();
    assertThat(new HitRate(3).value(late)).isEqualTo(1);
    double log3 = Math.log(3) / Math.log(2);
    assertThat(new Ndcg().withDiscount(Discount.JARVELIN).value(late))
        .isCloseTo((2 / log3 + 1 / 2.0) / 3, within(1e-15));
  }

  @ParameterizedTest
  @MethodSource("reachable")
  void theBestOrderScoresOne(RankingMetric metric) {
    double[] relevance = {3, 0, 1, 2, 0, 1};
    assertThat(metric.value(relevance, relevance)).isCloseTo(1, within(1e-15));
  }

  @ParameterizedTest
  @MethodSource("all")
  void valuesAreFromZeroToOneAndDoNotDependOnTheOrderGiven(RankingMetric metric) {
    for (long seed = 0; seed < 20; seed++) {
      SplittableRandom random = Seed.of(seed).generator();
      double[] relevance = random.ints(ITEMS, 0, 3).asDoubleStream().toArray();
      double[] scores = random.doubles(ITEMS).toArray();
      double value = metric.value(relevance, scores);
      assertThat(value).isBetween(0.0, 1 + 1e-15);
      int[] order = Seed.of(seed).permutation(ITEMS);
      double[] shuffledRelevance = new double[ITEMS];
      double[] shuffledScores = new double[ITEMS];
      for (int i = 0; i < ITEMS; i++) {
        shuffledRelevance[i] = relevance[order[i]];
        shuffledScores[i] = scores[order[i]];
      }
      assertThat(metric.value(shuffledRelevance, shuffledScores)).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void listsWithoutRelevantItemsAreSkippedOrZero(RankingMetric metric) {
    RankedList empty = RankedList.of(new double[] {0, 0}, new double[] {1, 2});
    assertThat(metric.value(empty)).isNaN();
    double value = metric.value(LIST);
    assertThat(metric.mean(List.of(LIST, empty), EmptyLists.SKIP)).isEqualTo(value);
    assertThat(metric.mean(List.of(LIST, empty), EmptyLists.ZERO)).isEqualTo(value / 2);
    assertThat(metric.mean(List.of(empty), EmptyLists.SKIP)).isNaN();
    RankedList other = RankedList.of(new double[] {0, 1, 0, 1}, new double[] {4, 3, 2, 1});
    double[] weights = {3, 1, 2};
    List<RankedList> repeated = List.of(LIST, LIST, LIST, empty, other, other);
    for (EmptyLists emptyLists : EmptyLists.values()) {
      assertThat(metric.mean(List.of(LIST, empty, other), emptyLists, weights))
          .isCloseTo(metric.mean(repeated, emptyLists), within(1e-15));
    }
  }

  @Test
  void refusesUnusableInput() {
    double[] two = {1, 0};
    assertThatThrownBy(() -> RankedList.of(two, new double[] {1, Double.NaN}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 1: the score is NaN");
    assertThatThrownBy(() -> RankedList.of(new double[] {-1, 0}, two))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 0: the relevance is -1.0");
    assertThatThrownBy(() -> RankedList.shown(new double[] {1, 1}, two))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("shows 2 relevant items, but there are only 1");
    assertThatIllegalArgumentException().isThrownBy(() -> new RecallAt(0));
    assertThatThrownBy(() -> LabelRanking.loss(Matrix.of(1, 1, 0.5), Matrix.of(1, 1, 0)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 0, label 0: the truth is 0.5");
  }
}
