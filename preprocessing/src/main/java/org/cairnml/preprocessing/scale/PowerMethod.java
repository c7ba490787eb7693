package org.cairnml.preprocessing.scale;

/** A family of power transforms with one parameter, lambda. */
public enum PowerMethod {
  /** For values of any sign: Yeo and Johnson 2000, doi:10.1093/biomet/87.4.954. */
  YEO_JOHNSON {
    @Override
    double apply(double x, double lambda) {
      if (x >= 0) {
        return boxCoxOfLog(Math.log1p(x), lambda);
      }
      return -boxCoxOfLog(Math.log1p(-x), 2 - lambda);
    }

    @Override
    double invert(double y, double lambda) {
      if (y >= 0) {
        return Math.expm1(logOfBoxCox(y, lambda));
      }
      return -Math.expm1(logOfBoxCox(-y, 2 - lambda));
    }

    @Override
    double logDerivative(double x) {
      return Math.signum(x) * Math.log1p(Math.abs(x));
    }
  },
  /** For positive values: Box and Cox 1964, doi:10.1111/j.2517-6161.1964.tb00553.x. */
  BOX_COX {
    @Override
    double apply(double x, double lambda) {
      return boxCoxOfLog(Math.log(x), lambda);
    }

    @Override
    double invert(double y, double lambda) {
      return Math.exp(logOfBoxCox(y, lambda));
    }

    @Override
    double logDerivative(double x) {
      return Math.log(x);
    }
  };

  /** Whether the value has a transform. */
  boolean accepts(double x) {
    return this == YEO_JOHNSON || x > 0;
  }

  /** The transformed value. */
  abstract double apply(double x, double lambda);

  /** The value that is transformed to {@code y}. */
  abstract double invert(double y, double lambda);

  /** The logarithm of the derivative of {@link #apply} at x, divided by lambda - 1. */
  abstract double logDerivative(double x);

  /** (z^lambda - 1) / lambda of z = e^log, exact for small lambda too. */
  private static double boxCoxOfLog(double log, double lambda) {
    return lambda == 0 ? log : Math.expm1(lambda * log) / lambda;
  }

  private static double logOfBoxCox(double y, double lambda) {
    return lambda == 0 ? y : Math.log1p(lambda * y) / lambda;
  }
}
