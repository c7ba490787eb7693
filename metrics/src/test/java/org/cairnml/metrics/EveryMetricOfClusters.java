package org.cairnml.metrics;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.cairnml.metrics.ClusterAgreement.EntropyAverage;
import org.cairnml.metrics.EveryMetric.Trait;

/** Metrics of clusters: their agreement with known parts, their separation. */
final class EveryMetricOfClusters {

  private EveryMetricOfClusters() {}

  static void addTo(List<EveryMetric> list) {
    agreement(list, "rand", 0, 1, true, ClusterAgreement::rand);
    agreement(list, "adjustedRand", -1, 1, true, ClusterAgreement::adjustedRand);
    agreement(list, "fowlkesMallows", 0, 1, true, ClusterAgreement::fowlkesMallows);
    agreement(list, "purity", 0, 1, false, ClusterAgreement::purity);
    agreement(
        list, "mutualInformation", 0, EveryMetric.NONE, true, ClusterAgreement::mutualInformation);
    agreement(list, "homogeneity", 0, 1, false, ClusterAgreement::homogeneity);
    agreement(list, "completeness", 0, 1, false, ClusterAgreement::completeness);
    agreement(list, "vMeasure", 0, 1, true, a -> a.vMeasure(1));
    for (EntropyAverage e : EntropyAverage.values()) {
      agreement(
          list, "normalizedMutualInformation", 0, 1, true, a -> a.normalizedMutualInformation(e));
      agreement(
          list, "adjustedMutualInformation", -1, 1, true, a -> a.adjustedMutualInformation(e));
    }
    Trait one = Trait.ONE_SIDED;
    Trait n = Trait.NUMBERS;
    EveryMetric.add(
        list,
        "Silhouette.mean",
        -1,
        1,
        EveryMetric.NONE,
        in -> Silhouette.of(in.points(), in.parts()).mean(),
        one,
        n);
    EveryMetric.add(
        list,
        "DaviesBouldin.of",
        0,
        EveryMetric.INFINITE,
        EveryMetric.NONE,
        in -> DaviesBouldin.of(in.points(), in.parts()),
        one,
        n);
    EveryMetric.add(
        list,
        "CalinskiHarabasz.of",
        0,
        EveryMetric.INFINITE,
        EveryMetric.NONE,
        in -> CalinskiHarabasz.of(in.points(), in.parts()),
        one,
        n);
  }

  private static void agreement(
      List<EveryMetric> list,
      String method,
      double lowest,
      double perfect,
      boolean symmetric,
      ToDoubleFunction<ClusterAgreement> score) {
    EveryMetric.add(
        list,
        "ClusterAgreement." + method,
        lowest,
        Double.isNaN(perfect) ? EveryMetric.INFINITE : 1 + 1e-12,
        perfect,
        in -> score.applyAsDouble(ClusterAgreement.of(in.parts(), in.clusters())),
        symmetric ? new Trait[] {Trait.SYMMETRIC} : new Trait[0]);
  }
}
