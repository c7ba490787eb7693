package org.cairnml.boosting;

import java.util.OptionalDouble;

/**
 * The loss of the training rows, or of the rows of a validation set, as a function of their scores:
 * one row of scores an output, the rows of data along it.
 */
interface Objective {

  /** How many scores a row has; a round of boosting grows a tree for each. */
  int outputs();

  /** The scores to start with, one an output. */
  double[] start();

  /** In how many parts the rows are cut; the cut depends on the data alone. */
  int parts();

  /**
   * Writes first and second derivatives of the rows of one part.
   *
   * @param scores by output and row (outputs x n)
   * @return the loss of these rows, times their weights
   */
  double derivatives(int part, double[][] scores, double[][] first, double[][] second);

  /** The loss of the rows of one part, times their weights. */
  double value(int part, double[][] scores);

  /** What the sum of all parts' losses is divided by to give the mean. */
  double totalWeight();

  /** See {@link Loss#leafQuantile}. */
  default OptionalDouble leafQuantile() {
    return OptionalDouble.empty();
  }

  /** The residual of a row, where there is a {@link #leafQuantile}. */
  default double residual(int row, double score) {
    return Double.NaN;
  }

  /** The weight of a row. */
  double weight(int row);
}
