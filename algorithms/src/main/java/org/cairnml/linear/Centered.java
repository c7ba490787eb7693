package org.cairnml.linear;

import org.cairnml.core.Dataset;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;

/**
 * A regression problem without its intercept: weighted means subtracted, rows scaled by the square
 * root of their weight.
 *
 * @param x centred features (n x d)
 * @param y centred target (n)
 * @param xMean what was subtracted from each column (d)
 * @param yMean what was subtracted from the target
 */
record Centered(Matrix x, Vector y, Vector xMean, double yMean) {

  /** Centres a copy of the data, or only weights it where there is no intercept. */
  static Centered of(Dataset data, boolean intercept) {
    Matrix x = data.x().copy();
    Vector y = Vector.wrap(data.target());
    double[] weights = data.weights();
    double[] xMean = new double[x.cols()];
    double yMean = 0;
    if (intercept) {
      double total = 0;
      for (int i = 0; i < x.rows(); i++) {
        total += weights[i];
        yMean += weights[i] * (y.get(i) - yMean) / total;
        for (int j = 0; j < xMean.length; j++) {
          xMean[j] += weights[i] * (x.get(i, j) - xMean[j]) / total;
        }
      }
    }
    for (int i = 0; i < x.rows(); i++) {
      double root = Math.sqrt(weights[i]);
      y.set(i, root * (y.get(i) - yMean));
      for (int j = 0; j < xMean.length; j++) {
        x.set(i, j, root * (x.get(i, j) - xMean[j]));
      }
    }
    return new Centered(x, y, Vector.wrap(xMean), yMean);
  }

  /** The intercept that belongs to the coefficients {@code b} of the centred problem. */
  double intercept(Vector b) {
    return yMean - xMean.dot(b);
  }
}
