package org.cairnml.baseline;

/** What a {@link DummyRegressor} says. */
public enum NumberStrategy {
  /** The mean target. */
  MEAN,
  /** The median target. */
  MEDIAN,
  /** A quantile of the target. */
  QUANTILE,
  /** A number that the user names. */
  CONSTANT
}
