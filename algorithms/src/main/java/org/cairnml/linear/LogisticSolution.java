package org.cairnml.linear;

/**
 * Where a search for coefficients ended.
 *
 * @param theta the coefficients of standardized features, class after class, each with its
 *     intercept last
 * @param value the objective there
 * @param iterations steps done
 * @param converged whether the tolerance was reached
 */
record LogisticSolution(double[] theta, double value, int iterations, boolean converged) {}
