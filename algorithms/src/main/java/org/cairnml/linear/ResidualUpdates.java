package org.cairnml.linear;

import org.cairnml.linalg.Backends;
import org.cairnml.linalg.backend.Backend;

/** Coordinate steps that keep the residuals: one costs n operations, whatever the columns. */
final class ResidualUpdates implements CoordinateProblem {

  private final Backend backend = Backends.get();
  private final double[] columns;
  private final double[] target;
  private final double[] residual;
  private final double[] squaredNorms;
  private final int n;

  ResidualUpdates(Centered centered) {
    this.n = centered.x().rows();
    this.columns = centered.x().transpose().copy().data();
    this.target = centered.y();
    this.residual = target.clone();
    this.squaredNorms = new double[centered.x().cols()];
    for (int j = 0; j < squaredNorms.length; j++) {
      squaredNorms[j] = backend.dot(n, columns, j * n, columns, j * n);
    }
  }

  @Override
  public int size() {
    return squaredNorms.length;
  }

  @Override
  public double squaredNorm(int j) {
    return squaredNorms[j];
  }

  @Override
  public double correlation(int j) {
    return backend.dot(n, columns, j * n, residual, 0);
  }

  @Override
  public void move(int j, double change) {
    backend.axpy(n, -change, columns, j * n, residual, 0);
  }

  @Override
  public double residualSquares(double[] b) {
    return backend.dot(n, residual, 0, residual, 0);
  }

  @Override
  public double targetTimesResidual(double[] b) {
    return backend.dot(n, target, 0, residual, 0);
  }

  @Override
  public double targetSquares() {
    return backend.dot(n, target, 0, target, 0);
  }
}
