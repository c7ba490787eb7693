package org.cairnml.metrics;

import java.util.function.IntToDoubleFunction;
import org.cairnml.base.DataException;
import org.cairnml.linalg.Matrix;

/**
 * How well labels are predicted of rows that may have several each (multi-label): the counts of
 * each label, and every score that follows from them or from the rows. Truth and prediction are (n
 * x k), 1 where the row has the label and 0 where not. With sample weights, counts are sums of
 * weights. Immutable.
 *
 * <p>Scores of one label that the counts do not determine are {@code NaN}; in averages over labels
 * or rows such a score counts as 0, as in scikit-learn. To score rankings of labels, see {@link
 * LabelRanking}.
 *
 * <p>G. Tsoumakas, I. Katakis, I. Vlahavas, Mining multi-label data, 2010,
 * doi:10.1007/978-0-387-09823-4_34.
 */
public final class MultiLabelCounts {

  private final double[] truePositives;
  private final double[] predicted;
  private final double[] support;
  private final double total;
  private final double[] weights;
  private final int[] rowHits;
  private final int[] rowPredicted;
  private final int[] rowSupport;

  private MultiLabelCounts(Matrix truth, Matrix prediction, double[] weights) {
    int n = truth.rows();
    int k = truth.cols();
    this.weights = weights.clone();
    this.truePositives = new double[k];
    this.predicted = new double[k];
    this.support = new double[k];
    this.rowHits = new int[n];
    this.rowPredicted = new int[n];
    this.rowSupport = new int[n];
    double rows = 0;
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < k; c++) {
        boolean isTrue = truth.get(i, c) == 1;
        boolean isPredicted = prediction.get(i, c) == 1;
        if (isTrue) {
          support[c] += weights[i];
          rowSupport[i]++;
        }
        if (isPredicted) {
          predicted[c] += weights[i];
          rowPredicted[i]++;
        }
        if (isTrue && isPredicted) {
          truePositives[c] += weights[i];
          rowHits[i]++;
        }
      }
      rows += weights[i];
    }
    this.total = rows;
  }

  /**
   * Counts the labels.
   *
   * @throws DataException if shapes differ, there are no rows or no labels, or a value is not 0 or
   *     1
   */
  public static MultiLabelCounts of(Matrix truth, Matrix predicted) {
    return of(truth, predicted, Weights.ones(truth.rows()));
  }

  /** The same with a weight for each row. */
  public static MultiLabelCounts of(Matrix truth, Matrix predicted, double[] weights) {
    Require.sameShape(truth, predicted);
    Require.indicators("truth", truth);
    Require.indicators("prediction", predicted);
    Weights.check(truth.rows(), weights);
    return new MultiLabelCounts(truth, predicted, weights);
  }

  /** How many labels there are. */
  public int labels() {
    return support.length;
  }

  /** The number of rows that have the label. */
  public double support(int c) {
    return support[c];
  }

  /** Rows that have the label and were predicted to. */
  public double truePositives(int c) {
    return truePositives[c];
  }

  /** Rows that do not have the label, but were predicted to. */
  public double falsePositives(int c) {
    return predicted[c] - truePositives[c];
  }

  /** Rows that have the label, but were predicted not to. */
  public double falseNegatives(int c) {
    return support[c] - truePositives[c];
  }

  /** Rows that do not have the label and were predicted not to. */
  public double trueNegatives(int c) {
    return total - support[c] - predicted[c] + truePositives[c];
  }

  /** TP / (TP + FP); {@code NaN} if the label was never predicted. */
  public double precision(int c) {
    return truePositives[c] / predicted[c];
  }

  /** TP / (TP + FN); {@code NaN} if no row has the label. */
  public double recall(int c) {
    return truePositives[c] / support[c];
  }

  /** F1 of a label; {@code NaN} if it is neither true nor predicted of any row. */
  public double f1(int c) {
    return fBeta(1, c);
  }

  /**
   * (1 + b^2) TP / ((1 + b^2) TP + b^2 FN + FP); {@code NaN} if the label is neither true nor
   * predicted of any row.
   *
   * @throws IllegalArgumentException if {@code beta} is negative or not finite
   */
  public double fBeta(double beta, int c) {
    return ConfusionMatrix.fBeta(beta, truePositives[c], predicted[c], support[c]);
  }

  /** TP / (TP + FP + FN); {@code NaN} if the label is neither true nor predicted of any row. */
  public double jaccard(int c) {
    return jaccard(truePositives[c], predicted[c], support[c]);
  }

  /** The precision averaged over the labels. */
  public double precision(Average average) {
    return average == Average.MICRO
        ? zeroForNaN(sum(truePositives) / sum(predicted))
        : mean(average, this::precision);
  }

  /** The recall averaged over the labels. */
  public double recall(Average average) {
    return average == Average.MICRO
        ? zeroForNaN(sum(truePositives) / sum(support))
        : mean(average, this::recall);
  }

  /** F1 averaged over the labels. */
  public double f1(Average average) {
    return fBeta(1, average);
  }

  /**
   * F-beta averaged over the labels.
   *
   * @throws IllegalArgumentException if {@code beta} is negative or not finite
   */
  public double fBeta(double beta, Average average) {
    return average == Average.MICRO
        ? zeroForNaN(ConfusionMatrix.fBeta(beta, sum(truePositives), sum(predicted), sum(support)))
        : mean(average, c -> fBeta(beta, c));
  }

  /** The Jaccard index averaged over the labels. */
  public double jaccard(Average average) {
    return average == Average.MICRO
        ? zeroForNaN(jaccard(sum(truePositives), sum(predicted), sum(support)))
        : mean(average, this::jaccard);
  }

  /** The mean over the rows of the share of its predicted labels that are right. */
  public double precisionOfRows() {
    return meanOfRows((hits, predicted, support) -> hits / predicted);
  }

  /** The mean over the rows of the share of its labels that are predicted. */
  public double recallOfRows() {
    return meanOfRows((hits, predicted, support) -> hits / support);
  }

  /** The mean of the F1 of each row. */
  public double f1OfRows() {
    return fBetaOfRows(1);
  }

  /**
   * The mean of the F-beta of each row.
   *
   * @throws IllegalArgumentException if {@code beta} is negative or not finite
   */
  public double fBetaOfRows(double beta) {
    return meanOfRows(
        (hits, predicted, support) -> ConfusionMatrix.fBeta(beta, hits, predicted, support));
  }

  /** The mean of the Jaccard index of each row. */
  public double jaccardOfRows() {
    return meanOfRows((hits, predicted, support) -> jaccard(hits, predicted, support));
  }

  /** The share of rows of which every label is predicted rightly. */
  public double subsetAccuracy() {
    return meanOfRows((hits, predicted, support) -> hits == predicted && hits == support ? 1 : 0);
  }

  /** The share of the n k labels that are predicted wrongly. */
  public double hammingLoss() {
    return meanOfRows((hits, predicted, support) -> (predicted + support - 2 * hits) / labels());
  }

  private static double jaccard(double hits, double predicted, double support) {
    return hits / (predicted + support - hits);
  }

  private double mean(Average average, IntToDoubleFunction score) {
    double sum = 0;
    double divisor = 0;
    for (int c = 0; c < labels(); c++) {
      double share = average == Average.WEIGHTED ? support[c] : 1;
      sum += share * zeroForNaN(score.applyAsDouble(c));
      divisor += share;
    }
    return zeroForNaN(sum / divisor);
  }

  private double meanOfRows(RowScore score) {
    return Weights.mean(
        weights, i -> zeroForNaN(score.of(rowHits[i], rowPredicted[i], rowSupport[i])));
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private static double zeroForNaN(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  /** The score of a row from the numbers of its labels. */
  @FunctionalInterface
  private interface RowScore {
    double of(double hits, double predicted, double support);
  }
}
