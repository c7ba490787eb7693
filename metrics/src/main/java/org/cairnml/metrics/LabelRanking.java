package org.cairnml.metrics;

import org.cairnml.linalg.Matrix;

/**
 * How well scores rank the labels of rows that may have several each (multi-label). Truth and
 * scores are (n x k): 1 where the row has the label and 0 where not, and higher where the label is
 * likelier. Equal scores share the worst of their ranks, as in scikit-learn.
 *
 * <p>G. Tsoumakas, I. Katakis, I. Vlahavas, Mining multi-label data, 2010,
 * doi:10.1007/978-0-387-09823-4_34.
 */
public final class LabelRanking {

  private LabelRanking() {}

  /**
   * The mean share of true labels among those ranked at least as high as a true label, over the
   * true labels and rows. Higher is better, 1 is best; a row with no label or all labels counts as
   * 1.
   *
   * @throws org.cairnml.base.DataException if shapes differ, there are no rows, truth is not 0 or
   *     1, or a score is not finite
   */
  public static double averagePrecision(Matrix truth, Matrix scores) {
    return averagePrecision(truth, scores, Weights.ones(truth.rows()));
  }

  /** The same with a weight for each row. */
  public static double averagePrecision(Matrix truth, Matrix scores, double[] weights) {
    return mean(
        truth,
        scores,
        weights,
        (i, labels) -> {
          if (labels == 0 || labels == truth.cols()) {
            return 1;
          }
          double sum = 0;
          for (int c = 0; c < truth.cols(); c++) {
            if (truth.get(i, c) == 1) {
              int rank = 0;
              int trueRank = 0;
              for (int other = 0; other < truth.cols(); other++) {
                if (scores.get(i, other) >= scores.get(i, c)) {
                  rank++;
                  trueRank += (int) truth.get(i, other);
                }
              }
              sum += (double) trueRank / rank;
            }
          }
          return sum / labels;
        });
  }

  /**
   * How far down the ranking one has to go to find all true labels, in the mean over the rows.
   * Lower is better; the best is the mean number of labels. A row without labels counts as 0.
   *
   * @throws org.cairnml.base.DataException as {@link #averagePrecision}
   */
  public static double coverageError(Matrix truth, Matrix scores) {
    return coverageError(truth, scores, Weights.ones(truth.rows()));
  }

  /** The same with a weight for each row. */
  public static double coverageError(Matrix truth, Matrix scores, double[] weights) {
    return mean(
        truth,
        scores,
        weights,
        (i, labels) -> {
          int deepest = 0;
          for (int c = 0; c < truth.cols(); c++) {
            if (truth.get(i, c) == 1) {
              int rank = 0;
              for (int other = 0; other < truth.cols(); other++) {
                rank += scores.get(i, other) >= scores.get(i, c) ? 1 : 0;
              }
              deepest = Math.max(deepest, rank);
            }
          }
          return deepest;
        });
  }

  /**
   * The share of pairs of a true and another label that are ranked wrongly or equal, in the mean
   * over the rows. Lower is better, 0 is best; a row with no label or all labels counts as 0.
   *
   * @throws org.cairnml.base.DataException as {@link #averagePrecision}
   */
  public static double loss(Matrix truth, Matrix scores) {
    return loss(truth, scores, Weights.ones(truth.rows()));
  }

  /** The same with a weight for each row. */
  public static double loss(Matrix truth, Matrix scores, double[] weights) {
    return mean(
        truth,
        scores,
        weights,
        (i, labels) -> {
          double wrong = 0;
          for (int c = 0; c < truth.cols(); c++) {
            for (int other = 0; other < truth.cols(); other++) {
              boolean pair = truth.get(i, c) == 1 && truth.get(i, other) == 0;
              wrong += pair && scores.get(i, other) >= scores.get(i, c) ? 1 : 0;
            }
          }
          double pairs = (double) labels * (truth.cols() - labels);
          return pairs == 0 ? 0 : wrong / pairs;
        });
  }

  private static double mean(Matrix truth, Matrix scores, double[] weights, RowValue value) {
    Require.sameShape(truth, scores);
    Require.indicators("truth", truth);
    Require.finite("score", scores);
    Weights.check(truth.rows(), weights);
    return Weights.mean(
        weights,
        i -> {
          int labels = 0;
          for (int c = 0; c < truth.cols(); c++) {
            labels += (int) truth.get(i, c);
          }
          return value.of(i, labels);
        });
  }

  /** The value of a row with that many labels. */
  @FunctionalInterface
  private interface RowValue {
    double of(int row, int labels);
  }
}
