package org.cairnml.linear;

/** The distribution of the target of a {@link GeneralizedLinearModel}, given the features. */
public enum Family {
  /** Normal: any number, the same variance everywhere. */
  GAUSSIAN,
  /** A share of successes, 0 to 1, or 0 and 1 alone; variance mu (1 - mu). */
  BINOMIAL,
  /** Counts, or rates with their exposure as weight; variance mu. */
  POISSON,
  /** Positive amounts; variance in proportion to mu^2. */
  GAMMA,
  /** Positive amounts with a heavy right tail; variance in proportion to mu^3. */
  INVERSE_GAUSSIAN,
  /** Variance in proportion to mu^power; with a power in (1, 2), amounts of which many are 0. */
  TWEEDIE
}
