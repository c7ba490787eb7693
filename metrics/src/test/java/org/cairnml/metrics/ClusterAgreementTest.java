package org.cairnml.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.cairnml.base.DataException;
import org.cairnml.base.Seed;
import org.cairnml.metrics.ClusterAgreement.EntropyAverage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClusterAgreementTest {

  /** Every value by name; a new one joins here and in the reference script. */
  private static final Map<String, ToDoubleFunction<ClusterAgreement>> VALUES =
      Map.ofEntries(
          Map.entry("rand", ClusterAgreement::rand),
          Map.entry("adjusted_rand", ClusterAgreement::adjustedRand),
          Map.entry("fowlkes_mallows", ClusterAgreement::fowlkesMallows),
          Map.entry("purity", ClusterAgreement::purity),
          Map.entry("mutual_information", ClusterAgreement::mutualInformation),
          Map.entry("nmi_min", a -> a.normalizedMutualInformation(EntropyAverage.MIN)),
          Map.entry("nmi_geometric", a -> a.normalizedMutualInformation(EntropyAverage.GEOMETRIC)),
          Map.entry(
              "nmi_arithmetic", a -> a.normalizedMutualInformation(EntropyAverage.ARITHMETIC)),
          Map.entry("nmi_max", a -> a.normalizedMutualInformation(EntropyAverage.MAX)),
          Map.entry("ami_min", a -> a.adjustedMutualInformation(EntropyAverage.MIN)),
          Map.entry("ami_geometric", a -> a.adjustedMutualInformation(EntropyAverage.GEOMETRIC)),
          Map.entry("ami_arithmetic", a -> a.adjustedMutualInformation(EntropyAverage.ARITHMETIC)),
          Map.entry("ami_max", a -> a.adjustedMutualInformation(EntropyAverage.MAX)),
          Map.entry("homogeneity", ClusterAgreement::homogeneity),
          Map.entry("completeness", ClusterAgreement::completeness),
          Map.entry("v_measure", a -> a.vMeasure(1)),
          Map.entry("v_measure_0.5", a -> a.vMeasure(0.5)));

  /** Swapping truth and clusters swaps these two and leaves all but these as they are. */
  private static final Map<String, String> SWAPPED =
      Map.of("homogeneity", "completeness", "completeness", "homogeneity");

  private static final List<String> ONE_SIDED = List.of("purity", "v_measure_0.5");

  static List<ReferenceCase> cases() {
    return ReferenceCase.load("clustering.txt").stream().filter(c -> c.has("clusters")).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithScikitLearn(ReferenceCase reference) {
    ClusterAgreement agreement =
        ClusterAgreement.of(reference.ints("truth"), reference.ints("clusters"));
    reference.check("contingency", agreement.contingency().data());
    reference.check("pair_confusion", agreement.pairConfusion().data());
    VALUES.forEach((key, value) -> reference.check(key, value.applyAsDouble(agreement)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void neitherSideIsTheFirst(ReferenceCase reference) {
    int[] truth = reference.ints("truth");
    int[] clusters = reference.ints("clusters");
    ClusterAgreement one = ClusterAgreement.of(truth, clusters);
    ClusterAgreement other = ClusterAgreement.of(clusters, truth);
    VALUES.forEach(
        (key, value) -> {
          if (!ONE_SIDED.contains(key)) {
            assertThat(VALUES.get(SWAPPED.getOrDefault(key, key)).applyAsDouble(other))
                .as(key)
                .isCloseTo(value.applyAsDouble(one), within(ReferenceCase.TOLERANCE));
          }
        });
  }

  @Test
  void numbersOfThePartsAndOrderOfTheRowsDoNotMatter() {
    SplittableRandom random = Seed.of(3).generator();
    int[] truth = random.ints(50, 0, 4).toArray();
    int[] clusters = random.ints(50, 0, 5).toArray();
    int[] order = Seed.of(4).permutation(50);
    ClusterAgreement agreement = ClusterAgreement.of(truth, clusters);
    ClusterAgreement other =
        ClusterAgreement.of(
            Arrays.stream(order).map(i -> 100 - truth[i]).toArray(),
            Arrays.stream(order).map(i -> 7 * clusters[i] - 3).toArray());
    VALUES.forEach(
        (key, value) ->
            assertThat(value.applyAsDouble(other))
                .as(key)
                .isCloseTo(value.applyAsDouble(agreement), within(ReferenceCase.TOLERANCE)));
  }

  @Test
  void equalPartitionsScoreOne() {
    int[] parts = {0, 1, 1, 2, 2, 2};
    ClusterAgreement same = ClusterAgreement.of(parts, parts);
    VALUES.forEach(
        (key, value) -> {
          if (!key.equals("mutual_information")) {
            assertThat(value.applyAsDouble(same)).as(key).isCloseTo(1, within(1e-14));
          }
        });
  }

  @Test
  void chanceScoresZeroInTheMeanWhereAdjusted() {
    double ari = 0;
    double ami = 0;
    int runs = 200;
    for (int run = 0; run < runs; run++) {
      SplittableRandom random = Seed.of(run).generator();
      ClusterAgreement chance =
          ClusterAgreement.of(random.ints(60, 0, 3).toArray(), random.ints(60, 0, 6).toArray());
      ari += chance.adjustedRand() / runs;
      ami += chance.adjustedMutualInformation(EntropyAverage.ARITHMETIC) / runs;
    }
    double fiveStandardErrors = 5 * 0.02 / Math.sqrt(runs);
    assertThat(ari).isCloseTo(0, within(fiveStandardErrors));
    assertThat(ami).isCloseTo(0, within(fiveStandardErrors));
  }

  @Test
  void refusesUnusableInput() {
    assertThatThrownBy(() -> ClusterAgreement.of(new int[2], new int[3]))
        .isInstanceOf(DataException.class);
    assertThatThrownBy(() -> ClusterAgreement.of(new int[0], new int[0]))
        .isInstanceOf(DataException.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClusterAgreement.of(new int[2], new int[2]).vMeasure(-1))
        .withMessageContaining("beta");
  }
}
