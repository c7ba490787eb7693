package org.cairnml.linalg;

/** A matrix that has no Cholesky factor. */
public final class NotPositiveDefiniteException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final int pivot;

  NotPositiveDefiniteException(int pivot, double value) {
    super(
        "the matrix is not positive definite: pivot %d is %s, but must be above 0"
            .formatted(pivot, value));
    this.pivot = pivot;
  }

  /** The row (from 0) at which it was found. */
  public int pivot() {
    return pivot;
  }
}
