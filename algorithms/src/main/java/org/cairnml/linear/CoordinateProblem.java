package org.cairnml.linear;

/**
 * Half the sum of squares of y - X b as a function of b, which changes one coefficient at a time.
 * Starts at b = 0.
 */
interface CoordinateProblem {

  /** How many coefficients there are. */
  int size();

  /** The squared length of column {@code j}. */
  double squaredNorm(int j);

  /** x_j'(y - X b). */
  double correlation(int j);

  /** Adds {@code change} to coefficient {@code j}. */
  void move(int j, double change);

  /** The squared length of y - X b, given b. */
  double residualSquares(double[] b);

  /** y'(y - X b), given b. */
  double targetTimesResidual(double[] b);

  /** y'y. */
  double targetSquares();
}
