package org.cairnml.preprocessing.encode;

/** Which level of a category gets no column of its own. */
public enum Drop {
  /** Every level has a column. */
  NONE,
  /** The first level has none: a linear model with an intercept then has a unique solution. */
  FIRST,
  /** The first level has none where there are exactly two levels. */
  IF_BINARY
}
