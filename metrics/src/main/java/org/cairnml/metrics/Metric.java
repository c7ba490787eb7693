package org.cairnml.metrics;

/**
 * A number that says how good a prediction is, to choose between models by. {@code NaN} is a value
 * that the data do not determine.
 */
public sealed interface Metric permits ClassificationMetric, RegressionMetric {

  /** The name in snake case, as in reports and on the command line. */
  String name();

  /** Whether higher is better; else lower is. */
  boolean greaterIsBetter();

  /**
   * Whether the first value is better than the second; an undefined one is worse than any other.
   */
  default boolean isBetter(double value, double other) {
    if (Double.isNaN(value) || Double.isNaN(other)) {
      return !Double.isNaN(value);
    }
    return greaterIsBetter() ? value > other : value < other;
  }
}
