package org.cairnml.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.cairnml.base.Workers;
import org.cairnml.tree.bins.FeatureBins;

/** Grows one tree: depth first, or the best split first if the number of leaves is limited. */
final class TreeGrower {

  private static final Node[] NO_CHILDREN = {};

  private final Rows rows;
  private final TreeTarget target;
  private final GrowthRules rules;
  private final SplitSearch search;
  private final TreeBuilder builder;
  private final double[] leafValues;
  private final Node root;
  private List<double[]> predictions;

  /**
   * A grower.
   *
   * @param random draws features and thresholds; null to try all features at every node
   */
  TreeGrower(
      Rows rows, TreeTarget target, GrowthRules rules, SplittableRandom random, Workers workers) {
    this.rows = rows;
    this.target = target;
    this.rules = rules;
    this.search = new SplitSearch(rows, target, rules, random, workers);
    this.leafValues = new double[target.width()];
    double[] stats = target.stats(rows, 0, rows.size());
    this.root = new Node(0, 0, 0, rows.size(), rows.samples(0, rows.size()), stats, 0);
    this.builder = new TreeBuilder(target.width(), target.weight(stats));
  }

  /** The grown tree, and what each of its nodes would predict as a leaf. */
  CostComplexity growToPrune() {
    predictions = new ArrayList<>();
    keepPrediction(root);
    Tree tree = grow();
    return new CostComplexity(tree, predictions);
  }

  private void keepPrediction(Node node) {
    double[] prediction = new double[target.width()];
    target.predict(rows, node, prediction);
    predictions.add(prediction);
  }

  /** The grown tree. */
  Tree grow() {
    if (rules.maxLeaves() < Integer.MAX_VALUE) {
      growBestFirst();
    } else {
      growDepthFirst();
    }
    return builder.build();
  }

  private void growDepthFirst() {
    var stack = new ArrayDeque<Node>();
    var split = new Split(target.statsLength());
    stack.push(root);
    while (!stack.isEmpty()) {
      Node node = stack.pop();
      if (!maySplit(node) || !search.find(node, split).isFound() || !isWorth(split)) {
        makeLeaf(node);
        continue;
      }
      Node[] children = split(node, split);
      for (int c = children.length - 1; c >= 0; c--) {
        stack.push(children[c]);
      }
    }
  }

  private record Candidate(Node node, Split split) {}

  private void growBestFirst() {
    var queue =
        new PriorityQueue<Candidate>(
            Comparator.<Candidate>comparingDouble(c -> -c.split().score)
                .thenComparingInt(c -> c.node().id));
    consider(root, queue);
    for (int leaves = 1; leaves < rules.maxLeaves() && !queue.isEmpty(); leaves++) {
      Candidate best = queue.poll();
      for (Node child : split(best.node(), best.split())) {
        consider(child, queue);
      }
    }
    queue.forEach(c -> makeLeaf(c.node()));
  }

  private void consider(Node node, PriorityQueue<Candidate> queue) {
    node.constants = 0;
    var split = new Split(target.statsLength());
    if (maySplit(node) && search.find(node, split).isFound() && isWorth(split)) {
      queue.add(new Candidate(node, split));
    } else {
      makeLeaf(node);
    }
  }

  private boolean isWorth(Split split) {
    return split.score >= rules.minGain();
  }

  private boolean maySplit(Node node) {
    return node.depth < rules.maxDepth()
        && node.samples >= rules.minSamplesSplit()
        && node.samples >= 2L * rules.minSamplesLeaf()
        && node.to - node.from > 1
        && !target.isPure(rows, node.from, node.to, node.stats);
  }

  private void makeLeaf(Node node) {
    target.predict(rows, node, leafValues);
    builder.setValues(node.id, leafValues);
  }

  private Node[] split(Node node, Split split) {
    FeatureBins bins = rows.data().feature(split.feature);
    if (target.isExact() && predictions == null && target.isPerfect(node.stats, split.leftStats)) {
      return splitIntoLeaves(node, split, bins);
    }
    int middle = rows.partition(split.feature, node.from, node.to, split.left);
    double[] left = childStats(split, node.from, middle);
    double[] right = otherStats(node, left, middle);
    double leftWeight = target.weight(left);
    double rightWeight = target.weight(right);
    split.sendUnseen(bins, leftWeight >= rightWeight);
    int id = record(node, split, bins, leftWeight, rightWeight);
    long samples = target.isExact() ? (long) leftWeight : rows.samples(node.from, middle);
    int depth = node.depth + 1;
    int constants = node.constants;
    Node[] children = {
      new Node(id, depth, node.from, middle, samples, left, constants),
      new Node(id + 1, depth, middle, node.to, node.samples - samples, right, constants)
    };
    if (predictions != null) {
      keepPrediction(children[0]);
      keepPrediction(children[1]);
    }
    return children;
  }

  /** A split that ends in two pure leaves, which need no rows of their own. */
  private Node[] splitIntoLeaves(Node node, Split split, FeatureBins bins) {
    double[] left = split.leftStats.clone();
    double[] right = otherStats(node, left, node.from);
    double leftWeight = target.weight(left);
    double rightWeight = target.weight(right);
    split.sendUnseen(bins, leftWeight >= rightWeight);
    int id = record(node, split, bins, leftWeight, rightWeight);
    int depth = node.depth + 1;
    makeLeaf(new Node(id, depth, node.from, node.from, (long) leftWeight, left, 0));
    makeLeaf(new Node(id + 1, depth, node.from, node.from, (long) rightWeight, right, 0));
    return NO_CHILDREN;
  }

  private double[] childStats(Split split, int from, int to) {
    return target.isExact() ? split.leftStats.clone() : target.stats(rows, from, to);
  }

  private double[] otherStats(Node node, double[] left, int middle) {
    if (!target.isExact()) {
      return target.stats(rows, middle, node.to);
    }
    double[] right = node.stats.clone();
    for (int s = 0; s < right.length; s++) {
      right[s] -= left[s];
    }
    return right;
  }

  private int record(
      Node node, Split split, FeatureBins bins, double leftWeight, double rightWeight) {
    boolean missingLeft = split.missingLeft(bins);
    if (bins.isCategory()) {
      return builder.split(
          node.id,
          split.feature,
          bins.categoriesOf(split.left),
          bins.categories(),
          missingLeft,
          split.score,
          leftWeight,
          rightWeight);
    }
    double threshold =
        split.cut >= bins.count() - 1 ? Double.POSITIVE_INFINITY : bins.bound(split.cut);
    return builder.split(
        node.id, split.feature, threshold, missingLeft, split.score, leftWeight, rightWeight);
  }
}
