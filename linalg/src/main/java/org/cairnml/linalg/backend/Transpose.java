package org.cairnml.linalg.backend;

/** Whether an operand is used as it is stored or transposed. */
public enum Transpose {
  /** As stored. */
  NO,
  /** Transposed. */
  YES;

  /** The other one. */
  public Transpose flip() {
    return this == NO ? YES : NO;
  }
}
