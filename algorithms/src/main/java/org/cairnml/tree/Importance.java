package org.cairnml.tree;

import java.util.List;

/** A way to count how much trees use a feature. */
public enum Importance {
  /**
   * The improvement of the criterion by its splits, summed within a tree and averaged over them.
   */
  GAIN,
  /** How often it splits. */
  SPLIT,
  /** The weight of the rows that its splits part. */
  COVER;

  /** The importance of each of d features; shares that add up to 1, or zeros without any split. */
  public double[] of(List<Tree> trees, int d) {
    double[] sums = new double[d];
    for (Tree tree : trees) {
      double[] one = new double[d];
      for (int node = 0; node < tree.nodes(); node++) {
        if (!tree.isLeaf(node)) {
          one[tree.feature(node)] += amount(tree, node);
        }
      }
      addShares(one, sums);
    }
    double[] shares = new double[d];
    addShares(sums, shares);
    return shares;
  }

  private double amount(Tree tree, int node) {
    return switch (this) {
      case GAIN -> tree.gain(node);
      case SPLIT -> 1;
      case COVER -> tree.cover(node);
    };
  }

  private static void addShares(double[] amounts, double[] to) {
    double total = 0;
    for (double amount : amounts) {
      total += amount;
    }
    for (int j = 0; j < to.length && total > 0; j++) {
      to[j] += amounts[j] / total;
    }
  }
}
