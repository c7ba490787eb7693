package org.cairnml.linear;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** How the mean of the target depends on the sum of weighted features, the linear predictor. */
public enum Link {
  /** Identity for the normal family, logit for the binomial one, log for all others. */
  AUTO {
    @Override
    double of(double mean) {
      throw new IllegalStateException("chosen by the family");
    }

    @Override
    double inverse(double eta) {
      throw new IllegalStateException("chosen by the family");
    }

    @Override
    double inverseDerivative(double eta) {
      throw new IllegalStateException("chosen by the family");
    }
  },
  /** The mean itself. */
  IDENTITY {
    @Override
    double of(double mean) {
      return mean;
    }

    @Override
    double inverse(double eta) {
      return eta;
    }

    @Override
    double inverseDerivative(double eta) {
      return 1;
    }
  },
  /** The logarithm: effects multiply. */
  LOG {
    @Override
    double of(double mean) {
      return Math.log(mean);
    }

    @Override
    double inverse(double eta) {
      return Math.exp(eta);
    }

    @Override
    double inverseDerivative(double eta) {
      return Math.exp(eta);
    }
  },
  /** The log-odds. */
  LOGIT {
    @Override
    double of(double mean) {
      return Math.log(mean) - Math.log1p(-mean);
    }

    @Override
    double inverse(double eta) {
      return 1 / (1 + Math.exp(-eta));
    }

    @Override
    double inverseDerivative(double eta) {
      double small = Math.exp(-Math.abs(eta));
      return small / ((1 + small) * (1 + small));
    }
  },
  /** The quantile of the standard normal distribution. */
  PROBIT {
    @Override
    double of(double mean) {
      return NORMAL.inverseCumulativeProbability(mean);
    }

    @Override
    double inverse(double eta) {
      return NORMAL.cumulativeProbability(eta);
    }

    @Override
    double inverseDerivative(double eta) {
      return NORMAL.density(eta);
    }
  },
  /** The reciprocal. */
  INVERSE {
    @Override
    double of(double mean) {
      return 1 / mean;
    }

    @Override
    double inverse(double eta) {
      return 1 / eta;
    }

    @Override
    double inverseDerivative(double eta) {
      return -1 / (eta * eta);
    }
  },
  /** log(-log(1 - mean)): shares that come from counts of which only "some" is seen. */
  CLOGLOG {
    @Override
    double of(double mean) {
      return Math.log(-Math.log1p(-mean));
    }

    @Override
    double inverse(double eta) {
      return -Math.expm1(-Math.exp(eta));
    }

    @Override
    double inverseDerivative(double eta) {
      return Math.exp(eta - Math.exp(eta));
    }
  };

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** The linear predictor at a mean. */
  abstract double of(double mean);

  /** The mean at a linear predictor. */
  abstract double inverse(double eta);

  /** The derivative of the mean by the linear predictor. */
  abstract double inverseDerivative(double eta);
}
