package org.cairnml.boosting;

/**
 * How each tree of a boosting is grown.
 *
 * @param growth which leaf is split next
 * @param maxLeaves at most so many leaves
 * @param maxDepth at most so many questions from the root to a leaf
 * @param minSamplesLeaf at least so many rows in a leaf
 * @param minChildWeight at least so much second derivative in a leaf
 * @param l1 penalty on the absolute leaf values
 * @param l2 penalty on the squared leaf values
 * @param minGain least gain of a split
 * @param maxStep largest absolute leaf value, before the learning rate
 */
record TreeSettings(
    Growth growth,
    int maxLeaves,
    int maxDepth,
    int minSamplesLeaf,
    double minChildWeight,
    double l1,
    double l2,
    double minGain,
    double maxStep) {

  /** The leaf value that minimizes {@code g w + (h + l2) w^2 / 2 + l1 |w|}, within the step. */
  double leafValue(double g, double h) {
    double shrunk = Math.max(0, Math.abs(g) - l1);
    double value = shrunk == 0 ? 0 : -Math.copySign(shrunk, g) / (h + l2);
    return Math.max(-maxStep, Math.min(maxStep, value));
  }

  /** By how much a leaf with its best value lowers the objective, times two. */
  double score(double g, double h) {
    double shrunk = Math.max(0, Math.abs(g) - l1);
    return shrunk == 0 ? 0 : shrunk * shrunk / (h + l2);
  }

  /** By how much a leaf with a given value lowers the objective, times two. */
  double score(double g, double h, double value) {
    return -(2 * g * value + (h + l2) * value * value + 2 * l1 * Math.abs(value));
  }
}
