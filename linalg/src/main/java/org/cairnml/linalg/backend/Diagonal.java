package org.cairnml.linalg.backend;

/** What stands on the diagonal of a triangular matrix. */
public enum Diagonal {
  /** What is stored there. */
  STORED,
  /** Ones, whatever is stored there. */
  ONES
}
