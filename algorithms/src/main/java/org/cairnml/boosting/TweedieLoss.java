package org.cairnml.boosting;

import org.cairnml.base.DataException;

/**
 * The Tweedie likelihood with log link, up to a term without the score: {@code y^(2-p)} and so on
 * left out. Power 1 is Poisson, 2 gamma, between them a compound of both with a mass at 0.
 *
 * <p>Source: Jørgensen 1987, Exponential dispersion models, doi:10.1111/j.2517-6161.1987.tb01685.x.
 *
 * @param power the variance is proportional to this power of the mean, 1 to 2
 */
record TweedieLoss(double power) implements Loss {

  private static final double LEAST_MEAN = 1e-12;

  @Override
  public double value(double y, double score) {
    if (power == 1) {
      return Math.exp(score) - y * score;
    }
    if (power == 2) {
      return score + y * Math.exp(-score);
    }
    return Math.exp((2 - power) * score) / (2 - power)
        - y * Math.exp((1 - power) * score) / (1 - power);
  }

  @Override
  public void derivatives(
      double[] y, double[] score, int from, int to, double[] first, double[] second) {
    for (int i = from; i < to; i++) {
      double ofY = y[i] * Math.exp((1 - power) * score[i]);
      double ofMean = Math.exp((2 - power) * score[i]);
      first[i] = ofMean - ofY;
      second[i] = (2 - power) * ofMean + (power - 1) * ofY;
    }
  }

  @Override
  public double start(double[] y, double[] weights) {
    return Math.log(Math.max(LEAST_MEAN, Means.of(y, weights)));
  }

  @Override
  public Link link() {
    return Link.LOG;
  }

  @Override
  public void check(double[] y) {
    for (int i = 0; i < y.length; i++) {
      if (y[i] < 0 || (power == 2 && y[i] == 0)) {
        throw new DataException(
            "row %d: the target is %s; this loss needs targets %s"
                .formatted(i, y[i], power == 2 ? "above 0" : "of 0 or more"));
      }
    }
  }
}
