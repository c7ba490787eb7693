package org.cairnml.tree;

/** A node while its tree grows: a range of the tree's rows. */
final class Node {

  /** Its number in the tree. */
  final int id;

  final int depth;
  final int from;
  final int to;

  /** Rows, repetitions counted. */
  final long samples;

  /** What the target sums up over the rows. */
  final double[] stats;

  /** How many features are known to be constant in it. */
  int constants;

  Node(int id, int depth, int from, int to, long samples, double[] stats, int constants) {
    this.id = id;
    this.depth = depth;
    this.from = from;
    this.to = to;
    this.samples = samples;
    this.stats = stats;
    this.constants = constants;
  }
}
