package org.cairnml.linear;

import org.cairnml.linalg.Backends;
import org.cairnml.linalg.backend.Backend;

/**
 * Coordinate steps that need X'X, X'y and y'y only: one costs d operations, whatever the number of
 * rows.
 */
final class CovarianceUpdates implements CoordinateProblem {

  private final Backend backend = Backends.get();
  private final double[] gram;
  private final double[] cross;
  private final double[] correlation;
  private final double targetSquares;
  private final int d;

  CovarianceUpdates(Moments moments) {
    this.d = moments.gram().rows();
    this.gram = moments.gram().copy().data();
    this.cross = moments.cross().toArray();
    this.correlation = cross.clone();
    this.targetSquares = moments.yy();
  }

  @Override
  public int size() {
    return d;
  }

  @Override
  public double squaredNorm(int j) {
    return gram[j * d + j];
  }

  @Override
  public double correlation(int j) {
    return correlation[j];
  }

  @Override
  public void move(int j, double change) {
    backend.axpy(d, -change, gram, j * d, correlation, 0);
  }

  @Override
  public double residualSquares(double[] b) {
    double sum = targetSquares;
    for (int j = 0; j < d; j++) {
      sum -= b[j] * (cross[j] + correlation[j]);
    }
    return Math.max(0, sum);
  }

  @Override
  public double targetTimesResidual(double[] b) {
    return targetSquares - backend.dot(d, b, 0, cross, 0);
  }

  @Override
  public double targetSquares() {
    return targetSquares;
  }
}
