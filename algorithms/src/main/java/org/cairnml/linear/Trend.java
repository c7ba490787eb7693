package org.cairnml.linear;

/** Which way an {@link IsotonicCurve} may go. */
public enum Trend {
  /** Never down. */
  INCREASING,
  /** Never up. */
  DECREASING,
  /** Down if Spearman's rank correlation of x and y is negative, else up. */
  AUTO
}
