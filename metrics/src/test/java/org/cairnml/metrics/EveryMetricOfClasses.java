package org.cairnml.metrics;

import java.util.List;
import org.cairnml.metrics.CohenKappa.Disagreement;
import org.cairnml.metrics.EveryMetric.Trait;

/** Metrics of predicted classes, which follow from the confusion matrix. */
final class EveryMetricOfClasses {

  private EveryMetricOfClasses() {}

  static void addTo(List<EveryMetric> list) {
    Trait w = Trait.WEIGHTED;
    Trait s = Trait.SYMMETRIC;
    EveryMetric.add(
        list, "ConfusionMatrix.accuracy", 0, 1, 1, in -> confusion(in).accuracy(), w, s);
    EveryMetric.add(
        list, "ConfusionMatrix.errorRate", 0, 1, 0, in -> confusion(in).errorRate(), w, s);
    EveryMetric.add(
        list,
        "ConfusionMatrix.balancedAccuracy",
        0,
        1,
        1,
        in -> confusion(in).balancedAccuracy(),
        w);
    EveryMetric.add(
        list,
        "ConfusionMatrix.adjustedBalancedAccuracy",
        -1,
        1,
        1,
        in -> confusion(in).adjustedBalancedAccuracy(),
        w);
    EveryMetric.add(
        list,
        "ConfusionMatrix.specificity",
        0,
        1,
        1,
        in -> mean(in, ConfusionMatrix::specificity),
        w);
    for (Average a : Average.values()) {
      EveryMetric.add(
          list, "ConfusionMatrix.precision", 0, 1, 1, in -> confusion(in).precision(a), w);
      EveryMetric.add(list, "ConfusionMatrix.recall", 0, 1, 1, in -> confusion(in).recall(a), w);
      EveryMetric.add(list, "ConfusionMatrix.fBeta", 0, 1, 1, in -> confusion(in).fBeta(2, a), w);
      Trait[] traits = a == Average.WEIGHTED ? new Trait[] {w} : new Trait[] {w, s};
      EveryMetric.add(list, "ConfusionMatrix.f1", 0, 1, 1, in -> confusion(in).f1(a), traits);
      EveryMetric.add(
          list, "ConfusionMatrix.jaccard", 0, 1, 1, in -> confusion(in).jaccard(a), traits);
    }
    EveryMetric.add(
        list,
        "MatthewsCorrelation.of",
        -1,
        1,
        1,
        in -> MatthewsCorrelation.of(confusion(in)),
        w,
        s);
    for (Disagreement d : Disagreement.values()) {
      Trait order = d == Disagreement.EQUAL ? w : Trait.ORDERED;
      EveryMetric.add(
          list, "CohenKappa.of", -1, 1, 1, in -> CohenKappa.of(confusion(in), d), w, s, order);
    }
  }

  private static ConfusionMatrix confusion(MetricInput in) {
    return ConfusionMatrix.of(in.truth(), in.predicted(), in.weights());
  }

  /** The mean over the classes. */
  private static double mean(MetricInput in, ScoreOfClass score) {
    ConfusionMatrix confusion = confusion(in);
    double sum = 0;
    for (int c = 0; c < confusion.classes().size(); c++) {
      sum += score.of(confusion, c) / confusion.classes().size();
    }
    return sum;
  }

  @FunctionalInterface
  private interface ScoreOfClass {
    double of(ConfusionMatrix confusion, int c);
  }
}
