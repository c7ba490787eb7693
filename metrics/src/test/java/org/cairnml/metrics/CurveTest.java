package org.cairnml.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.data.Labels;
import org.cairnml.metrics.CalibrationCurve.Bin;
import org.cairnml.metrics.CalibrationCurve.Binning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CurveTest {

  private static final Labels ALL_NO = Labels.of(List.of("no", "no"), List.of("no", "yes"));

  static List<ReferenceCase> cases() {
    return ReferenceCase.load("classification.txt").stream().filter(c -> c.has("scores")).toList();
  }

  private static BinaryScores scores(ReferenceCase reference) {
    return BinaryScores.of(
        reference.labels("truth"), reference.get("scores"), reference.get("weights"));
  }

  /** scikit-learn lists precision-recall and DET points by rising threshold, Cairn by falling. */
  private static double[] reversed(double[] values) {
    return IntStream.range(0, values.length)
        .mapToDouble(i -> values[values.length - 1 - i])
        .toArray();
  }

  private static double[] withoutFirst(double[] values) {
    return Arrays.copyOfRange(values, 1, values.length);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void rocAgreesWithScikitLearn(ReferenceCase reference) {
    RocCurve roc = RocCurve.of(scores(reference));
    reference.check("roc_fpr", roc.falsePositiveRates());
    reference.check("roc_tpr", roc.truePositiveRates());
    reference.check("roc_thresholds", withoutFirst(roc.thresholds()));
    reference.check("roc_auc", roc.auc());
    reference.check("roc_auc", roc.partialAuc(1));
    reference.check("roc_auc_to_0.1", roc.partialAuc(0.1));
    reference.check("roc_auc_to_0.5", roc.partialAuc(0.5));
    assertThat(roc.thresholds()[0]).isInfinite();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void precisionRecallAgreesWithScikitLearn(ReferenceCase reference) {
    PrecisionRecallCurve curve = PrecisionRecallCurve.of(scores(reference));
    reference.check("pr_precision", reversed(curve.precisions()));
    reference.check("pr_recall", reversed(curve.recalls()));
    reference.check("pr_auc", curve.trapezoidalAuc());
    reference.check("pr_auc", TrapezoidArea.of(curve.recalls(), curve.precisions()));
    reference.check("average_precision", curve.averagePrecision());
    assertThat(curve.thresholds()).hasSameSizeAs(curve.recalls());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void detAgreesWithScikitLearn(ReferenceCase reference) {
    DetCurve det = DetCurve.of(scores(reference));
    reference.check("det_fpr", reversed(det.falsePositiveRates()));
    reference.check("det_fnr", reversed(det.falseNegativeRates()));
    reference.check("det_thresholds", reversed(det.thresholds()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void calibrationAgreesWithScikitLearn(ReferenceCase reference) {
    for (Binning binning : Binning.values()) {
      String suffix = "_" + binning.name().toLowerCase(Locale.ROOT);
      if (reference.has("calibration_observed" + suffix)) {
        List<Bin> bins =
            CalibrationCurve.of(reference.labels("truth"), reference.get("scores"), 4, binning)
                .bins();
        reference.check(
            "calibration_observed" + suffix, bins.stream().mapToDouble(Bin::observed).toArray());
        reference.check(
            "calibration_predicted" + suffix, bins.stream().mapToDouble(Bin::predicted).toArray());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gainAndRocAreOneCurveInTwoCoordinates(ReferenceCase reference) {
    BinaryScores scores = scores(reference);
    GainCurve gain = GainCurve.of(scores);
    RocCurve roc = RocCurve.of(scores);
    double prevalence = scores.positives() / (scores.positives() + scores.negatives());
    for (int i = 0; i < gain.shares().length; i++) {
      double tpr = roc.truePositiveRates()[i];
      double share = prevalence * tpr + (1 - prevalence) * roc.falsePositiveRates()[i];
      assertThat(gain.gains()[i]).isEqualTo(tpr);
      assertThat(gain.shares()[i]).isCloseTo(share, within(ReferenceCase.TOLERANCE));
      assertThat(gain.gainAt(gain.shares()[i])).isCloseTo(tpr, within(ReferenceCase.TOLERANCE));
      if (i > 0) {
        assertThat(gain.liftAt(gain.shares()[i]))
            .isCloseTo(gain.lifts()[i], within(ReferenceCase.TOLERANCE * gain.lifts()[i]));
      }
    }
  }

  @Test
  void gainAndLiftByHand() {
    Labels truth = Labels.of("yes", "no", "yes", "no");
    GainCurve gain = GainCurve.of(truth, new double[] {4, 3, 2, 1});
    assertThat(gain.shares()).containsExactly(0, 0.25, 0.5, 0.75, 1);
    assertThat(gain.gains()).containsExactly(0, 0.5, 0.5, 1, 1);
    assertThat(gain.liftAt(0.25)).isEqualTo(2);
    assertThat(gain.gainAt(0.125)).isEqualTo(0.25);
    assertThat(gain.gainAt(0)).isZero();
    assertThat(gain.lifts()[0]).isNaN();
    assertThatIllegalArgumentException().isThrownBy(() -> gain.gainAt(1.1));
    assertThatIllegalArgumentException().isThrownBy(() -> gain.liftAt(0));
  }

  @Test
  void youdenPicksTheHighestThresholdOfTheLargestDistance() {
    Labels truth = Labels.of("yes", "yes", "no", "yes", "no");
    RocCurve roc = RocCurve.of(truth, new double[] {0.9, 0.8, 0.7, 0.6, 0.1});
    assertThat(roc.youdenThreshold()).isEqualTo(0.8);
    assertThat(roc.kolmogorovSmirnov()).isCloseTo(2 / 3.0, within(ReferenceCase.TOLERANCE));
  }

  @Test
  void calibrationErrorsByHand() {
    Labels truth = Labels.of("no", "yes", "yes", "no");
    CalibrationCurve curve =
        CalibrationCurve.of(
            truth, new double[] {0, 0.5, 0.75, 1}, 2, Binning.UNIFORM, new double[] {1, 1, 2, 2});
    assertThat(curve.bins())
        .containsExactly(new Bin(0, 0.5, 2, 0.25, 0.5), new Bin(0.5, 1, 4, 0.875, 0.5));
    assertThat(curve.maximumError()).isEqualTo(0.375);
    assertThat(curve.expectedError()).isCloseTo((2 * 0.25 + 4 * 0.375) / 6, within(1e-15));
  }

  @Test
  void curvesOfOneClassAreErrors() {
    double[] scores = {0.1, 0.2};
    assertThatThrownBy(() -> RocCurve.of(ALL_NO, scores))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("a ROC curve needs rows of both classes, but there are no positive");
    assertThatThrownBy(() -> DetCurve.of(ALL_NO, scores)).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> GainCurve.of(ALL_NO, scores)).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> PrecisionRecallCurve.of(ALL_NO, scores))
        .isInstanceOf(DataException.class);
    assertThatThrownBy(() -> CalibrationCurve.of(ALL_NO, new double[] {0, 1.5}, 2, Binning.UNIFORM))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 1: the probability is 1.5");
  }

  @Test
  void areasNeedPointsInOrder() {
    assertThat(TrapezoidArea.of(new double[] {0, 1, 3}, new double[] {1, 1, 3})).isEqualTo(5);
    assertThat(TrapezoidArea.of(new double[] {3, 1, 0}, new double[] {3, 1, 1})).isEqualTo(5);
    assertThatThrownBy(() -> TrapezoidArea.of(new double[] {0, 2, 1}, new double[3]))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 2: x is 1.0 after 2.0");
    assertThatThrownBy(() -> TrapezoidArea.of(new double[1], new double[1]))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("two points");
  }
}
