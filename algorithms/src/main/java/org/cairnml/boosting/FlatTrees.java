package org.cairnml.boosting;

import java.util.List;
import org.cairnml.tree.Tree;

/**
 * Many trees in a few arrays, made to score rows without missing values; many rows by {@link
 * BitSlicedTrees}, single ones by {@link LeafSets}, where these suit.
 */
final class FlatTrees {
  // A step from a node to a child is child + (value > threshold), computed from the sign of the
  // difference, so that nothing is predicted and mispredicted. A leaf leads to itself: feature 0,
  // threshold infinity. All trees of a group, or all rows of a block, take as many steps as the
  // deepest needs; these chains of loads are independent of each other and overlap.
  // Trees that ask about categories are scored by their own method.

  private static final int TOGETHER = 4;
  private static final int ROWS = 8;
  private static final int MANY_ROWS = 64;

  private final List<Tree> trees;
  private final int outputs;
  private final int[] root;
  private final int[] depth;
  private final int[] feature;
  private final int[] child;
  private final double[] threshold;
  private final double[] value;
  private final boolean numeric;
  private final boolean mayBeSliced;
  private volatile BitSlicedTrees sliced;
  private final boolean mayUseLeafSets;
  private volatile LeafSets leafSets;

  FlatTrees(List<Tree> trees, int outputs) {
    this.trees = trees;
    this.outputs = outputs;
    int nodes = trees.stream().mapToInt(Tree::nodes).sum();
    root = new int[trees.size()];
    depth = new int[trees.size()];
    feature = new int[nodes];
    child = new int[nodes];
    threshold = new double[nodes];
    value = new double[nodes];
    boolean allNumeric = true;
    int at = 0;
    for (int t = 0; t < root.length; t++) {
      Tree tree = trees.get(t);
      root[t] = at;
      depth[t] = tree.depth();
      for (int node = 0; node < tree.nodes(); node++) {
        allNumeric &= !tree.isCategorical(node);
        set(tree, node, at);
      }
      at += tree.nodes();
    }
    numeric = allNumeric;
    mayBeSliced = BitSlicedTrees.suits(trees);
    mayUseLeafSets = LeafSets.suits(trees, outputs);
  }

  private void set(Tree tree, int node, int first) {
    boolean leaf = tree.isLeaf(node);
    feature[first + node] = leaf ? 0 : tree.feature(node);
    threshold[first + node] = leaf ? Double.POSITIVE_INFINITY : tree.threshold(node);
    child[first + node] = first + (leaf ? node : tree.left(node));
    value[first + node] = leaf ? tree.value(node, 0) : 0;
  }

  /** 1 if {@code value > threshold}, else 0; neither is NaN. */
  private static int above(double value, double threshold) {
    return (int) (Double.doubleToRawLongBits(threshold - value) >>> 63);
  }

  /** The score of a row of finite values, from a start, where there is one output. */
  double score(double[] row, double start) {
    return mayUseLeafSets ? leafSets().score(row, start) : score(row, 0, start);
  }

  /** Adds to the scores of a row of finite values (one an output). */
  void addScores(double[] row, double[] out) {
    if (mayUseLeafSets) {
      leafSets().addScores(row, 0, out, 0);
      return;
    }
    for (int k = 0; k < outputs; k++) {
      out[k] = score(row, k, out[k]);
    }
  }

