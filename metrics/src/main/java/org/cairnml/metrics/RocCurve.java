package org.cairnml.metrics;

import org.cairnml.data.Labels;

/**
 * The receiver operating characteristic: the true positive rate against the false positive rate as
 * the threshold falls, from (0, 0) above all scores to (1, 1). One point for each distinct score,
 * and the start. Immutable.
 *
 * <p>T. Fawcett, An introduction to ROC analysis, 2006, doi:10.1016/j.patrec.2005.10.010.
 */
public final class RocCurve {

  private final double[] falsePositiveRates;
  private final double[] truePositiveRates;
  private final double[] thresholds;
  private final double auc;

  private RocCurve(double[] fpr, double[] tpr, double[] thresholds, double auc) {
    this.falsePositiveRates = fpr;
    this.truePositiveRates = tpr;
    this.thresholds = thresholds;
    this.auc = auc;
  }

  /**
   * The curve of scores for two classes, the second of which is the positive one.
   *
   * @throws org.cairnml.base.DataException if there are not two classes, one has no rows, or a
   *     score is NaN or infinite
   */
  public static RocCurve of(Labels truth, double[] scores) {
    return of(BinaryScores.of(truth, scores));
  }

  /**
   * The curve of these scores.
   *
   * @throws org.cairnml.base.DataException if one class has no rows
   */
  public static RocCurve of(BinaryScores scores) {
    scores.requireBothClasses("ROC curve");
    int points = scores.size() + 1;
    double[] fpr = new double[points];
    double[] tpr = new double[points];
    double[] thresholds = new double[points];
    thresholds[0] = Double.POSITIVE_INFINITY;
    for (int i = 0; i < scores.size(); i++) {
      fpr[i + 1] = scores.falsePositives(i) / scores.negatives();
      tpr[i + 1] = scores.truePositives(i) / scores.positives();
      thresholds[i + 1] = scores.threshold(i);
    }
    return new RocCurve(fpr, tpr, thresholds, scores.rocAuc());
  }

  /** The share of negative rows that score at least the threshold, for each point (a copy). */
  public double[] falsePositiveRates() {
    return falsePositiveRates.clone();
  }

  /** The share of positive rows that score at least the threshold, for each point (a copy). */
  public double[] truePositiveRates() {
    return truePositiveRates.clone();
  }

  /** The thresholds of the points, falling from infinity (a copy). */
  public double[] thresholds() {
    return thresholds.clone();
  }

  /** The area under the curve. */
  public double auc() {
    return auc;
  }

  /**
   * The area up to a false positive rate, standardized so that chance scores 0.5 and a perfect
   * prediction 1 (D. McClish 1989, doi:10.1177/0272989X8900900307).
   *
   * @throws IllegalArgumentException unless {@code 0 < maxFalsePositiveRate <= 1}
   */
  public double partialAuc(double maxFalsePositiveRate) {
    double end = maxFalsePositiveRate;
    if (!(end > 0 && end <= 1)) {
      throw new IllegalArgumentException(
          "the largest false positive rate must be in (0, 1], but was " + end);
    }
    double area = 0;
    for (int i = 1; i < thresholds.length && falsePositiveRates[i - 1] < end; i++) {
      double from = falsePositiveRates[i - 1];
      double to = Math.min(end, falsePositiveRates[i]);
      double width = falsePositiveRates[i] - from;
      double rise = truePositiveRates[i] - truePositiveRates[i - 1];
      double right = truePositiveRates[i - 1] + (width > 0 ? rise * (to - from) / width : rise);
      area += (to - from) * (truePositiveRates[i - 1] + right) / 2;
    }
    double chance = end * end / 2;
    return (1 + (area - chance) / (end - chance)) / 2;
  }

  /**
   * The largest distance of the two rates, the Kolmogorov-Smirnov statistic of the scores of the
   * two classes; also the largest Youden index.
   */
  public double kolmogorovSmirnov() {
    int best = youdenPoint();
    return truePositiveRates[best] - falsePositiveRates[best];
  }

  /**
   * The threshold with the largest true minus false positive rate, the highest of them (W. Youden
   * 1950, doi:10.1002/1097-0142(1950)3:1&lt;32::AID-CNCR2820030106&gt;3.0.CO;2-3). Predict positive
   * from this score on.
   */
  public double youdenThreshold() {
    return thresholds[youdenPoint()];
  }

  private int youdenPoint() {
    int best = 0;
    for (int i = 1; i < thresholds.length; i++) {
      if (truePositiveRates[i] - falsePositiveRates[i]
          > truePositiveRates[best] - falsePositiveRates[best]) {
        best = i;
      }
    }
    return best;
  }
}
