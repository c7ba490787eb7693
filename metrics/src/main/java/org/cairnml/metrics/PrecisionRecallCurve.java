package org.cairnml.metrics;

import org.cairnml.base.DataException;
import org.cairnml.data.Labels;

/**
 * Precision against recall as the threshold falls: first (precision 1, recall 0) above all scores,
 * then one point for each distinct score, the last with recall 1. Immutable.
 *
 * <p>J. Davis, M. Goadrich, The relationship between precision-recall and ROC curves, 2006,
 * doi:10.1145/1143844.1143874.
 */
public final class PrecisionRecallCurve {

  private final double[] precisions;
  private final double[] recalls;
  private final double[] thresholds;
  private final double averagePrecision;

  private PrecisionRecallCurve(
      double[] precisions, double[] recalls, double[] thresholds, double averagePrecision) {
    this.precisions = precisions;
    this.recalls = recalls;
    this.thresholds = thresholds;
    this.averagePrecision = averagePrecision;
  }

  /**
   * The curve of scores for two classes, the second of which is the positive one.
   *
   * @throws DataException if there are not two classes, no positive rows, or a score is NaN or
   *     infinite
   */
  public static PrecisionRecallCurve of(Labels truth, double[] scores) {
    return of(BinaryScores.of(truth, scores));
  }

  /**
   * The curve of these scores.
   *
   * @throws DataException if there are no positive rows
   */
  public static PrecisionRecallCurve of(BinaryScores scores) {
    if (scores.positives() == 0) {
      throw new DataException("a precision-recall curve needs positive rows, but there are none");
    }
    int points = scores.size() + 1;
    double[] precisions = new double[points];
    double[] recalls = new double[points];
    double[] thresholds = new double[points];
    precisions[0] = 1;
    thresholds[0] = Double.POSITIVE_INFINITY;
    for (int i = 0; i < scores.size(); i++) {
      double tp = scores.truePositives(i);
      precisions[i + 1] = tp / (tp + scores.falsePositives(i));
      recalls[i + 1] = tp / scores.positives();
      thresholds[i + 1] = scores.threshold(i);
    }
    return new PrecisionRecallCurve(precisions, recalls, thresholds, scores.averagePrecision());
  }

  /** The share of positive rows among those that score at least the threshold (a copy). */
  public double[] precisions() {
    return precisions.clone();
  }

  /** The share of the positive rows that score at least the threshold (a copy). */
  public double[] recalls() {
    return recalls.clone();
  }

  /** The thresholds of the points, falling from infinity (a copy). */
  public double[] thresholds() {
    return thresholds.clone();
  }

  /** The area under the steps, without interpolation: {@link BinaryScores#averagePrecision}. */
  public double averagePrecision() {
    return averagePrecision;
  }

  /**
   * The area under straight lines between the points. It is too optimistic, since the curve between
   * two points is not straight; prefer {@link #averagePrecision}.
   */
  public double trapezoidalAuc() {
    double area = 0;
    for (int i = 1; i < recalls.length; i++) {
      area += (recalls[i] - recalls[i - 1]) * (precisions[i] + precisions[i - 1]) / 2;
    }
    return area;
  }
}
