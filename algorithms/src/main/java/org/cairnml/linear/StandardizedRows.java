package org.cairnml.linear;

import org.cairnml.base.Workers;
import org.cairnml.core.Dataset;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;

/**
 * A copy of the features whose columns have mean 0 and deviation 1, with a last column of ones if
 * there is an intercept, so that units do not matter to a search for coefficients.
 *
 * @param x the rows (n x p)
 * @param scale what was done to the columns
 * @param intercept whether the last column is of ones
 */
record StandardizedRows(Matrix x, Standardization scale, boolean intercept) {

  static StandardizedRows of(Dataset data, boolean intercept, Workers workers) {
    Matrix in = data.x();
    var scale = Standardization.of(in, data.weights(), intercept, workers);
    Overflow.refuse(Vector.wrap(scale.deviation()), 0);
    Overflow.refuse(Vector.wrap(scale.mean()), 0);
    int d = in.cols();
    Matrix x = Matrix.zeros(in.rows(), intercept ? d + 1 : d);
    for (int i = 0; i < in.rows(); i++) {
      for (int j = 0; j < d; j++) {
        x.set(i, j, (in.get(i, j) - scale.mean()[j]) / scale.deviation()[j]);
      }
      if (intercept) {
        x.set(i, d, 1);
      }
    }
    return new StandardizedRows(x, scale, intercept);
  }

  /** The coefficients of the features that belong to those of the standardized ones. */
  Vector coefficients(double[] theta) {
    double[] b = new double[scale.mean().length];
    for (int j = 0; j < b.length; j++) {
      b[j] = theta[j] / scale.deviation()[j];
    }
    return Vector.wrap(b);
  }

  /** The intercept that belongs to the coefficients of the standardized features. */
  double intercept(double[] theta) {
    return intercept
        ? theta[theta.length - 1] - Vector.wrap(scale.mean()).dot(coefficients(theta))
        : 0;
  }
}
