package org.cairnml.linear;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** How the mean of the target depends on the sum of weighted features, the linear predictor. */
public enum Link {
  /** Identity for the normal family, logit for the binomial one, log for all others. */
  AUTO(Link::unknown, Link::unknown, Link::unknown),
  /** The mean itself. */
  IDENTITY(mean -> mean, eta -> eta, eta -> 1),
  /** The logarithm: effects multiply. */
  LOG(Math::log, Math::exp, Math::exp),
  /** The log-odds. */
  LOGIT(
      mean -> Math.log(mean) - Math.log1p(-mean),
      eta -> 1 / (1 + Math.exp(-eta)),
      Link::logisticDensity),
  /** The quantile of the standard normal distribution. */
  PROBIT(
      Normal.CURVE::inverseCumulativeProbability,
      Normal.CURVE::cumulativeProbability,
      Normal.CURVE::density),
  /** The reciprocal. */
  INVERSE(mean -> 1 / mean, eta -> 1 / eta, eta -> -1 / (eta * eta)),
  /** log(-log(1 - mean)): shares that come from counts of which only "some" is seen. */
  CLOGLOG(
      mean -> Math.log(-Math.log1p(-mean)),
      eta -> -Math.expm1(-Math.exp(eta)),
      eta -> Math.exp(eta - Math.exp(eta)));

  private final DoubleUnaryOperator link;
  private final DoubleUnaryOperator inverse;
  private final DoubleUnaryOperator slope;

  Link(DoubleUnaryOperator link, DoubleUnaryOperator inverse, DoubleUnaryOperator slope) {
    this.link = link;
    this.inverse = inverse;
    this.slope = slope;
  }

  private static final class Normal {
    static final NormalDistribution CURVE = NormalDistribution.of(0, 1);
  }

  private static double unknown(double value) {
    throw new IllegalStateException("chosen by the family");
  }

  private static double logisticDensity(double eta) {
    double small = Math.exp(-Math.abs(eta));
    return small / ((1 + small) * (1 + small));
  }

  /** The linear predictor at a mean. */
  double of(double mean) {
    return link.applyAsDouble(mean);
  }

  /** The mean at a linear predictor. */
  double inverse(double eta) {
    return inverse.applyAsDouble(eta);
  }

  /** The derivative of the mean by the linear predictor. */
  double inverseDerivative(double eta) {
    return slope.applyAsDouble(eta);
  }
}
