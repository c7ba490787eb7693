package org.cairnml.inspection;

import org.cairnml.tree.Tree;

/** Shapley values where a feature that is not known is taken from background rows. */
final class BackgroundExplainer implements TreeExplainer {
  // For one row x and one background row z, a leaf is reached by the mixed rows that take the
  // features X from x and the features Z from z. With a = |X| and b = |Z|, such a leaf counts
  // (a - 1)! b! / (a + b)! for each feature of X and -a! (b - 1)! / (a + b)! for each of Z.
  // Branches
  // that x and z both take need no decision, so most of the tree is never visited.

  private final Tree tree;
  private final double[][] background;
  private final double[] expected;

  BackgroundExplainer(Tree tree, double[][] background) {
    this.tree = tree;
    this.background = background;
    this.expected = new double[tree.width()];
    for (double[] row : background) {
      int leaf = tree.leaf(row);
      for (int v = 0; v < expected.length; v++) {
        expected[v] += tree.value(leaf, v) / background.length;
      }
    }
  }

  @Override
  public double[] expected() {
    return expected;
  }

  @Override
  public void explain(double[] row, double scale, double[][] sums) {
    var walk = new Walk(row, scale / background.length, sums);
    for (double[] other : background) {
      walk.compareWith(other);
    }
  }

  /** One row against one background row after another. */
  private final class Walk {
    private static final byte UNDECIDED = 0;
    private static final byte FROM_ROW = 1;
    private static final byte FROM_OTHER = 2;

    private final double[] row;
    private final double scale;
    private final double[][] sums;
    private final byte[] source;
    private final int[] decided = new int[tree.depth() + 1];
    private double[] other;

    Walk(double[] row, double scale, double[][] sums) {
      this.row = row;
      this.scale = scale;
      this.sums = sums;
      this.source = new byte[row.length];
    }

    void compareWith(double[] backgroundRow) {
      other = backgroundRow;
      visit(0, 0, 0);
    }

    private void visit(int node, int fromRow, int fromOther) {
      if (tree.isLeaf(node)) {
        addLeaf(node, fromRow, fromOther);
        return;
      }
      int f = tree.feature(node);
      boolean rowLeft = tree.goesLeft(node, row[f]);
      boolean otherLeft = tree.goesLeft(node, other[f]);
      if (source[f] != UNDECIDED || rowLeft == otherLeft) {
        boolean left = source[f] == FROM_OTHER ? otherLeft : rowLeft;
        visit(left ? tree.left(node) : tree.right(node), fromRow, fromOther);
        return;
      }
      decided[fromRow + fromOther] = f;
      source[f] = FROM_ROW;
      visit(rowLeft ? tree.left(node) : tree.right(node), fromRow + 1, fromOther);
      decided[fromRow + fromOther] = f;
      source[f] = FROM_OTHER;
      visit(otherLeft ? tree.left(node) : tree.right(node), fromRow, fromOther + 1);
      source[f] = UNDECIDED;
    }

    private void addLeaf(int leaf, int a, int b) {
      if (a + b == 0) {
        return;
      }
      double choose = choose(a + b, a);
      double plus = a == 0 ? 0 : scale / (a * choose);
      double minus = b == 0 ? 0 : -scale / (b * choose);
      for (int i = 0; i < a + b; i++) {
        int f = decided[i];
        double share = source[f] == FROM_ROW ? plus : minus;
        for (int v = 0; v < sums.length; v++) {
          sums[v][f] += share * tree.value(leaf, v);
        }
      }
    }

    /** How many ways there are to take k of n. */
    private static double choose(int n, int k) {
      double ways = 1;
      for (int i = 1; i <= k; i++) {
        ways = ways * (n - k + i) / i;
      }
      return ways;
    }
  }
}
