package org.cairnml.linalg;

/** A matrix that is singular to working precision where a regular one is needed. */
public final class SingularMatrixException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final int pivot;

  SingularMatrixException(int pivot, double value, double tolerance) {
    super(
        "the matrix is singular to working precision: pivot %d is %s, at most %s would be noise"
            .formatted(pivot, value, tolerance));
    this.pivot = pivot;
  }

  /** The column (from 0) at which it was found. */
  public int pivot() {
    return pivot;
  }
}
