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
    return Weights.mean(
        weights,
        i -> {
          double rowSum = 0;
          for (int c = 0; c < k; c++) {
            rowSum += clip(probabilities.get(i, c));
          }
          return -Math.log(clip(probabilities.get(i, truth.code(i))) / rowSum);
        });
  }

  /**
   * The mean squared distance of the probabilities from the truth, lower is better. Of two classes
   * it is that of the second class alone, from 0 to 1; of several, the sum over the classes, from 0
   * to 2 (G. Brier 1950, doi:10.1175/1520-0493(1950)078&lt;0001:VOFEIT&gt;2.0.CO;2).
   */
  public static double brier(Labels truth, Matrix probabilities) {
    return brier(truth, probabilities, Weights.ones(truth.size()));
  }

  /** The same with a weight for each row. */
  public static double brier(Labels truth, Matrix probabilities, double[] weights) {
    int k = check(truth, probabilities, weights);
    int first = k == 2 ? 1 : 0;
    return Weights.mean(
        weights,
        i -> {
          double squares = 0;
          for (int c = first; c < k; c++) {
            double distance = probabilities.get(i, c) - (truth.code(i) == c ? 1 : 0);
            squares += distance * distance;
          }
          return squares;
        });
  }

  /**
   * The share of rows whose true class is among the {@code top} likeliest; of equally likely ones,
   * those that come first in the list of classes count as likelier.
   *
   * @throws IllegalArgumentException if {@code top < 1}
   */
  public static double topAccuracy(Labels truth, Matrix probabilities, int top) {
    return topAccuracy(truth, probabilities, top, Weights.ones(truth.size()));
  }

  /** The same with a weight for each row. */
  public static double topAccuracy(Labels truth, Matrix probabilities, int top, double[] weights) {
    if (top < 1) {
      throw new IllegalArgumentException("top must be at least 1, but was " + top);
    }
    int k = check(truth, probabilities, weights);
    return Weights.mean(
        weights,
        i -> {
          int code = truth.code(i);
          double p = probabilities.get(i, code);
          int likelier = 0;
          for (int c = 0; c < k; c++) {
            double other = probabilities.get(i, c);
            likelier += other > p || other == p && c < code ? 1 : 0;
          }
          return likelier < top ? 1 : 0;
        });
  }

  /**
   * {@link BinaryScores#averagePrecision} of the second of two classes; of several, the mean over
   * the classes that have rows, each against the rest.
   */
  public static double averagePrecision(Labels truth, Matrix probabilities) {
    return averagePrecision(truth, probabilities, Weights.ones(truth.size()));
  }

  /** The same with a weight for each row. */
  public static double averagePrecision(Labels truth, Matrix probabilities, double[] weights) {
    int k = check(truth, probabilities, weights);
    OneVsRest classes = OneVsRest.of(truth, probabilities, weights);
    return k == 2
        ? classes.of(1).averagePrecision()
        : classes.average(Average.MACRO, BinaryScores::averagePrecision);
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
