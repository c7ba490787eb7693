package org.cairnml.preprocessing.impute;

/** What stands in for a missing number. */
public enum NumericStrategy {
  /** The weighted mean of the column. */
  MEAN,
  /** The weighted median of the column: the mean of the middle two where there are two. */
  MEDIAN,
  /** The value of the largest weight in the column, the smallest of several. */
  MOST_FREQUENT,
  /** A number given as hyperparameter. */
  CONSTANT
}
