package org.cairnml.testkit.learner;

import java.util.ArrayList;
import java.util.List;
import org.cairnml.core.Param;

/** The allowed values of a hyperparameter, as {@link Param#range()} writes them. */
record Interval(double low, boolean lowAllowed, double high, boolean highAllowed) {

  /** Reads {@code [0, inf)} and the like. */
  static Interval parse(String range) {
    int comma = range.indexOf(',');
    String high = range.substring(comma + 1, range.length() - 1).strip();
    return new Interval(
        number(range.substring(1, comma).strip()),
        range.startsWith("["),
        number(high),
        range.endsWith("]"));
  }

  private static double number(String text) {
    return switch (text) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  boolean contains(double value) {
    return (lowAllowed ? value >= low : value > low)
        && (highAllowed ? value <= high : value < high);
  }

  /** Real numbers at and around the ends, inside and out, with some far away. */
  List<Double> nearEnds() {
    List<Double> values = new ArrayList<>(List.of(0.0, 1.0, -1.0, 1e-300, -1e300, 1e300));
    for (double end : new double[] {low, high}) {
      values.addAll(
          List.of(end, Math.nextUp(end), Math.nextDown(end), end + 1, end - 1, 2 * end, -end));
    }
    values.removeIf(v -> v.isNaN());
    return values;
  }
}
