package org.cairnml.metrics;

import java.util.Map;

/** How good predictions are, to print or to read value by value. Immutable. */
public sealed interface Report permits ClassificationReport, RegressionReport {

  /** The metrics by name, in a fixed order; an undefined one is {@code NaN}. */
  Map<String, Double> metrics();

  /** {@link #metrics} as one JSON object; an undefined one is null. */
  String toJson();
}
