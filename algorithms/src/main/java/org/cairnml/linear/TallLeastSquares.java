package org.cairnml.linear;

import java.util.Arrays;
import java.util.Optional;
import org.cairnml.base.Workers;
import org.cairnml.core.Dataset;
import org.cairnml.linalg.Backends;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;
import org.cairnml.linalg.backend.Backend;

/** Least squares for many rows of few, not nearly dependent columns. */
final class TallLeastSquares {

  /** Below this many numbers the precise way costs little. */
  private static final int SMALLEST = 100_000;

  private static final int ROWS_PER_COLUMN = 4;

  /** How much the first solution may be off, relative to the largest scaled coefficient. */
  private static final double LARGEST_CORRECTION = 1e-7;

  private TallLeastSquares() {}

  /** The solution, or empty where shape or condition of the data ask for more care. */
  static Optional<LinearSolution> tryFit(
      Dataset data, boolean intercept, CovarianceType type, Workers workers) {
    int d = data.cols();
    if (type != CovarianceType.CLASSICAL
        || (long) data.rows() * d < SMALLEST
        || data.rows() < (long) ROWS_PER_COLUMN * d) {
      return Optional.empty();
    }
    double[] weights = data.isWeighted() ? data.weights() : null;
    double[] y = data.target();
    var moments = Moments.of(data.x(), y, weights, intercept, workers);
    return NormalEquations.tryOf(moments.gram(), 0)
        .flatMap(system -> refine(data.x(), y, weights, intercept, moments, system, workers));
  }

  private static Optional<LinearSolution> refine(
      Matrix x,
      double[] y,
      double[] weights,
      boolean intercept,
      Moments moments,
      NormalEquations system,
      Workers workers) {
    Vector b = system.solve(moments.cross());
    double b0 = moments.intercept(b);
    double[] sums = residualSums(x, y, weights, b, b0, moments.xMean(), workers);
    int d = x.cols();
    Vector pull = Vector.wrap(Arrays.copyOf(sums, d));
    Vector db = system.solve(pull);
    if (!(system.size(db) <= LARGEST_CORRECTION * system.size(b))) {
      return Optional.empty();
    }
    double total = sums[d + 2];
    double shift = intercept ? sums[d] / total : 0;
    double squares = sums[d + 1] - db.dot(pull) - total * shift * shift;
    int observations = x.rows();
    double logWeights = 0;
    if (weights != null) {
      observations = (int) Arrays.stream(weights).filter(w -> w > 0).count();
      logWeights = Arrays.stream(weights).filter(w -> w > 0).map(Math::log).sum();
    }
    double[] solution = b.plus(db).toArray();
    double[] estimates = solution;
    Matrix inverse = system.inverse();
    if (intercept) {
      estimates = new double[d + 1];
      System.arraycopy(solution, 0, estimates, 1, d);
      estimates[0] = b0 + shift - Vector.wrap(moments.xMean()).dot(db);
      inverse = withIntercept(inverse, moments.xMean(), total);
    }
    int[] kept = new int[estimates.length];
    Arrays.setAll(kept, j -> j);
    var sandwich = new Sandwich(CovarianceType.CLASSICAL, inverse, kept.length);
    return Optional.of(
        new LinearSolution(
            estimates,
            sandwich.classical(squares, observations),
            kept,
            observations,
            squares,
            moments.yy(),
            logWeights));
  }

  /**
   * With the residuals r = y - b0 - x b: d sums of w r (x - mean), then those of w r, w r^2 and w.
   */
  private static double[] residualSums(
      Matrix x,
      double[] y,
      double[] weights,
      Vector b,
      double b0,
      double[] means,
      Workers workers) {
    int d = x.cols();
    double[] total =
        RowSums.of(
            x.rows(),
            d + 3,
            workers,
            (from, to, sums) -> {
              Backend backend = Backends.get();
              for (int i = from; i < to; i++) {
                int row = x.offset() + i * x.stride();
                double w = weights == null ? 1 : weights[i];
                double r = y[i] - b0 - backend.dot(d, x.data(), row, b.data(), b.offset());
                backend.axpy(d, w * r, x.data(), row, sums, 0);
                sums[d] += w * r;
                sums[d + 1] += w * r * r;
                sums[d + 2] += w;
              }
            });
    Backends.get().axpy(d, -total[d], means, 0, total, 0);
    return total;
  }

  /**
   * The inverse of the Gram matrix with a column of ones in front, from that of centred columns.
   */
  private static Matrix withIntercept(Matrix inverse, double[] means, double total) {
    int d = means.length;
    Vector product = inverse.times(Vector.wrap(means));
    Matrix all = Matrix.zeros(d + 1, d + 1);
    all.set(0, 0, 1 / total + product.dot(Vector.wrap(means)));
    for (int i = 0; i < d; i++) {
      all.set(0, i + 1, -product.get(i));
      all.set(i + 1, 0, -product.get(i));
      for (int j = 0; j < d; j++) {
        all.set(i + 1, j + 1, inverse.get(i, j));
      }
    }
    return all;
  }
}
