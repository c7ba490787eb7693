package org.cairnml.boosting;

/** What {@link GradientBoostingRegressor} makes small, of target y and prediction p. */
public enum RegressionLoss {
  /** Half the squared error: p estimates the mean. */
  SQUARED,
  /** The absolute error: p estimates the median. */
  ABSOLUTE,
  /** Squared near the target, absolute from {@code huberDelta} on. */
  HUBER,
  /** The pinball loss: p estimates the quantile {@code quantile}. */
  QUANTILE,
  /** The Poisson likelihood of counts: y at least 0, p its positive mean. */
  POISSON,
  /** The gamma likelihood: y positive, p its mean. */
  GAMMA,
  /** The Tweedie likelihood of variance power {@code tweediePower}: y at least 0, p its mean. */
  TWEEDIE
}
