package org.cairnml.metrics;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.cairnml.metrics.EveryMetric.Trait;

/** Metrics of rows with several labels, and of scores that rank them. */
final class EveryMetricOfLabelSets {

  private EveryMetricOfLabelSets() {}

  static void addTo(List<EveryMetric> list) {
    Trait w = Trait.WEIGHTED;
    Trait n = Trait.NUMBERS;
    sets(list, "hammingLoss", 0, true, MultiLabelCounts::hammingLoss);
    sets(list, "subsetAccuracy", 1, true, MultiLabelCounts::subsetAccuracy);
    sets(list, "precisionOfRows", EveryMetric.NONE, false, MultiLabelCounts::precisionOfRows);
    sets(list, "recallOfRows", EveryMetric.NONE, false, MultiLabelCounts::recallOfRows);
    sets(list, "f1OfRows", EveryMetric.NONE, true, MultiLabelCounts::f1OfRows);
    sets(list, "fBetaOfRows", EveryMetric.NONE, false, c -> c.fBetaOfRows(2));
    sets(list, "jaccardOfRows", EveryMetric.NONE, true, MultiLabelCounts::jaccardOfRows);
    for (Average a : Average.values()) {
      boolean even = a != Average.WEIGHTED;
      sets(list, "precision", 1, false, c -> c.precision(a));
      sets(list, "recall", 1, false, c -> c.recall(a));
      sets(list, "f1", 1, even, c -> c.f1(a));
      sets(list, "fBeta", 1, false, c -> c.fBeta(0.5, a));
      sets(list, "jaccard", 1, even, c -> c.jaccard(a));
      EveryMetric.add(
          list,
          "MultiLabelScores.rocAuc",
          0,
          1,
          1,
          in -> MultiLabelScores.rocAuc(in.sets(), in.setScores(), a, in.weights()),
          w,
          n);
      EveryMetric.add(
          list,
          "MultiLabelScores.averagePrecision",
          0,
          1,
          1,
          in -> MultiLabelScores.averagePrecision(in.sets(), in.setScores(), a, in.weights()),
          w,
          n);
    }
    EveryMetric.add(
        list,
        "LabelRanking.averagePrecision",
        0,
        1,
        1,
        in -> LabelRanking.averagePrecision(in.sets(), in.setScores(), in.weights()),
        w,
        n);
    EveryMetric.add(
        list,
        "LabelRanking.coverageError",
        0,
        3,
        EveryMetric.NONE,
        in -> LabelRanking.coverageError(in.sets(), in.setScores(), in.weights()),
        w,
        n);
    EveryMetric.add(
        list,
        "LabelRanking.loss",
        0,
        1,
        0,
        in -> LabelRanking.loss(in.sets(), in.setScores(), in.weights()),
        w,
        n);
  }

  private static MultiLabelCounts sets(MetricInput in) {
    return MultiLabelCounts.of(in.sets(), in.predictedSets(), in.weights());
  }

  private static void sets(
      List<EveryMetric> list,
      String method,
      double perfect,
      boolean symmetric,
      ToDoubleFunction<MultiLabelCounts> score) {
    Trait last = symmetric ? Trait.SYMMETRIC : Trait.NUMBERS;
    EveryMetric.add(
        list,
        "MultiLabelCounts." + method,
        0,
        1,
        perfect,
        in -> score.applyAsDouble(sets(in)),
        Trait.WEIGHTED,
        Trait.NUMBERS,
        last);
  }
}
