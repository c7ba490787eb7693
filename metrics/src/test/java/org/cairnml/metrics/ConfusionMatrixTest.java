package org.cairnml.metrics;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.metrics.CohenKappa.Disagreement;
import org.cairnml.metrics.ConfusionMatrix.Normalization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfusionMatrixTest {

  static List<ReferenceCase> cases() {
    return ReferenceCase.load("classification.txt");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithScikitLearn(ReferenceCase reference) {
    ConfusionMatrix confusion =
        ConfusionMatrix.of(
            reference.labels("truth"), reference.labels("predicted"), reference.get("weights"));
    int k = confusion.classes().size();
    reference.check("confusion", confusion.toMatrix().data());
    reference.check("confusion_true", zeroForNaN(confusion.normalized(Normalization.TRUTH)));
    reference.check("confusion_pred", zeroForNaN(confusion.normalized(Normalization.PREDICTION)));
    reference.check("confusion_all", confusion.normalized(Normalization.ALL).data());
    reference.check("accuracy", confusion.accuracy());
    reference.check("balanced_accuracy", confusion.balancedAccuracy());
    reference.check("adjusted_balanced_accuracy", confusion.adjustedBalancedAccuracy());
    reference.check("hamming_loss", confusion.errorRate());
    reference.check("zero_one_loss", confusion.errorRate());
    reference.check("mcc", MatthewsCorrelation.of(confusion));
    reference.check("kappa", CohenKappa.of(confusion));
    reference.check("kappa_linear", CohenKappa.of(confusion, Disagreement.LINEAR));
    reference.check("kappa_quadratic", CohenKappa.of(confusion, Disagreement.QUADRATIC));
    if (reference.has("likelihood_ratios")) {
      LikelihoodRatios ratios = LikelihoodRatios.of(confusion, 1);
      reference.check("likelihood_ratios", new double[] {ratios.positive(), ratios.negative()});
    }
    for (Average average : Average.values()) {
      String suffix = "_" + average.name().toLowerCase(java.util.Locale.ROOT);
      reference.check("precision" + suffix, confusion.precision(average));
      reference.check("recall" + suffix, confusion.recall(average));
      reference.check("f1" + suffix, confusion.f1(average));
      reference.check("f05" + suffix, confusion.fBeta(0.5, average));
      reference.check("jaccard" + suffix, confusion.jaccard(average));
    }
    reference.check("precision", perClass(k, confusion::precision));
    reference.check("recall", perClass(k, confusion::recall));
    reference.check("f1", perClass(k, confusion::f1));
    reference.check("f2", perClass(k, c -> confusion.fBeta(2, c)));
    reference.check("jaccard", perClass(k, confusion::jaccard));
    for (int c = 0; c < k; c++) {
      reference.check(
          "counts_" + c,
          new double[] {
            confusion.truePositives(c),
            confusion.falsePositives(c),
            confusion.falseNegatives(c),
            confusion.trueNegatives(c)
          });
    }
  }

  /** What is undefined here, scikit-learn sets to 0. */
  private static double[] perClass(int k, IntToDoubleFunction score) {
    return IntStream.range(0, k)
        .mapToDouble(score::applyAsDouble)
        .map(v -> Double.isNaN(v) ? 0 : v)
        .toArray();
  }

  private static double[] zeroForNaN(Matrix matrix) {
    return perClass(matrix.data().length, i -> matrix.data()[i]);
  }

  @Test
  void scoresThatTheCountsDoNotDetermineAreNaN() {
    Labels truth = Labels.of(List.of("a", "b", "a"), List.of("a", "b", "c", "d"));
    Labels predicted = Labels.of(List.of("a", "a", "c"), List.of("a", "b", "c", "d"));
    ConfusionMatrix confusion = ConfusionMatrix.of(truth, predicted);
    assertThat(confusion.precision(1)).isNaN();
    assertThat(confusion.recall(1)).isZero();
    assertThat(confusion.f1(1)).isZero();
    assertThat(confusion.precision(2)).isZero();
    assertThat(confusion.recall(2)).isNaN();
    assertThat(confusion.f1(3)).isNaN();
    assertThat(confusion.jaccard(3)).isNaN();
    assertThat(confusion.specificity(3)).isEqualTo(1);
    ConfusionMatrix single = ConfusionMatrix.of(Labels.of("a"), Labels.of("a"));
    assertThat(single.specificity(0)).isNaN();
    assertThat(single.adjustedBalancedAccuracy()).isNaN();
    assertThat(CohenKappa.of(single)).isNaN();
    assertThat(MatthewsCorrelation.of(single)).isZero();
    assertThat(LikelihoodRatios.of(single, 0)).isEqualTo(new LikelihoodRatios(NaN, NaN));
  }

  @Test
  void classesOfBothSidesAreUnited() {
    assertThat(ConfusionMatrix.of(Labels.of("a", "c"), Labels.of("b", "c")).classes())
        .containsExactly("a", "b", "c");
    Labels known = Labels.of(List.of("y", "x"), List.of("z", "y", "x"));
    assertThat(ConfusionMatrix.of(Labels.of("x", "y"), known).classes())
        .containsExactly("z", "y", "x");
  }

  @Test
  void printsTrueClassesInRows() {
    ConfusionMatrix confusion =
        ConfusionMatrix.of(Labels.of("cat", "cat", "horse"), Labels.of("cat", "horse", "horse"));
    assertThat(confusion)
        .hasToString(
            """
            true \\ predicted  cat  horse
            cat                 1      1
            horse               0      1
            """);
  }

  @Test
  void refusesWhatCannotBeCompared() {
    assertThatThrownBy(() -> ConfusionMatrix.of(Labels.of("a", "b"), Labels.of("a")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("truth has 2 rows, the prediction 1");
    assertThatThrownBy(() -> ConfusionMatrix.of(Labels.of(List.of()), Labels.of(List.of())))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("no rows");
    Labels one = Labels.of("a", "b");
    assertThatThrownBy(() -> ConfusionMatrix.of(one, one, new double[] {1, -1}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 1: the weight is -1.0");
    assertThatThrownBy(() -> ConfusionMatrix.of(one, one, new double[] {0, 0}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("all sample weights are 0");
    assertThatThrownBy(() -> ConfusionMatrix.of(one, one, new double[] {1}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("1 weights for 2 rows");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfusionMatrix.of(one, one).fBeta(-1, 0))
        .withMessageContaining("beta");
  }
}
