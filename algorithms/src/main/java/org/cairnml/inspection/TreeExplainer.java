package org.cairnml.inspection;

/** Shapley values for one tree. */
interface TreeExplainer {

  /** The expected value of each number that a leaf holds. */
  double[] expected();

  /**
   * Adds the contributions of the features for one row.
   *
   * @param scale what they are multiplied by
   * @param sums for each number of a leaf, d sums
   */
  void explain(double[] row, double scale, double[][] sums);
}
