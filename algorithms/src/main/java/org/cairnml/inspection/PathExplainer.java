package org.cairnml.inspection;

import org.cairnml.tree.Tree;

/** Shapley values where a feature that is not known follows the training rows. */
final class PathExplainer implements TreeExplainer {
  // Algorithm 2 of Lundberg et al. 2020. The path to a node is a list of the distinct features
  // asked
  // on it. For each, "zero" is the share of training rows that go this way when the feature is not
  // known, "one" is 1 if the row goes this way and 0 if not. weight[i] is the total weight of the
  // subsets of i known features among those of the path. The path of a child is a copy behind the
  // parent's, so that going back needs nothing undone.

  private final Tree tree;
  private final double[] expected;
  private final int depth;

  PathExplainer(Tree tree) {
    this.tree = tree;
    this.expected = new double[tree.width()];
    this.depth = tree.depth() + 2;
    expect(0, 1);
  }

  private void expect(int node, double share) {
    if (tree.isLeaf(node)) {
      for (int v = 0; v < expected.length; v++) {
        expected[v] += share * tree.value(node, v);
      }
      return;
    }
    expect(tree.left(node), share * share(node, tree.left(node)));
    expect(tree.right(node), share * share(node, tree.right(node)));
  }

  /** The share of a node's training rows that go to a child. */
  private double share(int node, int child) {
    double both = tree.cover(tree.left(node)) + tree.cover(tree.right(node));
    return both > 0 ? tree.cover(child) / both : 0.5;
  }

  @Override
  public double[] expected() {
    return expected;
  }

  @Override
  public void explain(double[] row, double scale, double[][] sums) {
    new Walk(row, scale, sums).visit(0, 0, 0, 1, 1, -1);
  }

  /** One row on its way through all leaves. */
  private final class Walk {
    private final double[] row;
    private final double scale;
    private final double[][] sums;
    private final int[] feature = new int[depth * (depth + 1) / 2 + depth];
    private final double[] zero = new double[feature.length];
    private final double[] one = new double[feature.length];
    private final double[] weight = new double[feature.length];

    Walk(double[] row, double scale, double[][] sums) {
      this.row = row;
      this.scale = scale;
      this.sums = sums;
    }

    /** The path stands at {@code start}; {@code length} features are on it before the new one. */
    void visit(int node, int start, int length, double newZero, double newOne, int newFeature) {
      extend(start, length, newZero, newOne, newFeature);
      if (tree.isLeaf(node)) {
        addLeaf(node, start, length);
        return;
      }
      boolean left = tree.goesLeft(node, row[tree.feature(node)]);
      int hot = left ? tree.left(node) : tree.right(node);
      int cold = left ? tree.right(node) : tree.left(node);
      double seenZero = 1;
      double seenOne = 1;
      int kept = length;
      for (int i = 1; i <= length; i++) {
        if (feature[start + i] == tree.feature(node)) {
          seenZero = zero[start + i];
          seenOne = one[start + i];
          unwind(start, length, i);
          kept = length - 1;
          break;
        }
      }
      int next = start + length + 1;
      copyPath(start, next, kept);
      visit(hot, next, kept + 1, seenZero * share(node, hot), seenOne, tree.feature(node));
      copyPath(start, next, kept);
      visit(cold, next, kept + 1, seenZero * share(node, cold), 0, tree.feature(node));
    }

    private void copyPath(int from, int to, int length) {
      System.arraycopy(feature, from, feature, to, length + 1);
      System.arraycopy(zero, from, zero, to, length + 1);
      System.arraycopy(one, from, one, to, length + 1);
      System.arraycopy(weight, from, weight, to, length + 1);
    }

    private void extend(int start, int length, double newZero, double newOne, int newFeature) {
      feature[start + length] = newFeature;
      zero[start + length] = newZero;
      one[start + length] = newOne;
      weight[start + length] = length == 0 ? 1 : 0;
      for (int i = length - 1; i >= 0; i--) {
        double w = weight[start + i];
        weight[start + i + 1] += newOne * w * (i + 1) / (length + 1);
        weight[start + i] = newZero * w * (length - i) / (length + 1);
      }
    }

    /** Takes feature {@code at} off a path of {@code length} features. */
    private void unwind(int start, int length, int at) {
      double z = zero[start + at];
      double o = one[start + at];
      double next = weight[start + length];
      for (int i = length - 1; i >= 0; i--) {
        double w = weight[start + i];
        if (o != 0) {
          weight[start + i] = next * (length + 1) / ((i + 1) * o);
          next = w - weight[start + i] * z * (length - i) / (length + 1);
        } else if (z != 0) {
          weight[start + i] = w * (length + 1) / (z * (length - i));
        }
      }
      for (int i = at; i < length; i++) {
        feature[start + i] = feature[start + i + 1];
        zero[start + i] = zero[start + i + 1];
        one[start + i] = one[start + i + 1];
      }
    }

    /** The total weight of a path without feature {@code at}. */
    private double unwoundSum(int start, int length, int at) {
      double z = zero[start + at];
      double o = one[start + at];
      double next = weight[start + length];
      double sum = 0;
      for (int i = length - 1; i >= 0; i--) {
        if (o != 0) {
          double w = next * (length + 1) / ((i + 1) * o);
          sum += w;
          next = weight[start + i] - w * z * (length - i) / (length + 1);
        } else if (z != 0) {
          sum += weight[start + i] * (length + 1) / (z * (length - i));
        }
      }
      return sum;
    }

    private void addLeaf(int leaf, int start, int length) {
      for (int i = 1; i <= length; i++) {
        double share = unwoundSum(start, length, i) * (one[start + i] - zero[start + i]);
        for (int v = 0; v < sums.length; v++) {
          sums[v][feature[start + i]] += scale * share * tree.value(leaf, v);
        }
      }
    }
  }
}
