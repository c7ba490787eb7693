package org.cairnml.base;

/**
 * Listens to long work, and may stop it. Called from one thread at a time, in order.
 *
 * <p>Work that is stopped returns what it has, with {@code converged = false} in its summary.
 */
@FunctionalInterface
public interface Progress {

  /** What the listener wants. */
  enum Answer {
    /** Go on. */
    CONTINUE,
    /** End after this step and return what there is. */
    STOP
  }

  /**
   * One step of the work.
   *
   * @param task what is being done, for a person to read
   * @param done steps done so far, from 1
   * @param total steps at most
   * @param objective what the work minimizes, or NaN where there is no such number
   */
  record Step(String task, long done, long total, double objective) {}

  /** Hears that a step is done. */
  Answer onStep(Step step);

  /** A listener that hears nothing and stops nothing. */
  static Progress none() {
    return step -> Answer.CONTINUE;
  }
}
