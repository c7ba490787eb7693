package org.cairnml.linear;

import java.util.Arrays;
import org.cairnml.base.Workers;
import org.cairnml.core.Dataset;
import org.cairnml.linalg.SparseMatrix;
import org.cairnml.linalg.Vector;

/**
 * Coordinate steps that keep the residuals of sparse rows: one costs as many operations as its
 * column has elements.
 */
final class SparseResidualUpdates implements CoordinateProblem {
  // Centring would fill the columns. So the residuals are those of columns that are not centred,
  // and what they lack, the sum of coefficients times means, is the same for all rows: offset.
  // Rows are multiplied by the roots of their weights.

  private final SparseMatrix columns;
  private final double[] mean;
  private final double[] squaredNorms;
  private final double[] target;
  private final double[] residual;
  private final double yMean;
  private final double total;
  private double offset;
  private double residualSum;

  SparseResidualUpdates(Dataset data, boolean intercept, Workers workers) {
    double[] weights = data.weights();
    var scale = Standardization.of(data, weights, intercept, workers);
    this.total = Arrays.stream(weights).sum();
    this.mean = scale.mean();
    this.squaredNorms = new double[mean.length];
    for (int j = 0; j < mean.length; j++) {
      double deviation = scale.constant()[j] ? 0 : scale.deviation()[j];
      squaredNorms[j] = total * deviation * deviation;
    }
    double[] y = data.target();
    this.yMean = intercept ? Vector.wrap(y).dot(Vector.wrap(weights)) / total : 0;
    double[] roots = Arrays.stream(weights).map(Math::sqrt).toArray();
    this.target = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      target[i] = roots[i] * (y[i] - yMean);
    }
    this.residual = target.clone();
    this.residualSum = Vector.wrap(roots).dot(Vector.wrap(residual));
    this.columns = data.sparse().timesRows(roots).transpose();
  }

  double[] xMean() {
    return mean.clone();
  }

  double yMean() {
    return yMean;
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
    return columns.rowDot(j, residual) - mean[j] * residualSum;
  }

  @Override
  public void move(int j, double change) {
    for (int q = columns.start(j); q < columns.start(j + 1); q++) {
      residual[columns.column(q)] -= change * columns.value(q);
    }
    offset += change * mean[j];
    residualSum -= change * total * mean[j];
  }

  @Override
  public double residualSquares(double[] b) {
    Vector r = Vector.wrap(residual);
    return Math.max(0, r.dot(r) + offset * (2 * residualSum + offset * total));
  }

  @Override
  public double targetTimesResidual(double[] b) {
    return Vector.wrap(target).dot(Vector.wrap(residual));
  }

  @Override
  public double targetSquares() {
    return Vector.wrap(target).dot(Vector.wrap(target));
  }
}
