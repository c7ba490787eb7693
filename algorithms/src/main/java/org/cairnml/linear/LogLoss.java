package org.cairnml.linear;

import org.cairnml.linalg.Matrix;

/**
 * The log loss of rows as a function of the coefficients of standardized features, with its first
 * and second derivatives.
 *
 * <p>The coefficients theta are (k x p), row-major: one row for two classes (the log-odds of the
 * second), else one row a class; p is d plus 1 for the intercept, which stands last.
 */
interface LogLoss {

  /**
   * The same on every {@code step}-th row, which count {@code step} times as much; in the units of
   * this one.
   */
  LogLoss sample(int step);

  /** How many rows there are. */
  int rows();

  /** The sum of the rows' weights. */
  double total();

  /** Rows of coefficients: 1 for two classes, else as many as classes. */
  int k();

  /** Coefficients in a row, the intercept included. */
  int p();

  /** The loss; writes its gradient. */
  double valueAndGradient(double[] theta, double[] gradient);

  /** The loss; writes its gradient and the second derivatives. */
  double valueGradientAndHessian(double[] theta, double[] gradient, Matrix hessian);
}
