package org.cairnml.boosting;

import java.util.OptionalDouble;

/**
 * The pinball loss, whose minimizer is a quantile; at quantile 1/2 twice this is the absolute
 * error.
 *
 * <p>Source: Koenker and Bassett 1978, doi:10.2307/1913643.
 *
 * @param quantile which, between 0 and 1
 * @param scale what the loss is multiplied by
 */
record QuantileLoss(double quantile, double scale) implements Loss {

  @Override
  public double value(double y, double score) {
    double residual = y - score;
    return scale * (residual >= 0 ? quantile * residual : (quantile - 1) * residual);
  }

  @Override
  public void derivatives(
      double[] y, double[] score, int from, int to, double[] first, double[] second) {
    for (int i = from; i < to; i++) {
      first[i] = scale * (y[i] >= score[i] ? -quantile : 1 - quantile);
      second[i] = 1;
    }
  }

  @Override
  public double start(double[] y, double[] weights) {
    return WeightedQuantile.of(y.clone(), weights.clone(), y.length, quantile);
  }

  @Override
  public OptionalDouble leafQuantile() {
    return OptionalDouble.of(quantile);
  }
}
