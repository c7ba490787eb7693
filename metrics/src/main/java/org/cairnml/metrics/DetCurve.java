package org.cairnml.metrics;

import org.cairnml.data.Labels;

/**
 * Detection error tradeoff: the false negative rate against the false positive rate as the
 * threshold falls, often drawn on normal-deviate scales. It starts at the last threshold with the
 * lowest false positive rate and ends at the first with no false negatives. Immutable.
 *
 * <p>A. Martin et al., The DET curve in assessment of detection task performance, 1997,
 * doi:10.21437/Eurospeech.1997-504.
 */
public final class DetCurve {

  private final double[] falsePositiveRates;
  private final double[] falseNegativeRates;
  private final double[] thresholds;

  private DetCurve(double[] fpr, double[] fnr, double[] thresholds) {
    this.falsePositiveRates = fpr;
    this.falseNegativeRates = fnr;
    this.thresholds = thresholds;
  }

  /**
   * The curve of scores for two classes, the second of which is the positive one.
   *
   * @throws org.cairnml.base.DataException if there are not two classes, one has no rows, or a
   *     score is NaN or infinite
   */
  public static DetCurve of(Labels truth, double[] scores) {
    return of(BinaryScores.of(truth, scores));
  }

  /**
   * The curve of these scores.
   *
   * @throws org.cairnml.base.DataException if one class has no rows
   */
  public static DetCurve of(BinaryScores scores) {
    scores.requireBothClasses("DET curve");
    int first = 0;
    while (first + 1 < scores.size()
        && scores.falsePositives(first + 1) == scores.falsePositives(0)) {
      first++;
    }
    int last = 0;
    while (scores.truePositives(last) < scores.positives()) {
      last++;
    }
    int points = Math.max(0, last - first + 1);
    double[] fpr = new double[points];
    double[] fnr = new double[points];
    double[] thresholds = new double[points];
    for (int i = 0; i < points; i++) {
      fpr[i] = scores.falsePositives(first + i) / scores.negatives();
      fnr[i] = (scores.positives() - scores.truePositives(first + i)) / scores.positives();
      thresholds[i] = scores.threshold(first + i);
    }
    return new DetCurve(fpr, fnr, thresholds);
  }

  /** The share of negative rows that score at least the threshold, for each point (a copy). */
  public double[] falsePositiveRates() {
    return falsePositiveRates.clone();
  }

  /** The share of positive rows that score less than the threshold, for each point (a copy). */
  public double[] falseNegativeRates() {
    return falseNegativeRates.clone();
  }

  /** The falling thresholds of the points (a copy). */
  public double[] thresholds() {
    return thresholds.clone();
  }
}
