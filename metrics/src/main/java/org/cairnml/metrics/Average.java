package org.cairnml.metrics;

/** How the scores of single classes become one number. */
public enum Average {
  /** The plain mean over the classes: each class counts the same. */
  MACRO,
  /** The score of the summed counts: each row counts the same. */
  MICRO,
  /** The mean over the classes, weighted with their true rows. */
  WEIGHTED
}
