package org.cairnml.linear;

/**
 * Where a search for coefficients ended.
 *
 * @param theta the coefficients of standardized features, class after class, each with its
 *     intercept last
 * @param value the objective there
 * @param iterations steps done
 * @param ending why it went no further
 */
record LogisticSolution(double[] theta, double value, int iterations, Ending ending) {

  /** Why a search ended. */
  enum Ending {
    /** The tolerance was reached. */
    CONVERGED,
    /** The limit of steps or the listener came first. */
    STOPPED,
    /** Classes can be separated without error, so that there is no minimum to reach. */
    SEPARATED;

    static Ending of(boolean converged) {
      return converged ? CONVERGED : STOPPED;
    }
  }

  boolean converged() {
    return ending == Ending.CONVERGED;
  }
}
