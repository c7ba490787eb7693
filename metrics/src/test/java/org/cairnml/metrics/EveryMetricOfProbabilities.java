package org.cairnml.metrics;

import java.util.List;
import org.cairnml.metrics.EveryMetric.Trait;

/** Metrics of the probabilities of classes, and those that learners are compared by. */
final class EveryMetricOfProbabilities {

  private EveryMetricOfProbabilities() {}

  static void addTo(List<EveryMetric> list) {
    for (ClassificationMetric metric : ClassificationMetric.ALL) {
      boolean loss = !metric.greaterIsBetter();
      Trait[] traits =
          metric.needsProbabilities()
              ? new Trait[] {Trait.WEIGHTED, Trait.NUMBERS, Trait.CLASS_SCORES}
              : new Trait[] {Trait.WEIGHTED};
      EveryMetric.add(
          list,
          "ClassificationMetric.value",
          -1,
          loss ? EveryMetric.INFINITE : 1,
          loss ? 0 : 1,
          in ->
              metric.value(
                  in.truth(),
                  ClassPredictions.of(in.predicted(), in.probabilities()),
                  in.weights()),
          traits);
    }
    Trait w = Trait.WEIGHTED;
    Trait n = Trait.NUMBERS;
    Trait c = Trait.CLASS_SCORES;
    EveryMetric.add(
        list,
        "ProbabilityScores.logLoss",
        0,
        EveryMetric.INFINITE,
        0,
        in -> ProbabilityScores.logLoss(in.truth(), in.probabilities(), in.weights()),
        w,
        n,
        c);
    EveryMetric.add(
        list,
        "ProbabilityScores.brier",
        0,
        2,
        0,
        in -> ProbabilityScores.brier(in.truth(), in.probabilities(), in.weights()),
        w,
        n,
        c);
    EveryMetric.add(
        list,
        "ProbabilityScores.topAccuracy",
        0,
        1,
        1,
        in -> ProbabilityScores.topAccuracy(in.truth(), in.probabilities(), 2, in.weights()),
        w,
        n,
        c);
    EveryMetric.add(
        list,
        "ProbabilityScores.averagePrecision",
        0,
        1,
        1,
        in -> ProbabilityScores.averagePrecision(in.truth(), in.probabilities(), in.weights()),
        w,
        n,
        c);
    EveryMetric.add(
        list,
        "RocAuc.of",
        0,
        1,
        1,
        in -> RocAuc.of(in.truth(), in.probabilities(), in.weights()),
        w,
        n,
        c);
    for (Average a : Average.values()) {
      EveryMetric.add(
          list,
          "RocAuc.oneVsRest",
          0,
          1,
          1,
          in -> RocAuc.oneVsRest(in.truth(), in.probabilities(), a, in.weights()),
          w,
          n,
          c);
      if (a != Average.MICRO) {
        EveryMetric.add(
            list,
            "RocAuc.oneVsOne",
            0,
            1,
            1,
            in -> RocAuc.oneVsOne(in.truth(), in.probabilities(), a, in.weights()),
            w,
            n,
            c);
      }
    }
    EveryMetric.add(
        list,
        "HingeLoss.of",
        0,
        EveryMetric.INFINITE,
        0,
        in -> HingeLoss.of(in.truth(), in.probabilities(), in.weights()),
        w,
        n,
        c);
  }
}
