package org.cairnml.boosting;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** An {@link OwnLoss} of the rows of a data set; a block is a part. */
final class BlockObjective implements Objective {

  private static final int BLOCK_ROWS = 2048;

  private final OwnLoss loss;
  private final double[] targets;
  private final double[] weights;
  private final List<int[]> blocks;
  private final double totalWeight;

  private BlockObjective(
      OwnLoss loss, double[] targets, double[] weights, List<int[]> blocks, double totalWeight) {
    this.loss = loss;
    this.targets = targets;
    this.weights = weights;
    this.blocks = blocks;
    this.totalWeight = totalWeight;
  }

  /** A loss that is a sum over rows. */
  static BlockObjective ofRows(OwnLoss loss, double[] targets, double[] weights) {
    int n = targets.length;
    List<int[]> blocks =
        IntStream.iterate(0, from -> from < n, from -> from + BLOCK_ROWS)
            .mapToObj(from -> IntStream.range(from, Math.min(n, from + BLOCK_ROWS)).toArray())
            .toList();
    return new BlockObjective(loss, targets, weights, blocks, Arrays.stream(weights).sum());
  }

  /** A loss of whole queries, given their rows. */
  static BlockObjective ofQueries(
      OwnLoss loss, double[] relevance, double[] weights, List<int[]> queries) {
    return new BlockObjective(loss, relevance, weights, queries, queries.size());
  }

  @Override
  public int outputs() {
    return loss.outputs();
  }

  @Override
  public double[] start() {
    double[] start = loss.start(targets.clone(), weights.clone());
    if (start.length != outputs()) {
      throw new IllegalArgumentException(
          "the loss starts from " + start.length + " scores, but has " + outputs());
    }
    return start.clone();
  }

  @Override
  public int parts() {
    return blocks.size();
  }

  @Override
  public double derivatives(int part, double[][] scores, double[][] first, double[][] second) {
    int[] rows = blocks.get(part);
    double[] target = pick(targets, rows);
    double[][] score = pick(scores, rows);
    double[][] g = new double[outputs()][rows.length];
    double[][] h = new double[outputs()][rows.length];
    loss.derivatives(target, score, g, h);
    for (int k = 0; k < g.length; k++) {
      for (int i = 0; i < rows.length; i++) {
        first[k][rows[i]] = g[k][i] * weights[rows[i]];
        second[k][rows[i]] = h[k][i] * weights[rows[i]];
      }
    }
    return loss.value(target, pick(weights, rows), score);
  }

  @Override
  public double value(int part, double[][] scores) {
    int[] rows = blocks.get(part);
    return loss.value(pick(targets, rows), pick(weights, rows), pick(scores, rows));
  }

  private static double[] pick(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
  }

  private static double[][] pick(double[][] values, int[] rows) {
    return Arrays.stream(values).map(of -> pick(of, rows)).toArray(double[][]::new);
  }

  @Override
  public double totalWeight() {
    return totalWeight;
  }

  @Override
  public double weight(int row) {
    return weights[row];
  }
}
