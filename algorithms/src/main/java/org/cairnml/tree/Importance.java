package org.cairnml.tree;

import java.util.List;

/** A way to count how much trees use a feature. */
public enum Importance {
  /** The improvement of the criterion by its splits. */
  GAIN,
  /** How often it splits. */
  SPLIT,
  /** The weight of the rows that its splits part. */
  COVER;

  /**
   * The importance of each of d features, every tree counting the same: the mean of its shares in
   * the trees, as is usual for forests. Adds up to 1; zeros without any split.
   */
  public double[] of(List<Tree> trees, int d) {
    double[] sums = new double[d];
    for (Tree tree : trees) {
      double[] one = new double[d];
      addAmounts(tree, one);
      addShares(one, sums);
    }
    return shares(sums);
  }

  /**
   * The importance of each of d features, every split counting the same: its share in the sum over
   * all trees, as is usual for boosting, whose late trees have little to say. Adds up to 1; zeros
   * without any split.
   */
  public double[] inAll(List<Tree> trees, int d) {
    double[] sums = new double[d];
    trees.forEach(tree -> addAmounts(tree, sums));
    return shares(sums);
  }

  private void addAmounts(Tree tree, double[] to) {
    for (int node = 0; node < tree.nodes(); node++) {
      if (!tree.isLeaf(node)) {
        to[tree.feature(node)] += amount(tree, node);
      }
    }
  }

  private double amount(Tree tree, int node) {
    return switch (this) {
      case GAIN -> tree.gain(node);
      case SPLIT -> 1;
      case COVER -> tree.cover(node);
    };
  }

  private static double[] shares(double[] amounts) {
    double[] shares = new double[amounts.length];
    addShares(amounts, shares);
    return shares;
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
