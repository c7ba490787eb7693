package org.cairnml.tree;

/** What a tree shall predict, and what it makes small. Immutable. */
abstract class TreeTarget {

  final double[] weights;

  /**
   * A target.
   *
   * @param weights one a row, or null if all are 1
   */
  TreeTarget(double[] weights) {
    this.weights = weights;
  }

  /** The weight of an entry of {@link Rows}: of its row, times its repetitions. */
  final double weight(long entry) {
    double count = entry >>> 48;
    return weights == null ? count : count * weights[(int) entry];
  }

  /** The class of a row, 0 where there are none. */
  abstract int code(int row);

  /** How many numbers {@link #stats} has. */
  abstract int statsLength();

  /** What a {@link FeatureScan} must know of a node with these rows. */
  abstract double[] stats(Rows rows, int from, int to);

  /** The weight of a node's rows. */
  abstract double weight(double[] stats);

  /** Whether the stats of nodes are whole numbers, so that those of children need no recount. */
  abstract boolean isExact();

  /** Whether no split could improve a node. */
  abstract boolean isPure(Rows rows, int from, int to, double[] stats);

  /** Whether a split leaves nothing to improve on either side, as far as the stats tell. */
  abstract boolean isPerfect(double[] stats, double[] left);

  /** A new scan over these rows. */
  abstract FeatureScan scan(Rows rows, GrowthRules rules);

  /** How many numbers a leaf holds. */
  abstract int width();

  /** The prediction of a node, if it is a leaf. */
  abstract void predict(Rows rows, Node node, double[] out);
}
