package org.cairnml.linalg.backend;

/** The part of a result that is wanted. */
public enum Region {
  /** All of it. */
  ALL,
  /** The lower triangle with the diagonal. */
  LOWER
}
