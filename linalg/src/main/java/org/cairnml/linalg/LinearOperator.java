package org.cairnml.linalg;

/** What can be multiplied from the left, as it is and transposed: a matrix, dense or sparse. */
public interface LinearOperator {

  /** How many rows. */
  int rows();

  /** How many columns. */
  int cols();

  /** this * other (cols x k), new (rows x k). */
  Matrix times(Matrix other);

  /** this' * other (rows x k), new (cols x k). */
  Matrix transposeTimes(Matrix other);
}
