package org.cairnml.boosting;

/**
 * Half the squared error up to {@code delta}, linear beyond. The second derivative is bounded by 1,
 * which is what is used, so that a step never goes too far.
 *
 * <p>Source: Huber 1964, doi:10.1214/aoms/1177703732.
 *
 * @param delta the error from which on the loss is linear; infinite for the squared error
 */
record HuberLoss(double delta) implements Loss {

  @Override
  public double value(double y, double score) {
    double error = Math.abs(y - score);
    return error <= delta ? error * error / 2 : delta * (error - delta / 2);
  }

  @Override
  public void derivatives(
      double[] y, double[] score, int from, int to, double[] first, double[] second) {
    for (int i = from; i < to; i++) {
      first[i] = Math.max(-delta, Math.min(delta, score[i] - y[i]));
      second[i] = 1;
    }
  }

  @Override
  public double start(double[] y, double[] weights) {
    if (delta < Double.POSITIVE_INFINITY) {
      return WeightedQuantile.of(y.clone(), weights.clone(), y.length, 0.5);
    }
    return Means.of(y, weights);
  }
}
