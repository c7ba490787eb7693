package org.cairnml.optimize;

/**
 * Where a minimization ended.
 *
 * @param x the best point found
 * @param value the value there
 * @param gradientNorm the largest magnitude in the gradient there
 * @param iterations steps taken
 * @param evaluations how often the objective was computed
 * @param stop why it ended
 */
public record Minimum(
    double[] x, double value, double gradientNorm, int iterations, int evaluations, Stop stop) {

  /** Why a minimization ended. */
  public enum Stop {
    /** The gradient is within its tolerance. */
    GRADIENT,
    /** The value fell by less than its tolerance in one step. */
    VALUE,
    /** What could still be gained is less than the rounding error of the value. */
    PRECISION,
    /** The step limit was reached. */
    LIMIT,
    /** The listener asked for it. */
    LISTENER,
    /** No step along the descent direction lowers the value: the gradient may be wrong. */
    FAILED
  }

  /** Whether it ended at a minimum, as far as tolerances and rounding can tell. */
  public boolean converged() {
    return stop == Stop.GRADIENT || stop == Stop.VALUE || stop == Stop.PRECISION;
  }
}
