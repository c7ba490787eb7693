package org.cairnml.metrics;

import org.cairnml.base.DataException;
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
   * @throws DataException if shapes differ, there are no rows, truth is not 0 or 1, or a score is
   *     not finite
   */
  public static double averagePrecision(Matrix truth, Matrix scores) {
    return mean(
        truth,
        scores,
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
   * @throws DataException as {@link #averagePrecision}
   */
  public static double coverageError(Matrix truth, Matrix scores) {
    return mean(
        truth,
        scores,
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
   * @throws DataException as {@link #averagePrecision}
   */
  public static double loss(Matrix truth, Matrix scores) {
    return mean(
        truth,
        scores,
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

  private static double mean(Matrix truth, Matrix scores, RowValue value) {
    Require.sameLength(truth.rows(), scores.rows());
    if (truth.cols() != scores.cols()) {
      throw new DataException(
          "the truth has %d labels, the scores have %d".formatted(truth.cols(), scores.cols()));
    }
    double sum = 0;
    for (int i = 0; i < truth.rows(); i++) {
      int labels = 0;
      for (int c = 0; c < truth.cols(); c++) {
        if (truth.get(i, c) != 0 && truth.get(i, c) != 1) {
          throw new DataException(
              "row %d, label %d: the truth is %s, expected 0 or 1"
                  .formatted(i, c, truth.get(i, c)));
        }
        if (!Double.isFinite(scores.get(i, c))) {
          throw new DataException(
              "row %d, label %d: the score is %s, expected a finite number"
                  .formatted(i, c, scores.get(i, c)));
        }
        labels += (int) truth.get(i, c);
      }
      sum += value.of(i, labels);
    }
    return sum / truth.rows();
  }

  /** The value of a row with that many labels. */
  @FunctionalInterface
  private interface RowValue {
    double of(int row, int labels);
  }
}
