package org.cairnml.metrics;

import org.cairnml.linalg.Matrix;

/**
 * Areas under curves of rows that may have several labels each: each label is a problem of two
 * classes. Truth is (n x k), 1 where the row has the label and 0 where not; scores are (n x k),
 * higher where the label is likelier. They are averaged over the labels: plainly ({@link
 * Average#MACRO}), by the rows that have them, or over all n k pairs of row and label at once
 * ({@link Average#MICRO}). Labels whose area is undefined are left out; {@code NaN} if all are.
 *
 * <p>For a metric of each row and its ranking of labels see {@link LabelRanking}, for predicted
 * labels {@link MultiLabelCounts}.
 */
public final class MultiLabelScores {

  private MultiLabelScores() {}

  /**
   * The averaged {@link BinaryScores#rocAuc}.
   *
   * @throws org.cairnml.base.DataException if shapes differ, there are no rows, truth is not 0 or
   *     1, or a score is not finite
   */
  public static double rocAuc(Matrix truth, Matrix scores, Average average) {
    return rocAuc(truth, scores, average, Weights.ones(truth.rows()));
  }

  /** The same with a weight for each row. */
  public static double rocAuc(Matrix truth, Matrix scores, Average average, double[] weights) {
    return labels(truth, scores, weights).average(average, BinaryScores::rocAuc);
  }

  /**
   * The averaged {@link BinaryScores#averagePrecision}.
   *
   * @throws org.cairnml.base.DataException as {@link #rocAuc}
   */
  public static double averagePrecision(Matrix truth, Matrix scores, Average average) {
    return averagePrecision(truth, scores, average, Weights.ones(truth.rows()));
  }

  /** The same with a weight for each row. */
  public static double averagePrecision(
      Matrix truth, Matrix scores, Average average, double[] weights) {
    return labels(truth, scores, weights).average(average, BinaryScores::averagePrecision);
  }

  private static OneVsRest labels(Matrix truth, Matrix scores, double[] weights) {
    Require.sameShape(truth, scores);
    Require.indicators("truth", truth);
    Require.finite("score", scores);
    Weights.check(truth.rows(), weights);
    return OneVsRest.of(truth, scores, weights);
  }
}
