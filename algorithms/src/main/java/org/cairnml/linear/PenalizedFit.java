package org.cairnml.linear;

import org.cairnml.base.Workers;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.linalg.Vector;

/**
 * Fits of an {@link ElasticNet} to one set of rows for any number of penalties, each started from
 * the one before.
 */
final class PenalizedFit {

  /** With more columns than this, X'X would cost more than it saves. */
  private static final int MOST_GRAM_COLUMNS = 4000;

  private final ElasticNet learner;
  private final CoordinateDescent descent;
  private final Vector xMean;
  private final double yMean;
  private final double total;

  PenalizedFit(ElasticNet learner, Dataset data, Workers workers, FitMonitor monitor) {
    this.learner = learner;
    CoordinateProblem problem;
    if (data.isSparse()) {
      var sparse = new SparseResidualUpdates(data, learner.intercept(), workers);
      problem = sparse;
      xMean = Vector.wrap(sparse.xMean());
      yMean = sparse.yMean();
    } else if (data.cols() <= data.rows() && data.cols() <= MOST_GRAM_COLUMNS) {
      var moments = Moments.of(data, learner.intercept(), workers);
      problem = new CovarianceUpdates(moments);
      xMean = Vector.wrap(moments.xMean());
      yMean = moments.yMean();
    } else {
      Centered centered = Centered.of(data, learner.intercept());
      problem = new ResidualUpdates(centered);
      xMean = Vector.wrap(centered.xMean());
      yMean = centered.yMean();
    }
    Overflow.refuse(xMean, problem.targetSquares());
    double sum = 0;
    for (int i = 0; i < data.rows(); i++) {
      sum += data.weight(i);
    }
    total = sum;
    descent =
        new CoordinateDescent(
            problem, learner.positive(), learner.tolerance(), learner.maxIterations(), monitor);
  }

  /**
   * A fitted line.
   *
   * @param objective in the units of {@link ElasticNet}
   */
  record Line(Vector b, double intercept, double objective, int sweeps, boolean converged) {}

  /** The smallest alpha for which all coefficients are 0, before the first fit. */
  double largestAlpha() {
    return descent.largestL1() / (total * learner.l1Ratio());
  }

  /** The fit for this alpha. */
  Line fit(double alpha) {
    double ratio = learner.l1Ratio();
    var found = descent.minimize(alpha * ratio * total, alpha * (1 - ratio) * total);
    Vector b = Vector.wrap(found.b());
    Overflow.refuse(b, found.objective());
    return new Line(
        b, yMean - xMean.dot(b), found.objective() / total, found.sweeps(), found.converged());
  }
}
