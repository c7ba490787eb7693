package org.cairnml.linear;

/** How long the steps of stochastic gradient descent are: at step t with the settings given. */
public enum LearningRate {
  /**
   * {@code 1 / (alpha (t0 + t))}, where t0 makes the first steps as long as coefficients are
   * expected to be.
   */
  OPTIMAL,
  /** {@code eta0}. */
  CONSTANT,
  /** {@code eta0 / t^power}. */
  INVERSE_SCALING,
  /** {@code eta0}, divided by 5 whenever the loss does not fall any more. */
  ADAPTIVE
}
