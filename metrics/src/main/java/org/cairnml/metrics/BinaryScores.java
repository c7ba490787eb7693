package org.cairnml.metrics;

import java.util.Arrays;
import org.cairnml.base.DataException;
import org.cairnml.data.Labels;

/**
 * What all curves of two classes start from: for each distinct score, from the highest to the
 * lowest, how many positive and how many negative rows score at least as much. With sample weights,
 * counts are sums of weights, and rows of weight 0 are left out. Immutable.
 */
public final class BinaryScores {

  private final double[] thresholds;
  private final double[] truePositives;
  private final double[] falsePositives;

  private BinaryScores(double[] thresholds, double[] truePositives, double[] falsePositives) {
    this.thresholds = thresholds;
    this.truePositives = truePositives;
    this.falsePositives = falsePositives;
  }

  /**
   * Rows of two classes, of which the second of {@link Labels#classes()} is the positive one.
   *
   * @param scores higher for rows that are more likely positive, as probabilities are
   * @throws DataException if there are no rows, not two classes, not as many scores, or one is NaN
   *     or infinite
   */
  public static BinaryScores of(Labels truth, double[] scores) {
    return of(positives(truth), scores);
  }

  /** The same with a weight for each row. */
  public static BinaryScores of(Labels truth, double[] scores, double[] weights) {
    return of(positives(truth), scores, weights);
  }

  /**
   * Rows that are of the positive class or not.
   *
   * @throws DataException if there are no rows, not as many scores, or one is NaN or infinite
   */
  public static BinaryScores of(boolean[] positive, double[] scores) {
    check(positive, scores);
    return count(positive, scores, null);
  }

  /**
   * The same with a weight for each row.
   *
   * @throws DataException also if weights are missing, negative, not finite or all 0
   */
  public static BinaryScores of(boolean[] positive, double[] scores, double[] weights) {
    check(positive, scores);
    Weights.check(positive.length, weights);
    return count(positive, scores, weights);
  }

  /** Which rows are of class {@code c}. */
  static boolean[] positives(Labels truth, int c) {
    boolean[] positive = new boolean[truth.size()];
    for (int i = 0; i < positive.length; i++) {
      positive[i] = truth.code(i) == c;
    }
    return positive;
  }

  /** Which rows are of the second of two classes. */
  static boolean[] positives(Labels truth) {
    if (truth.classes().size() != 2) {
      throw new DataException(
          "this needs two classes, but the truth has "
              + truth.classes()
              + "; name two with Labels.of(names, classes), or take a metric for several classes");
    }
    return positives(truth, 1);
  }

  private static void check(boolean[] positive, double[] scores) {
    Require.sameLength(positive.length, scores.length);
    Require.finite("score", scores);
  }

  private static BinaryScores count(boolean[] positive, double[] scores, double[] weights) {
    int[] order = DescendingOrder.of(scores);
    int n = order.length;
    double[] thresholds = new double[n];
    double[] truePositives = new double[n];
    double[] falsePositives = new double[n];
    int points = 0;
    double tp = 0;
    double fp = 0;
    for (int row : order) {
      double weight = weights == null ? 1 : weights[row];
      if (weight == 0) {
        continue;
      }
      if (positive[row]) {
        tp += weight;
      } else {
        fp += weight;
      }
      if (points == 0 || scores[row] != thresholds[points - 1]) {
        thresholds[points++] = scores[row];
      }
      truePositives[points - 1] = tp;
      falsePositives[points - 1] = fp;
    }
    return new BinaryScores(
        Arrays.copyOf(thresholds, points),
        Arrays.copyOf(truePositives, points),
        Arrays.copyOf(falsePositives, points));
  }

  /** How many distinct scores there are. */
  public int size() {
    return thresholds.length;
  }

  /** The i-th highest distinct score. */
  public double threshold(int i) {
    return thresholds[i];
  }

  /** The number of positive rows that score at least {@link #threshold}. */
  public double truePositives(int i) {
    return truePositives[i];
  }

  /** The number of negative rows that score at least {@link #threshold}. */
  public double falsePositives(int i) {
    return falsePositives[i];
  }

  /** The number of positive rows. */
  public double positives() {
    return truePositives[size() - 1];
  }

  /** The number of negative rows. */
  public double negatives() {
    return falsePositives[size() - 1];
  }

  /**
   * The area under the ROC curve: the share of pairs of a positive and a negative row in which the
   * positive one scores higher, ties counted half; {@code NaN} if one of the classes has no rows.
   *
   * <p>J. Hanley, B. McNeil, The meaning and use of the area under a receiver operating
   * characteristic curve, 1982, doi:10.1148/radiology.143.1.7063747.
   */
  public double rocAuc() {
    double twiceArea = 0;
    double tp = 0;
    double fp = 0;
    for (int i = 0; i < size(); i++) {
      twiceArea += (falsePositives[i] - fp) * (truePositives[i] + tp);
      tp = truePositives[i];
      fp = falsePositives[i];
    }
    return tp == 0 || fp == 0 ? Double.NaN : twiceArea / 2 / tp / fp;
  }

  /**
   * The mean precision over the steps of recall, without interpolation: the sum over the distinct
   * scores of (growth of recall) * precision; {@code NaN} if there are no positive rows.
   */
  public double averagePrecision() {
    double sum = 0;
    double tp = 0;
    for (int i = 0; i < size(); i++) {
      sum += (truePositives[i] - tp) * (truePositives[i] / (truePositives[i] + falsePositives[i]));
      tp = truePositives[i];
    }
    return tp == 0 ? Double.NaN : sum / tp;
  }

  /** Refuses data of which one class is absent, for a curve that needs both. */
  void requireBothClasses(String curve) {
    if (positives() == 0 || negatives() == 0) {
      throw new DataException(
          "a %s needs rows of both classes, but there are no %s ones"
              .formatted(curve, positives() == 0 ? "positive" : "negative"));
    }
  }
}
