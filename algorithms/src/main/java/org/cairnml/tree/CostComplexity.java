package org.cairnml.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Minimal cost-complexity pruning: the smallest subtree that makes its error plus alpha times its
 * leaves least, error being the criterion as a mean over the weight of all rows.
 *
 * <p>Source: Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984,
 * chapter 3.
 */
final class CostComplexity {
  // The error that a node's subtree saves is the sum of its gains. A node's link strength is what
  // is saved by each leaf beyond the first; weakest links are cut first.

  private final Tree tree;
  private final List<double[]> predictions;
  private final boolean[] cut;
  private final double[] saved;
  private final int[] leaves;

  /**
   * The pruning of a tree.
   *
   * @param predictions what each node would predict, if it were a leaf
   */
  CostComplexity(Tree tree, List<double[]> predictions) {
    this.tree = tree;
    this.predictions = predictions;
    this.cut = new boolean[tree.nodes()];
    this.saved = new double[tree.nodes()];
    this.leaves = new int[tree.nodes()];
  }

  /** The alphas at which the tree shrinks, ascending from 0. */
  double[] path() {
    Arrays.fill(cut, false);
    List<Double> alphas = new ArrayList<>(List.of(0.0));
    double alpha = 0;
    for (int weakest = weakest(); weakest >= 0; weakest = weakest()) {
      alpha = Math.max(alpha, strength(weakest));
      if (alpha > alphas.get(alphas.size() - 1)) {
        alphas.add(alpha);
      }
      cut[weakest] = true;
    }
    return alphas.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The tree without the links that are at most as strong as alpha. */
  Tree prune(double alpha) {
    Arrays.fill(cut, false);
    for (int weakest = weakest(); weakest >= 0 && strength(weakest) <= alpha; weakest = weakest()) {
      cut[weakest] = true;
    }
    return copy();
  }

  private double strength(int node) {
    return saved[node] / (leaves[node] - 1) / tree.cover(0);
  }

  /** The inner node with the weakest link, -1 if only the root is left. */
  private int weakest() {
    int weakest = -1;
    for (int node = tree.nodes() - 1; node >= 0; node--) {
      saved[node] = 0;
      leaves[node] = 1;
      if (!tree.isLeaf(node) && !cut[node]) {
        int left = tree.left(node);
        int right = tree.right(node);
        saved[node] = tree.gain(node) + saved[left] + saved[right];
        leaves[node] = leaves[left] + leaves[right];
      }
    }
    var reached = new boolean[tree.nodes()];
    reached[0] = true;
    for (int node = 0; node < tree.nodes(); node++) {
      if (reached[node] && !tree.isLeaf(node) && !cut[node]) {
        reached[tree.left(node)] = true;
        reached[tree.right(node)] = true;
        if (weakest < 0 || strength(node) < strength(weakest)) {
          weakest = node;
        }
      }
    }
    return weakest;
  }

  private Tree copy() {
    var builder = new TreeBuilder(tree.width(), tree.cover(0));
    int[] to = new int[tree.nodes()];
    Arrays.fill(to, -1);
    to[0] = 0;
    for (int node = 0; node < tree.nodes(); node++) {
      if (to[node] >= 0) {
        if (tree.isLeaf(node) || cut[node]) {
          builder.setValues(to[node], predictions.get(node));
        } else {
          int left = builder.copySplit(to[node], tree, node);
          to[tree.left(node)] = left;
          to[tree.right(node)] = left + 1;
        }
      }
    }
    return builder.build();
  }
}
