package org.cairnml.metrics;

import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;

/**
 * How good predicted probabilities are. Probabilities are (n x k) with columns as {@code
 * truth.classes()}, from 0 to 1, and each row adds up to 1; anything else is a {@link
 * org.cairnml.base.DataException} that names the row.
 */
public final class ProbabilityScores {

  /** Log loss takes no probability to be closer to 0 or 1 than this, as scikit-learn. */
  private static final double CLIP = 0x1p-52;

  private ProbabilityScores() {}

  /**
   * The mean of the negative log-probability of the true class, lower is better. Probabilities are
   * first moved into [2^-52, 1 - 2^-52], so that one wrong certainty costs 36, not everything.
   */
  public static double logLoss(Labels truth, Matrix probabilities) {
    return logLoss(truth, probabilities, Weights.ones(truth.size()));
  }

  /** The same with a weight for each row. */
  public static double logLoss(Labels truth, Matrix probabilities, double[] weights) {
    int k = check(truth, probabilities, weights);
    double sum = 0;
    double total = 0;
    for (int i = 0; i < truth.size(); i++) {
      double rowSum = 0;
      for (int c = 0; c < k; c++) {
        rowSum += clip(probabilities.get(i, c));
      }
      sum -= weights[i] * Math.log(clip(probabilities.get(i, truth.code(i))) / rowSum);
      total += weights[i];
    }
    return sum / total;
  }

  private static double clip(double p) {
    return Math.min(Math.max(p, CLIP), 1 - CLIP);
  }

  private static int check(Labels truth, Matrix probabilities, double[] weights) {
    int k = truth.classes().size();
    Require.probabilities(truth.size(), k, probabilities);
    Weights.check(truth.size(), weights);
    return k;
  }
}
