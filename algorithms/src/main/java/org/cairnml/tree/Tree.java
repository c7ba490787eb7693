package org.cairnml.tree;

import java.util.Arrays;

/**
 * A binary decision tree in flat arrays. Node 0 is the root; the children of an inner node stand
 * side by side behind it. Immutable.
 *
 * <p>An inner node asks of a number whether {@code value <= threshold}, of a category whether it is
 * in a set; yes is left. A missing value (NaN, and a category that is not one of the feature's)
 * goes where the node's {@link #missingLeft} says.
 */
public final class Tree {

  private static final int LEAF = -1;

  final int width;
  final int[] feature;
  final double[] threshold;
  final int[] child;
  final boolean[] missingLeft;
  final double[] cover;
  final double[] gain;
  final double[] values;
  final int[] setStart;
  final long[] sets;

  Tree(TreeBuilder builder) {
    int n = builder.count;
    this.width = builder.width;
    this.feature = Arrays.copyOf(builder.feature, n);
    this.threshold = Arrays.copyOf(builder.threshold, n);
    this.child = Arrays.copyOf(builder.child, n);
    this.missingLeft = Arrays.copyOf(builder.missingLeft, n);
    this.cover = Arrays.copyOf(builder.cover, n);
    this.gain = Arrays.copyOf(builder.gain, n);
    this.values = builder.values.toArray();
    this.sets = Arrays.copyOf(builder.sets, builder.setWords);
    this.setStart = sets.length == 0 ? new int[0] : Arrays.copyOf(builder.setStart, n);
  }

  Tree(
      int width,
      int[] feature,
      double[] threshold,
      int[] child,
      boolean[] missingLeft,
      double[] cover,
      double[] gain,
      double[] values,
      int[] setStart,
      long[] sets) {
    this.width = width;
    this.feature = feature;
    this.threshold = threshold;
    this.child = child;
    this.missingLeft = missingLeft;
    this.cover = cover;
    this.gain = gain;
    this.values = values;
    this.setStart = setStart;
    this.sets = sets;
  }

  /** How many nodes there are. */
  public int nodes() {
    return feature.length;
  }

  /** How many leaves there are. */
  public int leaves() {
    return (feature.length + 1) / 2;
  }

  /** How many numbers a leaf holds. */
  public int width() {
    return width;
  }

  /** The most questions from the root to a leaf. */
  public int depth() {
    int[] depth = new int[nodes()];
    int most = 0;
    for (int node = 0; node < depth.length; node++) {
      most = Math.max(most, depth[node]);
      if (!isLeaf(node)) {
        depth[left(node)] = depth[node] + 1;
        depth[right(node)] = depth[node] + 1;
      }
    }
    return most;
  }

  /** Whether a node is a leaf. */
  public boolean isLeaf(int node) {
    return feature[node] == LEAF;
  }

  /** The feature that an inner node asks about; -1 at a leaf. */
  public int feature(int node) {
    return feature[node];
  }

  /** Whether an inner node asks about a category. */
  public boolean isCategorical(int node) {
    return feature[node] != LEAF && threshold[node] != threshold[node];
  }

  /** The largest number that goes left at an inner node; NaN if it asks about a category. */
  public double threshold(int node) {
    return threshold[node];
  }

  /** Whether a category goes left at an inner node that asks about one. */
  public boolean categoryLeft(int node, int category) {
    int start = setStart[node];
    return category < sets[start] && (sets[start + 1 + (category >>> 6)] >>> category & 1) != 0;
  }

  /** How many categories an inner node that asks about one knows; any other value is missing. */
  public int categories(int node) {
    return (int) sets[setStart[node]];
  }

  /** Whether a missing value goes left at an inner node. */
  public boolean missingLeft(int node) {
    return missingLeft[node];
  }

  /** The node where a yes leads. */
  public int left(int node) {
    return child[node];
  }

  /** The node where a no leads. */
  public int right(int node) {
    return child[node] + 1;
  }

  /** The weight of the training rows that reached a node. */
  public double cover(int node) {
    return cover[node];
  }

  /** By how much an inner node's question improved what training minimized; 0 at a leaf. */
  public double gain(int node) {
    return gain[node];
  }

  /** Number {@code j} of a leaf. */
  public double value(int leaf, int j) {
    return values[child[leaf] + j];
  }

  /** The leaf that a row (d values) reaches. */
  public int leaf(double[] row) {
    int node = 0;
    while (feature[node] != LEAF) {
      node = child[node] + (goesLeft(node, row[feature[node]]) ? 0 : 1);
    }
    return node;
  }

  /** Whether a value goes left at an inner node. */
  public boolean goesLeft(int node, double value) {
    if (value <= threshold[node]) {
      return true;
    }
    if (value > threshold[node]) {
      return false;
    }
    if (threshold[node] == threshold[node]) {
      return missingLeft[node];
    }
    int category = (int) value;
    return category == value && category >= 0 && category < categories(node)
        ? categoryLeft(node, category)
        : missingLeft[node];
  }

  /** Number 0 of the leaf that a row (d values) reaches. */
  public double predict(double[] row) {
    return values[child[leaf(row)]];
  }

  /** Adds the numbers of the leaf that a row (d values) reaches to {@code sums}. */
  public void addTo(double[] row, double[] sums) {
    int start = child[leaf(row)];
    for (int j = 0; j < width; j++) {
      sums[j] += values[start + j];
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tree that
        && width == that.width
        && Arrays.equals(feature, that.feature)
        && Arrays.equals(threshold, that.threshold)
        && Arrays.equals(child, that.child)
        && Arrays.equals(missingLeft, that.missingLeft)
        && Arrays.equals(cover, that.cover)
        && Arrays.equals(gain, that.gain)
        && Arrays.equals(values, that.values)
        && Arrays.equals(setStart, that.setStart)
        && Arrays.equals(sets, that.sets);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(threshold) * 31 + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Tree[" + nodes() + " nodes, " + leaves() + " leaves, depth " + depth() + "]";
  }
}
