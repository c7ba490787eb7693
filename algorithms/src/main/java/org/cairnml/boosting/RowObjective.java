package org.cairnml.boosting;

import java.util.Arrays;

/** An objective that is a sum over rows with weights; cut into parts of a fixed number of rows. */
abstract class RowObjective implements Objective {

  private static final int PART = 2048;

  final int rows;
  final double[] weights;
  private final double totalWeight;

  /**
   * @param weights one a row, or null if all are 1
   */
  RowObjective(int rows, double[] weights) {
    this.rows = rows;
    this.weights = weights;
    this.totalWeight = weights == null ? rows : Arrays.stream(weights).sum();
  }

  @Override
  public final int parts() {
    return (rows + PART - 1) / PART;
  }

  @Override
  public final double derivatives(
      int part, double[][] scores, double[][] first, double[][] second) {
    int from = part * PART;
    int to = Math.min(rows, from + PART);
    double value = derivatives(from, to, scores, first, second);
    if (weights != null) {
      for (int k = 0; k < first.length; k++) {
        for (int i = from; i < to; i++) {
          first[k][i] *= weights[i];
          second[k][i] *= weights[i];
        }
      }
    }
    return value;
  }

  @Override
  public final double value(int part, double[][] scores) {
    int from = part * PART;
    return value(from, Math.min(rows, from + PART), scores);
  }

  /** Writes derivatives without weights; returns the loss with weights. */
  abstract double derivatives(
      int from, int to, double[][] scores, double[][] first, double[][] second);

  /** The loss with weights. */
  abstract double value(int from, int to, double[][] scores);

  @Override
  public final double totalWeight() {
    return totalWeight;
  }

  @Override
  public final double weight(int row) {
    return weights == null ? 1 : weights[row];
  }

  final double[] weightsOrOnes() {
    double[] all = weights == null ? new double[rows] : weights;
    if (weights == null) {
      Arrays.fill(all, 1);
    }
    return all;
  }
}
