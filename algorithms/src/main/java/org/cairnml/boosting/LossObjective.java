package org.cairnml.boosting;

import java.util.OptionalDouble;

/** A {@link Loss} of the rows of a data set. */
final class LossObjective extends RowObjective {

  private final Loss loss;
  private final double[] y;

  LossObjective(Loss loss, double[] y, double[] weights) {
    super(y.length, weights);
    this.loss = loss;
    this.y = y;
  }

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public double[] start() {
    return new double[] {loss.start(y, weightsOrOnes())};
  }

  @Override
  double derivatives(int from, int to, double[][] scores, double[][] first, double[][] second) {
    loss.derivatives(y, scores[0], from, to, first[0], second[0]);
    return value(from, to, scores);
  }

  @Override
  double value(int from, int to, double[][] scores) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += weight(i) * loss.value(y[i], scores[0][i]);
    }
    return sum;
  }

  @Override
  public OptionalDouble leafQuantile() {
    return loss.leafQuantile();
  }

  @Override
  public double residual(int row, double score) {
    return y[row] - score;
  }
}
