package org.cairnml.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.cairnml.base.DataException;
import org.cairnml.base.Seed;
import org.cairnml.data.Labels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonTest {

  static List<ReferenceCase> mcNemar() {
    return cases("mcnemar");
  }

  static List<ReferenceCase> deLong() {
    return cases("delong");
  }

  private static List<ReferenceCase> cases(String prefix) {
    return ReferenceCase.load("comparison.txt").stream()
        .filter(c -> c.name().startsWith(prefix))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("mcNemar")
  void mcNemarAgreesWithStatsmodels(ReferenceCase reference) {
    int[] counts = reference.ints("counts");
    McNemar test = new McNemar(counts[0], counts[1]);
    reference.check("exact", test.exactPValue());
    reference.check("statistic", test.statistic());
    reference.check("asymptotic", test.asymptoticPValue());
  }

  @ParameterizedTest
  @MethodSource("deLong")
  void deLongAgreesWithTheFormulaOverAllPairs(ReferenceCase reference) {
    Labels truth = reference.labels("truth");
    DeLong test = DeLong.of(truth, reference.get("first"), reference.get("second"));
    reference.check("auc", new double[] {test.firstAuc(), test.secondAuc()});
    reference.check("se", new double[] {test.firstStandardError(), test.secondStandardError()});
    reference.check("z", test.z());
    reference.check("p", test.pValue());
  }

  @Test
  void correctedTTestAgreesWithItsFormula() {
    ReferenceCase reference = cases("t-test").get(0);
    CorrectedTTest test =
        CorrectedTTest.of(reference.get("first"), reference.get("second"), 1 / 9.0);
    reference.check("t", test.t());
    reference.check("p", test.pValue());
  }

  @Test
  void mcNemarCountsRowsThatOneOfTwoHasRight() {
    Labels truth = Labels.of("a", "b", "c", "a", "b");
    Labels first = Labels.of("a", "b", "b", "b", "b");
    Labels second = Labels.of("b", "a", "b", "a", "b");
    assertThat(McNemar.of(truth, first, second)).isEqualTo(new McNemar(2, 1));
  }

  @Test
  void equalModelsDoNotDiffer() {
    Labels truth = Labels.of("a", "b", "a", "b");
    double[] scores = {1, 2, 3, 4};
    assertThat(McNemar.of(truth, truth, truth).exactPValue()).isEqualTo(1);
    assertThat(McNemar.of(truth, truth, truth).asymptoticPValue()).isEqualTo(1);
    DeLong same = DeLong.of(truth, scores, scores);
    assertThat(same.differenceStandardError()).isZero();
    assertThat(same.z()).isNaN();
    assertThat(same.pValue()).isEqualTo(1);
    assertThat(CorrectedTTest.of(scores, scores, 0.25).pValue()).isEqualTo(1);
  }

  /** Under the null hypothesis a p-value is below 0.1 in a tenth of all cases. */
  @Test
  void deLongKeepsItsLevel() {
    int runs = 1000;
    int rejected = 0;
    for (int run = 0; run < runs; run++) {
      SplittableRandom random = Seed.of(run).generator();
      int[] codes = random.ints(80, 0, 2).toArray();
      double[] first = new double[80];
      double[] second = new double[80];
      for (int i = 0; i < 80; i++) {
        double common = 0.5 * codes[i] + random.nextDouble();
        first[i] = common + random.nextDouble();
        second[i] = common + random.nextDouble();
      }
      Labels truth = Labels.ofCodes(codes, List.of("no", "yes"));
      rejected += DeLong.of(truth, first, second).pValue() < 0.1 ? 1 : 0;
    }
    double fourStandardErrors = 4 * Math.sqrt(0.1 * 0.9 / runs);
    assertThat(rejected / (double) runs)
        .isBetween(0.1 - fourStandardErrors, 0.1 + fourStandardErrors);
  }

  @Test
  void refusesUnusableInput() {
    Labels truth = Labels.of("a", "b", "b");
    double[] scores = {1, 2, 3};
    assertThatThrownBy(() -> DeLong.of(truth, scores, scores))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("two rows of each class, but there are 2 positive and 1 negative");
    assertThatThrownBy(() -> CorrectedTTest.of(scores, new double[2], 0.1))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("got 3 and 2");
    assertThatIllegalArgumentException().isThrownBy(() -> CorrectedTTest.of(scores, scores, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new McNemar(-1, 0));
  }
}
