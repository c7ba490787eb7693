package org.cairnml.linear;

import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitSummary;

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

  /** The summary; warns unless the search has converged. */
  FitSummary summary(FitMonitor monitor) {
    FitSummary summary = monitor.summary(iterations, converged(), value);
    return ending == Ending.SEPARATED
        ? Warnings.of(
            "logistic regression: the features separate classes without error, so that without a"
                + " penalty coefficients grow without limit; they were stopped where they are,"
                + " and a penalty is the cure",
            summary)
        : Warnings.unlessConverged("logistic regression", summary);
  }
}
