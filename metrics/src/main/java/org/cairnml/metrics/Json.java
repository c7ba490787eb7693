package org.cairnml.metrics;

import java.util.Map;
import java.util.stream.Collectors;

/** Metrics by name as a JSON object. */
final class Json {

  private Json() {}

  /** The object; a value that is undefined is null. Names are Cairn's own and need no escapes. */
  static String of(Map<String, Double> metrics) {
    return metrics.entrySet().stream()
        .map(e -> "\"" + e.getKey() + "\":" + number(e.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "null";
  }
}
