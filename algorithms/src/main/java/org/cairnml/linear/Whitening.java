package org.cairnml.linear;

import org.cairnml.base.DataException;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SymmetricEigen;

/**
 * The linear map after which a covariance is the identity, in the directions that vary at all. A
 * direction varies if, with columns scaled to variance 1, its variance is more than 1e-8, as in
 * scikit-learn.
 *
 * @param map the map (d x r)
 * @param logDeterminant of the covariance within the r directions
 */
record Whitening(Matrix map, double logDeterminant) {

  private static final double LEAST_VARIANCE = 1e-8;

  static Whitening of(Matrix covariance) {
    int d = covariance.rows();
    double[] deviation = new double[d];
    double logDeterminant = 0;
    for (int j = 0; j < d; j++) {
      deviation[j] = Math.sqrt(covariance.get(j, j));
      if (!Double.isFinite(deviation[j])) {
        throw Overflow.found();
      }
      if (deviation[j] < Math.sqrt(Double.MIN_NORMAL)) {
        deviation[j] = 0;
      } else {
        logDeterminant += 2 * Math.log(deviation[j]);
      }
    }
    Matrix correlation = Matrix.zeros(d, d);
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        if (deviation[i] > 0 && deviation[j] > 0) {
          correlation.set(i, j, covariance.get(i, j) / deviation[i] / deviation[j]);
        }
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(correlation);
    double[] values = eigen.values();
    int rank = 0;
    int[] directions = new int[d];
    for (int r = 0; r < d; r++) {
      if (values[r] > LEAST_VARIANCE) {
        directions[rank++] = r;
        logDeterminant += Math.log(values[r]);
      }
    }
    Matrix map = Matrix.zeros(d, rank);
    for (int r = 0; r < rank; r++) {
      double scale = 1 / Math.sqrt(values[directions[r]]);
      for (int j = 0; j < d; j++) {
        if (deviation[j] > 0) {
          map.set(j, r, eigen.vectors().get(j, directions[r]) * scale / deviation[j]);
        }
      }
    }
    return new Whitening(map, logDeterminant);
  }

  int rank() {
    return map.cols();
  }

  /** Refuses a covariance none of whose columns vary. */
  Whitening orRefuse() {
    if (rank() == 0) {
      throw new DataException(
          "no column varies within a class, so that there is no covariance to measure distances by;"
              + " a decision tree may do");
    }
    return this;
  }
}
