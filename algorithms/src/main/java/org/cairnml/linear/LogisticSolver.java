package org.cairnml.linear;

/** How the coefficients of a {@link LogisticRegression} are found; the result is the same. */
public enum LogisticSolver {
  /**
   * Newton's method up to some hundred coefficients, else L-BFGS, or accelerated proximal gradients
   * where magnitudes are penalized.
   */
  AUTO,
  /** Newton's method with all second derivatives: few, expensive steps. */
  NEWTON,
  /**
   * Limited-memory quasi-Newton: many cheap steps, for many coefficients; not for penalties on
   * magnitudes.
   */
  LBFGS
}
