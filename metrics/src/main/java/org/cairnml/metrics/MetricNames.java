package org.cairnml.metrics;

import java.util.List;
import java.util.stream.Collectors;

/** Finds a metric by its name. */
final class MetricNames {

  private MetricNames() {}

  static <M extends Metric> M find(String name, List<M> metrics) {
    return metrics.stream()
        .filter(metric -> metric.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no metric '%s'; there are: %s"
                        .formatted(
                            name,
                            metrics.stream().map(Metric::name).collect(Collectors.joining(", ")))));
  }
}
