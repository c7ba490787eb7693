package org.cairnml.boosting;

/**
 * A loss of your own of classes or of ranked rows, for {@link
 * GradientBoostingClassifier#fit(org.cairnml.core.Dataset, org.cairnml.core.FitOptions, OwnLoss)}
 * and {@link GradientBoostingRanker#fit(org.cairnml.core.Dataset, org.cairnml.core.FitOptions,
 * OwnLoss)}; that of a number is a {@link Loss}. It sees rows in blocks of m: of classes any rows,
 * of ranks those of one query. Implementations must be immutable, since blocks are done in
 * parallel.
 *
 * <p>Targets are the numbers of the classes, in the order of the model's classes, or relevances. A
 * row has k scores: 1 for up to two classes (then the log-odds of class 1) and for ranks, else one
 * a class. The logistic loss that counts one kind of error ten times, for example:
 *
 * <pre>{@code
 * record CostlyMisses(double cost) implements OwnLoss {
 *
 *   public double[] start(double[] targets, double[] weights) {
 *     return new double[] {0};
 *   }
 *
 *   public double value(double[] targets, double[] weights, double[][] scores) {
 *     double sum = 0;
 *     for (int i = 0; i < targets.length; i++) {
 *       double s = scores[0][i];
 *       sum += weights[i] * (targets[i] == 1
 *           ? cost * Math.log1p(Math.exp(-s))
 *           : Math.log1p(Math.exp(s)));
 *     }
 *     return sum;
 *   }
 *
 *   public void derivatives(
 *       double[] targets, double[][] scores, double[][] first, double[][] second) {
 *     for (int i = 0; i < targets.length; i++) {
 *       double p = 1 / (1 + Math.exp(-scores[0][i]));
 *       double factor = targets[i] == 1 ? cost : 1;
 *       first[0][i] = factor * (p - targets[i]);
 *       second[0][i] = factor * p * (1 - p);
 *     }
 *   }
 * }
 *
 * var model = new GradientBoostingClassifier().fit(data, new FitOptions(), new CostlyMisses(10));
 * }</pre>
 */
public interface OwnLoss {

  /** How many scores a row has: k. */
  default int outputs() {
    return 1;
  }

  /**
   * The scores (k) that are best for all rows, roughly; where the boosting starts.
   *
   * @param targets of all rows (n)
   * @param weights of all rows (n), 1 where the data have none
   */
  double[] start(double[] targets, double[] weights);

  /**
   * The loss of a block: of classes the sum of the rows' losses times their weights, of ranks the
   * loss of the query. It is what early stopping follows and what the fit reports.
   *
   * @param targets of the block (m)
   * @param weights of the block (m)
   * @param scores of the block (k x m)
   */
  double value(double[] targets, double[] weights, double[][] scores);

  /**
   * Writes the first and second derivatives of the rows' losses by their own scores, without
   * weights. The second may be an upper bound or 1 where it is not useful, but must not be
   * negative.
   *
   * @param targets of the block (m)
   * @param scores of the block (k x m)
   * @param first receives the first derivatives (k x m)
   * @param second receives the second derivatives (k x m)
   */
  void derivatives(double[] targets, double[][] scores, double[][] first, double[][] second);

  /** How the scores of more than two classes become probabilities. */
  default ClassLink link() {
    return ClassLink.SOFTMAX;
  }
}
