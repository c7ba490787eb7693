package org.cairnml.metrics;

import org.cairnml.base.DataException;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;

/**
 * The mean of max(0, 1 - margin), the loss of support vector machines; lower is better.
 *
 * <p>For several classes the margin is that of the true class over the best other one: K. Crammer,
 * Y. Singer, On the algorithmic implementation of multiclass kernel-based vector machines, 2001.
 */
public final class HingeLoss {

  private HingeLoss() {}

  /**
   * The loss of two classes.
   *
   * @param decisions (n) positive for the second class, negative for the first
   * @throws DataException if there are not two classes, or decisions are missing or not finite
   */
  public static double of(Labels truth, double[] decisions) {
    return of(truth, decisions, Weights.ones(truth.size()));
  }

  /** The same with a weight for each row. */
  public static double of(Labels truth, double[] decisions, double[] weights) {
    boolean[] positive = BinaryScores.positives(truth);
    Require.sameLength(positive.length, decisions.length);
    Require.finite("decision", decisions);
    Weights.check(positive.length, weights);
    return Weights.mean(
        weights, i -> Math.max(0, 1 - (positive[i] ? decisions[i] : -decisions[i])));
  }

  /**
   * The loss of several classes.
   *
   * @param decisions (n x k), columns as {@code truth.classes()}, the highest is the prediction
   * @throws DataException if there is not a column for each class and a row for each label, or
   *     decisions are not finite
   */
  public static double of(Labels truth, Matrix decisions) {
    return of(truth, decisions, Weights.ones(truth.size()));
  }

  /** The same with a weight for each row. */
  public static double of(Labels truth, Matrix decisions, double[] weights) {
    int k = truth.classes().size();
    Require.sameLength(truth.size(), decisions.rows());
    if (decisions.cols() != k || k < 2) {
      throw new DataException(
          "the decisions have %d columns for %d classes; give one for each of at least two"
              .formatted(decisions.cols(), k));
    }
    Require.finite("decision", decisions);
    Weights.check(truth.size(), weights);
    return Weights.mean(weights, i -> Math.max(0, 1 - margin(truth.code(i), decisions, i)));
  }

  /** How far the decision for the true class is above the best other one. */
  private static double margin(int code, Matrix decisions, int row) {
    double bestOther = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < decisions.cols(); c++) {
      if (c != code) {
        bestOther = Math.max(bestOther, decisions.get(row, c));
      }
    }
    return decisions.get(row, code) - bestOther;
  }
}
