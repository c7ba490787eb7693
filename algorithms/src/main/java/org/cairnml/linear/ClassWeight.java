package org.cairnml.linear;

/** How much the rows of each class count, beside their sample weights. */
public enum ClassWeight {
  /** All the same. */
  UNIFORM,
  /** Inversely to the class's share of the rows, so that all classes together count the same. */
  BALANCED
}
