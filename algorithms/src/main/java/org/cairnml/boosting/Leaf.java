package org.cairnml.boosting;

/** A leaf of a growing tree: a range of rows, their sums, and what it may become. */
final class Leaf {

  final int node;
  final int depth;
  final int from;
  final int to;
  final long total;
  double least = Double.NEGATIVE_INFINITY;
  double most = Double.POSITIVE_INFINITY;
  boolean[] path;
  boolean[] allowed;
  boolean[] sampled;
  long[][] histogram;
  final CodeCounts[] counts;
  final Split best = new Split();

  Leaf(int node, int depth, int from, int to, long total, int groups) {
    this.node = node;
    this.depth = depth;
    this.from = from;
    this.to = to;
    this.total = total;
    this.counts = new CodeCounts[groups];
  }

  /** Whether a feature may split the leaf. */
  boolean mayUse(int feature) {
    return (sampled == null || sampled[feature]) && (allowed == null || allowed[feature]);
  }

  int size() {
    return to - from;
  }

  /** Whether a monotone constraint above limits the leaf's value. */
  boolean isBounded() {
    return least > Double.NEGATIVE_INFINITY || most < Double.POSITIVE_INFINITY;
  }

  double bounded(double value) {
    return Math.max(least, Math.min(most, value));
  }
}