  /** The score of an output, to which every tree adds whose number is it plus whole rounds. */
  private double score(double[] row, int output, double start) {
    double sum = start;
    int t = output;
    if (!numeric) {
      for (; t < root.length; t += outputs) {
        sum += trees.get(t).predict(row);
      }
      return sum;
    }
    int k = outputs;
    for (; t + 3 * k < root.length; t += TOGETHER * k) {
      int a = root[t];
      int b = root[t + k];
      int c = root[t + 2 * k];
      int d = root[t + 3 * k];
      int steps =
          Math.max(Math.max(depth[t], depth[t + k]), Math.max(depth[t + 2 * k], depth[t + 3 * k]));
      for (int s = 0; s < steps; s++) {
        a = child[a] + above(row[feature[a]], threshold[a]);
        b = child[b] + above(row[feature[b]], threshold[b]);
        c = child[c] + above(row[feature[c]], threshold[c]);
        d = child[d] + above(row[feature[d]], threshold[d]);
      }
      sum += value[a];
      sum += value[b];
      sum += value[c];
      sum += value[d];
    }
    for (; t < root.length; t += k) {
      int node = root[t];
      for (int s = depth[t]; s > 0; s--) {
        node = child[node] + above(row[feature[node]], threshold[node]);
      }
      sum += value[node];
    }
    return sum;
  }

  /**
   * Adds to the scores of rows of finite values.
   *
   * @param data row r begins at {@code at + r * stride}
   * @param out score k of row r is at {@code outAt + r * outputs + k}
   */
  void addScores(double[] data, int at, int stride, int rows, double[] out, int outAt) {
    if (!numeric) {
      double[] row = new double[stride];
      for (int r = 0; r < rows; r++) {
        System.arraycopy(
            data, at + r * stride, row, 0, Math.min(stride, data.length - at - r * stride));
        for (int t = 0; t < root.length; t++) {
          out[outAt + r * outputs + t % outputs] += trees.get(t).predict(row);
        }
      }
      return;
    }
    if (rows >= MANY_ROWS && mayBeSliced) {
      sliced().addScores(data, at, stride, rows, out, outAt);
      return;
    }
    for (int t = 0; t < root.length; t++) {
      addTree(t, data, at, stride, rows, out, outAt + t % outputs);
    }
  }

  private BitSlicedTrees sliced() {
    BitSlicedTrees made = sliced;
    if (made == null) {
      made = new BitSlicedTrees(trees, outputs);
      sliced = made;
    }
    return made;
  }

  private LeafSets leafSets() {
    LeafSets made = leafSets;
    if (made == null) {
      made = new LeafSets(trees, outputs);
      leafSets = made;
    }
    return made;
  }

  private void addTree(
      int t, double[] data, int at, int stride, int rows, double[] out, int outAt) {
    int first = root[t];
    int steps = depth[t];
    int r = 0;
    for (; r + ROWS <= rows; r += ROWS) {
      int a = first;
      int b = first;
      int c = first;
      int d = first;
      int e = first;
      int f = first;
      int g = first;
      int h = first;
      int rowA = at + r * stride;
      int rowB = rowA + stride;
      int rowC = rowB + stride;
      int rowD = rowC + stride;
      int rowE = rowD + stride;
      int rowF = rowE + stride;
      int rowG = rowF + stride;
      int rowH = rowG + stride;
      for (int s = 0; s < steps; s++) {
        a = child[a] + above(data[rowA + feature[a]], threshold[a]);
        b = child[b] + above(data[rowB + feature[b]], threshold[b]);
        c = child[c] + above(data[rowC + feature[c]], threshold[c]);
        d = child[d] + above(data[rowD + feature[d]], threshold[d]);
        e = child[e] + above(data[rowE + feature[e]], threshold[e]);
        f = child[f] + above(data[rowF + feature[f]], threshold[f]);
        g = child[g] + above(data[rowG + feature[g]], threshold[g]);
        h = child[h] + above(data[rowH + feature[h]], threshold[h]);
      }
      int to = outAt + r * outputs;
      out[to] += value[a];
      out[to + outputs] += value[b];
      out[to + 2 * outputs] += value[c];
      out[to + 3 * outputs] += value[d];
      out[to + 4 * outputs] += value[e];
      out[to + 5 * outputs] += value[f];
      out[to + 6 * outputs] += value[g];
      out[to + 7 * outputs] += value[h];
    }
    for (; r < rows; r++) {
      int node = first;
      for (int s = 0; s < steps; s++) {
        node = child[node] + above(data[at + r * stride + feature[node]], threshold[node]);
      }
      out[outAt + r * outputs] += value[node];
    }
  }
}
