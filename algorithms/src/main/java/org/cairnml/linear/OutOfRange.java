package org.cairnml.linear;

/** What an {@link IsotonicRegression} says of values beyond those that it was fitted on. */
public enum OutOfRange {
  /** The prediction at the nearer end. */
  CLIP,
  /** NaN. */
  NAN,
  /** Nothing: such rows are refused. */
  REFUSE
}
