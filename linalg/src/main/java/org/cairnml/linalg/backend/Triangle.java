package org.cairnml.linalg.backend;

/** The part of a triangular matrix that is not zero. */
public enum Triangle {
  /** On and below the diagonal. */
  LOWER,
  /** On and above the diagonal. */
  UPPER
}
