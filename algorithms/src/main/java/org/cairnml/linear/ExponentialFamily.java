package org.cairnml.linear;

import org.apache.commons.statistics.distribution.GammaDistribution;
import org.cairnml.base.DataException;

/**
 * What the fit of a generalized linear model has to know of a {@link Family}. All but the binomial
 * one have a variance in proportion to a power of the mean.
 *
 * <p>Source: McCullagh and Nelder, Generalized Linear Models, 2nd ed., chapter 2; Jorgensen, The
 * Theory of Dispersion Models, 1997.
 *
 * @param family the family
 * @param power the power of the mean; not used by the binomial family
 */
record ExponentialFamily(Family family, double power) {

  private static final double ROUNDING = 0x1p-52;
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  static ExponentialFamily of(Family family, double tweediePower) {
    return new ExponentialFamily(
        family,
        switch (family) {
          case GAUSSIAN, BINOMIAL -> 0;
          case POISSON -> 1;
          case GAMMA -> 2;
          case INVERSE_GAUSSIAN -> 3;
          case TWEEDIE -> tweediePower;
        });
  }

  private boolean isBinomial() {
    return family == Family.BINOMIAL;
  }

  /** Whether the variance is known but for the mean. */
  boolean hasUnitDispersion() {
    return isBinomial() || family == Family.POISSON;
  }

  /** Refuses a target that cannot come from this family. */
  void check(double[] y) {
    for (int i = 0; i < y.length; i++) {
      boolean possible =
          isBinomial() ? y[i] >= 0 && y[i] <= 1 : power == 0 || (power < 2 ? y[i] >= 0 : y[i] > 0);
      if (!possible) {
        throw new DataException(
            "row "
                + i
                + ": the target is "
                + y[i]
                + ", but the family "
                + family
                + " needs "
                + (isBinomial() ? "shares in [0, 1]" : power < 2 ? "values >= 0" : "values > 0"));
      }
    }
  }

  /** The mean as near as it may come to the ends of its range. */
  double bounded(double mean) {
    return isBinomial() && mean >= 0 && mean <= 1
        ? Math.max(ROUNDING, Math.min(1 - ROUNDING, mean))
        : mean;
  }

  boolean allows(double mean) {
    return isBinomial() ? mean > 0 && mean < 1 : Double.isFinite(mean) && (power == 0 || mean > 0);
  }

  double variance(double mean) {
    return isBinomial() ? mean * (1 - mean) : Math.pow(mean, power);
  }

  /** Twice the difference of log-likelihoods between a perfect fit and this mean. */
  double deviance(double y, double mean) {
    if (isBinomial()) {
      return 2 * (xLogXOverY(y, mean) + xLogXOverY(1 - y, 1 - mean));
    }
    if (power == 0) {
      return (y - mean) * (y - mean);
    }
    if (power == 1) {
      return 2 * (xLogXOverY(y, mean) - (y - mean));
    }
    if (power == 2) {
      return 2 * ((y - mean) / mean - Math.log(y / mean));
    }
    if (power == 3) {
      return (y - mean) * (y - mean) / (y * mean * mean);
    }
    double a = 1 - power;
    double b = 2 - power;
    return 2 * (Math.pow(y, b) / (a * b) - y * Math.pow(mean, a) / a + Math.pow(mean, b) / b);
  }

  private static double xLogXOverY(double x, double y) {
    return x == 0 ? 0 : x * Math.log(x / y);
  }

  /** The logarithm of the density of y; NaN for Tweedie's, which has no closed form. */
  double logDensity(double y, double mean, double dispersion) {
    return switch (family) {
      case GAUSSIAN ->
          -0.5 * ((y - mean) * (y - mean) / dispersion + Math.log(dispersion) + LOG_TWO_PI);
      case BINOMIAL -> xLogY(y, mean) + xLogY(1 - y, 1 - mean);
      case POISSON -> xLogY(y, mean) - mean - logGamma(y + 1);
      case GAMMA -> GammaDistribution.of(1 / dispersion, mean * dispersion).logDensity(y);
      case INVERSE_GAUSSIAN ->
          -0.5
              * (deviance(y, mean) / dispersion
                  + Math.log(dispersion)
                  + 3 * Math.log(y)
                  + LOG_TWO_PI);
      case TWEEDIE -> Double.NaN;
    };
  }

  private static double xLogY(double x, double y) {
    return x == 0 ? 0 : x * Math.log(y);
  }

  /** The density of a gamma distribution with scale 1 is exp(-1) / Gamma(shape) at 1. */
  private static double logGamma(double shape) {
    return -1 - GammaDistribution.of(shape, 1).logDensity(1);
  }
}
