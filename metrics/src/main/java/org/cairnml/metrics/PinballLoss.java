package org.cairnml.metrics;

import java.util.Arrays;

/**
 * The loss whose best prediction is the quantile alpha: alpha (y - p) where the prediction is too
 * low, (1 - alpha) (p - y) where it is too high. With alpha = 0.5 it is half the absolute error.
 *
 * <p>R. Koenker, G. Bassett, Regression quantiles, 1978, doi:10.2307/1913643.
 */
public final class PinballLoss {

  private PinballLoss() {}

  /**
   * The mean loss.
   *
   * @throws org.cairnml.base.DataException if values are missing or not finite
   * @throws IllegalArgumentException unless {@code 0 <= alpha <= 1}
   */
  public static double mean(double[] truth, double[] predicted, double alpha) {
    return mean(truth, predicted, alpha, Weights.ones(truth.length));
  }

  /** The same with a weight for each row. */
  public static double mean(double[] truth, double[] predicted, double alpha, double[] weights) {
    if (!(alpha >= 0 && alpha <= 1)) {
      throw new IllegalArgumentException("alpha must be in [0, 1], but was " + alpha);
    }
    return Regression.mean(
        truth, predicted, weights, (y, p) -> y >= p ? alpha * (y - p) : (1 - alpha) * (p - y));
  }

  /**
   * 1 - loss / (loss of the best constant, the quantile alpha of the true values): as R2 for this
   * loss; {@code NaN} if all true values are equal.
   *
   * @throws org.cairnml.base.DataException if values are missing or not finite
   * @throws IllegalArgumentException unless {@code 0 < alpha < 1}
   */
  public static double d2(double[] truth, double[] predicted, double alpha) {
    return d2(truth, predicted, alpha, Weights.ones(truth.length));
  }

  /** The same with a weight for each row. */
  public static double d2(double[] truth, double[] predicted, double alpha, double[] weights) {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha must be in (0, 1), but was " + alpha);
    }
    double loss = mean(truth, predicted, alpha, weights);
    if (Regression.isConstant(truth, weights)) {
      return Double.NaN;
    }
    double[] best = new double[truth.length];
    Arrays.fill(best, WeightedQuantile.of(truth, weights, alpha));
    return 1 - loss / mean(truth, best, alpha, weights);
  }
}
