package org.cairnml.metrics;

import org.cairnml.base.DataException;
import org.cairnml.data.Labels;

/**
 * What is gained by acting on the highest scores first: the share of the positive rows found
 * (cumulative gain), and how many times more that is than by chance (lift), against the share of
 * the rows taken. One point for each distinct score, after the start (0, 0). Immutable.
 */
public final class GainCurve {

  private final double[] shares;
  private final double[] gains;

  private GainCurve(double[] shares, double[] gains) {
    this.shares = shares;
    this.gains = gains;
  }

  /**
   * The curve of scores for two classes, the second of which is the positive one.
   *
   * @throws DataException if there are not two classes, no positive rows, or a score is NaN or
   *     infinite
   */
  public static GainCurve of(Labels truth, double[] scores) {
    return of(BinaryScores.of(truth, scores));
  }

  /**
   * The curve of these scores.
   *
   * @throws DataException if there are no positive rows
   */
  public static GainCurve of(BinaryScores scores) {
    if (scores.positives() == 0) {
      throw new DataException("a gain curve needs positive rows, but there are none");
    }
    double total = scores.positives() + scores.negatives();
    double[] shares = new double[scores.size() + 1];
    double[] gains = new double[scores.size() + 1];
    for (int i = 0; i < scores.size(); i++) {
      shares[i + 1] = (scores.truePositives(i) + scores.falsePositives(i)) / total;
      gains[i + 1] = scores.truePositives(i) / scores.positives();
    }
    return new GainCurve(shares, gains);
  }

  /** The shares of the rows taken, rising from 0 to 1 (a copy). */
  public double[] shares() {
    return shares.clone();
  }

  /** The share of the positive rows among those taken, for each point (a copy). */
  public double[] gains() {
    return gains.clone();
  }

  /** Gain / share for each point; {@code NaN} for the first, where nothing is taken. */
  public double[] lifts() {
    double[] lifts = new double[gains.length];
    for (int i = 0; i < lifts.length; i++) {
      lifts[i] = i == 0 ? Double.NaN : gains[i] / shares[i];
    }
    return lifts;
  }

  /**
   * The gain when this share of the rows is taken; of rows with equal scores, as many positive ones
   * as they have on average.
   *
   * @throws IllegalArgumentException unless {@code 0 <= share <= 1}
   */
  public double gainAt(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("the share must be in [0, 1], but was " + share);
    }
    int right = 1;
    while (right < shares.length - 1 && shares[right] < share) {
      right++;
    }
    double part = (share - shares[right - 1]) / (shares[right] - shares[right - 1]);
    return gains[right - 1] + part * (gains[right] - gains[right - 1]);
  }

  /**
   * {@link #gainAt} / share.
   *
   * @throws IllegalArgumentException unless {@code 0 < share <= 1}
   */
  public double liftAt(double share) {
    if (share == 0) {
      throw new IllegalArgumentException("the lift of no rows is undefined; the share was 0");
    }
    return gainAt(share) / share;
  }
}
