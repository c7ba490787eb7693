package org.cairnml.tree;

/**
 * When nodes are split, and by what.
 *
 * @param maxDepth the most questions from the root to a leaf
 * @param maxLeaves the most leaves; if fewer than {@code Integer.MAX_VALUE} the best split of all
 *     nodes comes first
 * @param minSamplesSplit fewest rows of a node that is split, repetitions counted
 * @param minSamplesLeaf fewest rows of a leaf, repetitions counted
 * @param minWeightLeaf least weight of a leaf
 * @param minGain least improvement by a split, in units of the criterion times weight
 * @param features how many features that are not constant in a node are drawn to choose from
 * @param thresholds how the threshold of a drawn feature is found
 */
record GrowthRules(
    int maxDepth,
    int maxLeaves,
    int minSamplesSplit,
    int minSamplesLeaf,
    double minWeightLeaf,
    double minGain,
    int features,
    Thresholds thresholds) {

  /** How the threshold of a feature is found. */
  enum Thresholds {
    /** The best one. */
    BEST,
    /** One at random between the least and the largest value of the node. */
    RANDOM
  }

  boolean allows(long leftSamples, long rightSamples, double leftWeight, double rightWeight) {
    return leftSamples >= minSamplesLeaf
        && rightSamples >= minSamplesLeaf
        && leftWeight >= minWeightLeaf
        && rightWeight >= minWeightLeaf;
  }
}
