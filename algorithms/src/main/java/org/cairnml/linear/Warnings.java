package org.cairnml.linear;

import java.lang.System.Logger.Level;
import org.cairnml.core.FitSummary;

/** Tells the log of fits that ended before their goal. */
final class Warnings {

  private static final System.Logger LOGGER = System.getLogger("org.cairnml.linear");

  private Warnings() {}

  /** Returns the summary; warns with this message. */
  static FitSummary of(String message, FitSummary summary) {
    LOGGER.log(Level.WARNING, message);
    return summary;
  }

  /** Returns the summary; warns if it has not converged. */
  static FitSummary unlessConverged(String learner, FitSummary summary) {
    if (!summary.converged()) {
      LOGGER.log(
          Level.WARNING,
          learner
              + " stopped after "
              + summary.iterations()
              + " iterations, before it converged; allow more of them, loosen the tolerance, or"
              + " scale the features");
    }
    return summary;
  }
}
