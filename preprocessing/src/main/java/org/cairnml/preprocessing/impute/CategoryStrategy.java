package org.cairnml.preprocessing.impute;

/** What stands in for a missing category. */
public enum CategoryStrategy {
  /** The level of the largest weight in the column, the first of several. */
  MOST_FREQUENT,
  /** A level given as hyperparameter, added to the column's levels if it is none of them. */
  CONSTANT
}
