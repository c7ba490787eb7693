package org.cairnml.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cairnml.base.DataException;
import org.cairnml.base.Seed;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RocAucTest {

  static List<ReferenceCase> binary() {
    return ReferenceCase.load("classification.txt").stream().filter(c -> c.has("scores")).toList();
  }

  static List<ReferenceCase> multiclass() {
    return ReferenceCase.load("classification.txt").stream()
        .filter(c -> c.has("probabilities"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("binary")
  void binaryAgreesWithScikitLearn(ReferenceCase reference) {
    Labels truth = reference.labels("truth");
    double[] weights = reference.get("weights");
    reference.check("roc_auc", RocAuc.binary(truth, reference.get("scores"), weights));
  }

  @ParameterizedTest
  @MethodSource("multiclass")
  void averagesAgreeWithScikitLearn(ReferenceCase reference) {
    Labels truth = reference.labels("truth");
    Matrix p = reference.matrix("probabilities");
    double[] weights = reference.get("weights");
    reference.check("auc_ovr_macro", RocAuc.of(truth, p, weights));
    reference.check("auc_ovr_weighted", RocAuc.oneVsRest(truth, p, Average.WEIGHTED, weights));
    reference.check("auc_ovr_micro", RocAuc.oneVsRest(truth, p, Average.MICRO, weights));
    reference.check("auc_ovo_macro", RocAuc.oneVsOne(truth, p, Average.MACRO));
    reference.check("auc_ovo_weighted", RocAuc.oneVsOne(truth, p, Average.WEIGHTED));
  }

  /** Scores of few distinct values, of both signs and zeros, so that there are ties. */
  @Property(tries = 200)
  void isTheShareOfPairsInRightOrder(
      @ForAll @IntRange(min = 1, max = 60) int n,
      @ForAll @IntRange(min = 1, max = 30) int distinct,
      @ForAll long seed) {
    SplittableRandom random = Seed.of(seed).generator();
    boolean[] positive = new boolean[n];
    double[] scores = new double[n];
    for (int i = 0; i < n; i++) {
      positive[i] = random.nextBoolean();
      scores[i] = (random.nextInt(distinct) - distinct / 2) * Math.PI * 1e-3;
    }
    double right = 0;
    double pairs = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (positive[i] && !positive[j]) {
          pairs++;
          right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
        }
      }
    }
    double area = BinaryScores.of(positive, scores).rocAuc();
    if (pairs == 0) {
      assertThat(area).isNaN();
    } else {
      assertThat(area).isCloseTo(right / pairs, within(ReferenceCase.TOLERANCE));
    }
  }

  @Test
  void zeroHasNoSign() {
    BinaryScores scores =
        BinaryScores.of(new boolean[] {true, false, true}, new double[] {0.0, -0.0, 1});
    assertThat(scores.size()).isEqualTo(2);
    assertThat(scores.rocAuc()).isEqualTo(0.75);
  }

  @Test
  void isUndefinedWhereOneClassIsPresent() {
    List<String> classes = List.of("no", "yes");
    Labels truth = Labels.of(List.of("no", "no"), classes);
    assertThat(RocAuc.binary(truth, new double[] {0.2, 0.3})).isNaN();
    assertThat(RocAuc.of(Labels.of("a", "a"), Matrix.of(2, 1, 1, 1))).isNaN();
  }

  @Test
  void classesWithoutRowsAreLeftOutOfTheAverage() {
    Labels truth = Labels.of(List.of("a", "b", "a"), List.of("a", "b", "c"));
    Matrix p = Matrix.of(3, 3, 0.5, 0.3, 0.2, 0.2, 0.6, 0.2, 0.1, 0.7, 0.2);
    double a = BinaryScores.of(new boolean[] {true, false, true}, p.column(0).toArray()).rocAuc();
    double b = BinaryScores.of(new boolean[] {false, true, false}, p.column(1).toArray()).rocAuc();
    assertThat(RocAuc.of(truth, p)).isEqualTo((a + b) / 2);
    assertThat(RocAuc.oneVsOne(truth, p, Average.MACRO)).isEqualTo((a + b) / 2);
  }

  @Test
  void refusesUnusableInput() {
    Labels truth = Labels.of("a", "b");
    assertThatThrownBy(() -> RocAuc.binary(truth, new double[] {0, Double.NaN}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 1: the score is NaN");
    assertThatThrownBy(() -> RocAuc.binary(truth, new double[] {0}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("truth has 2 rows, the prediction 1");
    assertThatThrownBy(() -> RocAuc.binary(Labels.of("a", "b", "c"), new double[3]))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("needs two classes");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RocAuc.oneVsOne(truth, Matrix.of(2, 2, .5, .5, .5, .5), Average.MICRO));
  }
}
