package org.cairnml.core;

/** How much rows of each class count, on top of their sample weights. */
public enum ClassWeights {
  /** All the same. */
  EQUAL,
  /** In inverse proportion to the weight of their class, so that all classes weigh the same. */
  BALANCED
}
