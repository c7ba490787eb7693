package org.cairnml.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cairnml.base.DataException;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProbabilityScoresTest {

  static List<ReferenceCase> cases() {
    return ReferenceCase.load("classification.txt").stream()
        .filter(c -> c.has("log_loss"))
        .toList();
  }

  /** The (n x k) probabilities of a case; of two classes it states those of the second alone. */
  private static Matrix probabilities(ReferenceCase reference) {
    if (reference.has("probabilities")) {
      return reference.matrix("probabilities");
    }
    double[] second = reference.get("scores");
    Matrix both = Matrix.zeros(second.length, 2);
    for (int i = 0; i < second.length; i++) {
      both.set(i, 0, 1 - second[i]);
      both.set(i, 1, second[i]);
    }
    return both;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithScikitLearn(ReferenceCase reference) {
    Labels truth = reference.labels("truth");
    Matrix p = probabilities(reference);
    double[] weights = reference.get("weights");
    reference.check("log_loss", ProbabilityScores.logLoss(truth, p, weights));
    reference.check("brier", ProbabilityScores.brier(truth, p, weights));
    reference.check("average_precision", ProbabilityScores.averagePrecision(truth, p, weights));
    for (int top = 1; top <= truth.classes().size(); top++) {
      reference.check("top_" + top, ProbabilityScores.topAccuracy(truth, p, top, weights));
    }
    reference.check(
        "hinge",
        reference.has("margin")
            ? HingeLoss.of(truth, reference.get("margin"), weights)
            : HingeLoss.of(truth, p, weights));
  }

  @Test
  void wrongCertaintyCostsAFiniteAmount() {
    Labels truth = Labels.of("a", "b");
    double loss = ProbabilityScores.logLoss(truth, Matrix.of(2, 2, 0, 1, 0, 1));
    assertThat(loss).isBetween(36 / 2.0, 37 / 2.0);
  }

  @Test
  void ofEquallyLikelyClassesTheFirstCountsAsLikelier() {
    Labels truth = Labels.of("a", "b");
    Matrix equal = Matrix.of(2, 2, .5, .5, .5, .5);
    assertThat(ProbabilityScores.topAccuracy(truth, equal, 1)).isEqualTo(0.5);
    assertThat(ProbabilityScores.topAccuracy(truth, equal, 2)).isEqualTo(1);
  }

  @Test
  void averagePrecisionWithoutPositiveRowsIsUndefined() {
    Labels truth = Labels.of(List.of("a"), List.of("a", "b"));
    assertThat(ProbabilityScores.averagePrecision(truth, Matrix.of(1, 2, .5, .5))).isNaN();
  }

  @Test
  void refusesWhatIsNoProbability() {
    Labels truth = Labels.of("a", "b");
    assertThatThrownBy(() -> ProbabilityScores.logLoss(truth, Matrix.of(2, 2, 0, 1, 0.5, 0.6)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 1: the probabilities add up to 1.1");
    assertThatThrownBy(() -> ProbabilityScores.logLoss(truth, Matrix.of(2, 2, 0, 1, Double.NaN, 1)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 1, class 0: the probability is NaN");
    assertThatThrownBy(() -> ProbabilityScores.logLoss(truth, Matrix.of(2, 1, 1, 1)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("1 columns for 2 classes");
  }
}
