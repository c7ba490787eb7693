package org.cairnml.meta;

/**
 * Where a number is expected.
 *
 * @param lower the lower end
 * @param upper the upper end
 */
public record Interval(double lower, double upper) {

  /** Whether a value lies in it, ends included. */
  public boolean contains(double value) {
    return value >= lower && value <= upper;
  }

  /** How wide it is. */
  public double width() {
    return upper - lower;
  }
}
