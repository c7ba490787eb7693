package org.cairnml.linear;

import java.util.Arrays;
import org.cairnml.base.Workers;
import org.cairnml.core.Dataset;
import org.cairnml.linalg.SparseMatrix;
import org.cairnml.linalg.Vector;

/**
 * {@link Ridge} on sparse rows: its normal equations by conjugate gradients, scaled to a diagonal
 * of ones; centring takes place in the products alone.
 *
 * <p>Source: Golub and Van Loan, Matrix Computations, 4th ed., section 11.5.
 */
final class SparseRidge {

  private static final double TOLERANCE = 1e-12;
  private static final int STEPS_PER_COLUMN = 10;
  private static final int LEAST_STEPS = 1000;

  private final SparseMatrix x;
  private final Vector weights;
  private final Vector mean;
  private final double[] target;
  private final double yMean;
  private final double alpha;
  private final double[] diagonal;

  SparseRidge(Dataset data, double alpha, boolean intercept, Workers workers) {
    this.x = data.sparse();
    this.weights = Vector.wrap(data.weights());
    this.alpha = alpha;
    var scale = Standardization.of(data, data.weights(), intercept, workers);
    double total = Arrays.stream(data.weights()).sum();
    this.mean = Vector.wrap(scale.mean());
    this.target = data.target();
    this.yMean = intercept ? Vector.wrap(target).dot(weights) / total : 0;
    for (int i = 0; i < target.length; i++) {
      target[i] -= yMean;
    }
    this.diagonal = scale.deviation().clone();
    for (int j = 0; j < diagonal.length; j++) {
      diagonal[j] = total * diagonal[j] * diagonal[j] + alpha;
    }
  }

  /**
   * Where it ended.
   *
   * @param objective in the units of {@link Ridge}
   */
  record Solution(
      Vector b, double intercept, double objective, int iterations, boolean converged) {}

  /** The solution, to twelve digits of the gradient unless that takes too many steps. */
  Solution solve() {
    int d = x.cols();
    Vector b = Vector.wrap(new double[d]);
    Vector left = pull(Vector.wrap(target));
    double goal = TOLERANCE * left.norm2();
    Vector z = scaled(left);
    Vector direction = z;
    double size = left.dot(z);
    int steps = 0;
    int most = Math.max(LEAST_STEPS, Math.multiplyExact(STEPS_PER_COLUMN, Math.min(d, x.rows())));
    while (left.norm2() > goal && steps < most) {
      Vector product = pull(line(direction)).plus(direction.times(alpha));
      double length = size / direction.dot(product);
      if (!Double.isFinite(length)) {
        break;
      }
      b = b.plus(direction.times(length));
      left = left.minus(product.times(length));
      z = scaled(left);
      double next = left.dot(z);
      direction = z.plus(direction.times(next / size));
      size = next;
      steps++;
    }
    Vector residual = Vector.wrap(target).minus(line(b));
    double squares = alpha * b.dot(b);
    for (int i = 0; i < residual.size(); i++) {
      squares += weights.get(i) * residual.get(i) * residual.get(i);
    }
    return new Solution(b, yMean - mean.dot(b), squares, steps, left.norm2() <= goal);
  }

  /** What coefficients make of the centred rows (n). */
  private Vector line(Vector b) {
    double[] line = x.times(b).toArray();
    double shift = mean.dot(b);
    for (int i = 0; i < line.length; i++) {
      line[i] -= shift;
    }
    return Vector.wrap(line);
  }

  /** The weighted products of values of the rows with the centred columns (d). */
  private Vector pull(Vector values) {
    double[] weighted = values.toArray();
    double sum = 0;
    for (int i = 0; i < weighted.length; i++) {
      weighted[i] *= weights.get(i);
      sum += weighted[i];
    }
    return x.transposeTimes(Vector.wrap(weighted)).minus(mean.times(sum));
  }

  private Vector scaled(Vector v) {
    double[] all = v.toArray();
    for (int j = 0; j < all.length; j++) {
      all[j] /= diagonal[j];
    }
    return Vector.wrap(all);
  }
}
