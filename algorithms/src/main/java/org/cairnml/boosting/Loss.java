package org.cairnml.boosting;

import java.util.OptionalDouble;
import org.cairnml.base.DataException;

/**
 * What a boosting makes small: a loss of each row's target y and score s, where the score is the
 * sum of the trees. Implement it for a loss of your own and hand it to {@link
 * GradientBoostingRegressor#fit(org.cairnml.core.Dataset, org.cairnml.core.FitOptions, Loss)}.
 * Implementations must be immutable; weights of rows are taken care of elsewhere.
 *
 * <p>Half the squared error, for example:
 *
 * <pre>{@code
 * record SquaredError() implements Loss {
 *
 *   public double value(double y, double score) {
 *     return (y - score) * (y - score) / 2;
 *   }
 *
 *   public void derivatives(
 *       double[] y, double[] score, int from, int to, double[] first, double[] second) {
 *     for (int i = from; i < to; i++) {
 *       first[i] = score[i] - y[i];
 *       second[i] = 1;
 *     }
 *   }
 *
 *   public double start(double[] y, double[] weights) {
 *     double sum = 0;
 *     double total = 0;
 *     for (int i = 0; i < y.length; i++) {
 *       sum += weights[i] * y[i];
 *       total += weights[i];
 *     }
 *     return sum / total;
 *   }
 * }
 *
 * var model = new GradientBoostingRegressor().fit(data, new FitOptions(), new SquaredError());
 * }</pre>
 */
public interface Loss {

  /** The loss of one row. */
  double value(double y, double score);

  /**
   * Writes the first and second derivatives by the score of the rows {@code from} to {@code to -
   * 1}. The second may be an upper bound or 1 where it is not useful, but must not be negative.
   *
   * @param y targets (n)
   * @param score scores (n)
   * @param first receives the first derivatives (n)
   * @param second receives the second derivatives (n)
   */
  void derivatives(double[] y, double[] score, int from, int to, double[] first, double[] second);

  /**
   * The one score that is best for all rows, roughly; where the boosting starts.
   *
   * @param y targets (n)
   * @param weights of the rows (n), 1 where the data have none
   */
  double start(double[] y, double[] weights);

  /** How a score becomes a prediction. */
  default Link link() {
    return Link.IDENTITY;
  }

  /**
   * The quantile of the residuals y - s in a leaf that is the leaf's best value, for losses whose
   * second derivative says nothing; empty if leaf values come from the derivatives.
   */
  default OptionalDouble leafQuantile() {
    return OptionalDouble.empty();
  }

  /**
   * Refuses a target that the loss is not defined for.
   *
   * @throws DataException that names row and value
   */
  default void check(double[] y) {}
}
