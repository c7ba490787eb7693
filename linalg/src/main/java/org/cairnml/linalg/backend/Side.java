package org.cairnml.linalg.backend;

/** On which side of the other matrix a matrix stands. */
public enum Side {
  /** Before the other one. */
  LEFT,
  /** After the other one. */
  RIGHT
}
