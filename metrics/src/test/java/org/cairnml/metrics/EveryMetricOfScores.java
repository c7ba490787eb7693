package org.cairnml.metrics;

import java.util.List;
import org.cairnml.metrics.CalibrationCurve.Binning;
import org.cairnml.metrics.EveryMetric.Trait;

/** Metrics of the scores of two classes: ranking, curves and calibration. */
final class EveryMetricOfScores {

  private EveryMetricOfScores() {}

  static void addTo(List<EveryMetric> list) {
    Trait w = Trait.WEIGHTED;
    Trait n = Trait.NUMBERS;
    Trait c = Trait.CLASS_SCORES;
    EveryMetric.add(list, "BinaryScores.rocAuc", 0, 1, 1, in -> ranked(in).rocAuc(), w, n, c);
    EveryMetric.add(
        list,
        "BinaryScores.averagePrecision",
        0,
        1,
        1,
        in -> ranked(in).averagePrecision(),
        w,
        n,
        c);
    EveryMetric.add(
        list,
        "RocAuc.binary",
        0,
        1,
        1,
        in -> RocAuc.binary(in.binary(), in.scores(), in.weights()),
        w,
        n,
        c);
    EveryMetric.add(list, "RocCurve.auc", 0, 1, 1, in -> RocCurve.of(ranked(in)).auc(), w, n, c);
    EveryMetric.add(
        list,
        "RocCurve.partialAuc",
        0,
        1,
        1,
        in -> RocCurve.of(ranked(in)).partialAuc(0.3),
        w,
        n,
        c);
    EveryMetric.add(
        list,
        "RocCurve.kolmogorovSmirnov",
        0,
        1,
        1,
        in -> RocCurve.of(ranked(in)).kolmogorovSmirnov(),
        w,
        n,
        c);
    EveryMetric.add(
        list,
        "PrecisionRecallCurve.averagePrecision",
        0,
        1,
        1,
        in -> PrecisionRecallCurve.of(ranked(in)).averagePrecision(),
        w,
        n,
        c);
    EveryMetric.add(
        list,
        "PrecisionRecallCurve.trapezoidalAuc",
        0,
        1,
        1,
        in -> PrecisionRecallCurve.of(ranked(in)).trapezoidalAuc(),
        w,
        n,
        c);
    EveryMetric.add(
        list,
        "GainCurve.gainAt",
        0,
        1,
        EveryMetric.NONE,
        in -> GainCurve.of(ranked(in)).gainAt(0.3),
        w,
        n,
        c);
    EveryMetric.add(
        list,
        "GainCurve.liftAt",
        0,
        EveryMetric.INFINITE,
        EveryMetric.NONE,
        in -> GainCurve.of(ranked(in)).liftAt(0.3),
        w,
        n,
        c);
    EveryMetric.add(
        list,
        "CalibrationCurve.expectedError",
        0,
        1,
        0,
        in -> calibration(in).expectedError(),
        w,
        n,
        c);
    EveryMetric.add(
        list,
        "CalibrationCurve.maximumError",
        0,
        1,
        0,
        in -> calibration(in).maximumError(),
        w,
        n,
        c);
    EveryMetric.add(
        list,
        "HingeLoss.of",
        0,
        EveryMetric.INFINITE,
        EveryMetric.NONE,
        in -> HingeLoss.of(in.binary(), in.scores(), in.weights()),
        w,
        n,
        c);
  }

  private static BinaryScores ranked(MetricInput in) {
    return BinaryScores.of(in.binary(), in.scores(), in.weights());
  }

  private static CalibrationCurve calibration(MetricInput in) {
    return CalibrationCurve.of(in.binary(), in.scores(), 5, Binning.UNIFORM, in.weights());
  }
}
