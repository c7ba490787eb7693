package org.cairnml.optimize;

/** A differentiable function of many variables, to be minimized. */
@FunctionalInterface
public interface Objective {

  /**
   * The value at {@code x}; writes the gradient there, all of it, to {@code gradient}. A value that
   * is NaN or infinite says that {@code x} is outside the domain; the search then takes shorter
   * steps.
   *
   * @param x the point, not modified
   * @param gradient as long as {@code x}; what it holds before the call is not meaningful
   */
  double valueAndGradient(double[] x, double[] gradient);
}
