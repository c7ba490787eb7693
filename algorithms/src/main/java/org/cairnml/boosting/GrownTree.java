package org.cairnml.boosting;

import java.util.List;
import org.cairnml.boosting.PackedBins.Slot;
import org.cairnml.tree.Tree;
import org.cairnml.tree.TreeBuilder;

/** A tree that has just been grown, with its training rows still in the order of its leaves. */
final class GrownTree {

  private final TreeBuilder builder;
  private final List<Step> steps;
  private final List<Leaf> leaves;
  private final double[] values;
  private final int[] rows;
  private final PackedBins bins;

  GrownTree(
      TreeBuilder builder,
      List<Step> steps,
      List<Leaf> leaves,
      double[] values,
      int[] rows,
      PackedBins bins) {
    this.builder = builder;
    this.steps = steps;
    this.leaves = leaves;
    this.values = values;
    this.rows = rows;
    this.bins = bins;
  }

  /**
   * One split: {@code node} became an inner node with the children {@code left} and {@code left +
   * 1}; {@code leftCodes} says for each code of the slot whether it goes left.
   */
  record Step(int node, int left, Slot slot, byte[] leftCodes) {}

  /** How many leaves there are. */
  int leafCount() {
    return leaves.size();
  }

  /** The value of leaf {@code k}. */
  double value(int k) {
    return values[k];
  }

  /** Changes the value of leaf {@code k}, within what monotone constraints allow. */
  void setValue(int k, double value) {
    values[k] = leaves.get(k).bounded(value);
  }

  /** The rows of leaf {@code k} are {@code rows()[from(k)]} to {@code rows()[to(k) - 1]}. */
  int from(int k) {
    return leaves.get(k).from;
  }

  /** See {@link #from}. */
  int to(int k) {
    return leaves.get(k).to;
  }

  /** The active rows, leaf by leaf. */
  int[] rows() {
    return rows;
  }

  /** Multiplies all values. */
  void shrink(double rate) {
    for (int k = 0; k < values.length; k++) {
      values[k] *= rate;
    }
  }

  /** Adds each leaf's value to the scores of its rows. */
  void addTo(Crew crew, int member, double[] scores) {
    crew.run(
        member,
        leaves.size(),
        (k, by) -> {
          Leaf leaf = leaves.get(k);
          double value = values[k];
          for (int i = leaf.from; i < leaf.to; i++) {
            scores[rows[i]] += value;
          }
        });
  }

  /**
   * Adds the value that each row of a range would get to its score, for rows that were not active.
   */
  void addToPassive(int from, int to, boolean[] active, double[] scores) {
    int nodes = builder.nodes();
    Step[] stepOfNode = new Step[nodes];
    double[] valueOfNode = new double[nodes];
    steps.forEach(step -> stepOfNode[step.node()] = step);
    for (int k = 0; k < values.length; k++) {
      valueOfNode[leaves.get(k).node] = values[k];
    }
    for (int i = from; i < to; i++) {
      if (!active[i]) {
        int node = 0;
        for (Step step = stepOfNode[0]; step != null; step = stepOfNode[node]) {
          int code = bins.group(step.slot().group()).codes()[i] >>> 8 * step.slot().lane() & 255;
          node = step.left() + 1 - step.leftCodes()[code];
        }
        scores[i] += valueOfNode[node];
      }
    }
  }

  /** The tree, for rows of numbers. */
  Tree toTree() {
    for (int k = 0; k < values.length; k++) {
      builder.setValues(leaves.get(k).node, values[k]);
    }
    return builder.build();
  }
}
