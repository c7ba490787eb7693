package org.cairnml.metrics;

import java.util.Arrays;

/**
 * Twice the log-likelihood lost against a perfect prediction, for targets whose variance is mean to
 * the given power: 0 normal (squared error), 1 Poisson (counts), between 1 and 2 compound Poisson
 * (amounts with zeros), 2 gamma (positive amounts), 3 inverse Gaussian. Lower is better.
 *
 * <p>B. Jorgensen, Exponential dispersion models, 1987, doi:10.1111/j.2517-6161.1987.tb01685.x.
 */
public final class TweedieDeviance {

  private TweedieDeviance() {}

  /** The mean deviance of power 1: true values of at least 0, predictions above 0. */
  public static double poisson(double[] truth, double[] predicted) {
    return mean(truth, predicted, 1);
  }

  /** The same with a weight for each row. */
  public static double poisson(double[] truth, double[] predicted, double[] weights) {
    return mean(truth, predicted, 1, weights);
  }

  /** The mean deviance of power 2: true values and predictions above 0. */
  public static double gamma(double[] truth, double[] predicted) {
    return mean(truth, predicted, 2);
  }

  /** The same with a weight for each row. */
  public static double gamma(double[] truth, double[] predicted, double[] weights) {
    return mean(truth, predicted, 2, weights);
  }

  /**
   * The mean deviance of a power. Predictions must be above 0 unless the power is 0; true values
   * must be at least 0 for a power from 1 to below 2, and above 0 from 2.
   *
   * @throws org.cairnml.base.DataException if a value is outside that range, missing or not finite
   * @throws IllegalArgumentException for powers between 0 and 1, where there is no distribution
   */
  public static double mean(double[] truth, double[] predicted, double power) {
    return mean(truth, predicted, power, Weights.ones(truth.length));
  }

  /** The same with a weight for each row. */
  public static double mean(double[] truth, double[] predicted, double power, double[] weights) {
    if (!Double.isFinite(power) || power > 0 && power < 1) {
      throw new IllegalArgumentException("the power must not be between 0 and 1, but was " + power);
    }
    Require.numbers(truth, predicted);
    if (power != 0) {
      Require.positive("prediction", predicted, "a deviance of power " + power);
    }
    if (power >= 2) {
      Require.positive("true value", truth, "a deviance of power " + power);
    } else if (power >= 1) {
      Require.atLeastZero("true value", truth, "a deviance of power " + power);
    }
    return Regression.mean(truth, predicted, weights, (y, p) -> deviance(y, p, power));
  }

  private static double deviance(double y, double p, double power) {
    if (power == 0) {
      return (y - p) * (y - p);
    }
    if (power == 1) {
      return 2 * ((y == 0 ? 0 : y * Math.log(y / p)) - y + p);
    }
    if (power == 2) {
      return 2 * (Math.log(p / y) + y / p - 1);
    }
    double atTruth = y <= 0 ? 0 : Math.pow(y, 2 - power) / ((1 - power) * (2 - power));
    return 2
        * (atTruth
            - y * Math.pow(p, 1 - power) / (1 - power)
            + Math.pow(p, 2 - power) / (2 - power));
  }

  /**
   * 1 - deviance / (deviance of the mean of the true values): as R2 for this deviance; {@code NaN}
   * if all true values are equal.
   *
   * @throws org.cairnml.base.DataException as {@link #mean}
   * @throws IllegalArgumentException as {@link #mean}
   */
  public static double d2(double[] truth, double[] predicted, double power) {
    return d2(truth, predicted, power, Weights.ones(truth.length));
  }

  /** The same with a weight for each row. */
  public static double d2(double[] truth, double[] predicted, double power, double[] weights) {
    double loss = mean(truth, predicted, power, weights);
    if (Regression.isConstant(truth, weights)) {
      return Double.NaN;
    }
    double[] constant = new double[truth.length];
    Arrays.fill(constant, Regression.mean(truth, truth, weights, (y, p) -> y));
    return 1 - loss / mean(truth, constant, power, weights);
  }
}
