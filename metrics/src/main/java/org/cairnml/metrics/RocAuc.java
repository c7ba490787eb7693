package org.cairnml.metrics;

import java.util.stream.IntStream;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;

/**
 * The area under the ROC curve, for two classes ({@link BinaryScores#rocAuc}) and, averaged, for
 * several.
 *
 * <p>Where there are several, classes without rows are left out of the average, since their area is
 * undefined; if fewer than two classes have rows, so is the average: {@code NaN}.
 */
public final class RocAuc {

  private RocAuc() {}

  /**
   * The area of two classes by the probability of the second, of several one against the rest and
   * {@link Average#MACRO}; {@code NaN} if fewer than two classes have rows.
   *
   * @param probabilities (n x k), columns as {@code truth.classes()}
   * @throws org.cairnml.base.DataException if the probabilities do not fit the truth or are none
   */
  public static double of(Labels truth, Matrix probabilities) {
    return of(truth, probabilities, Weights.ones(truth.size()));
  }

  /** The same with a weight for each row. */
  public static double of(Labels truth, Matrix probabilities, double[] weights) {
    int k = truth.classes().size();
    if (k == 2) {
      Require.probabilities(truth.size(), k, probabilities);
      return binary(truth, probabilities.column(1).toArray(), weights);
    }
    return oneVsRest(truth, probabilities, Average.MACRO, weights);
  }

  /**
   * The area for two classes, the second of which is the positive one; {@code NaN} if one has no
   * rows.
   *
   * @throws org.cairnml.base.DataException if there are not two classes or the scores are unusable
   */
  public static double binary(Labels truth, double[] scores) {
    return BinaryScores.of(truth, scores).rocAuc();
  }

  /** The same with a weight for each row. */
  public static double binary(Labels truth, double[] scores, double[] weights) {
    return BinaryScores.of(truth, scores, weights).rocAuc();
  }

  /**
   * Each class against the rest, averaged over the classes: plainly ({@link Average#MACRO}), by
   * their rows, or over all n k pairs of row and class at once ({@link Average#MICRO}).
   *
   * @param probabilities (n x k), columns as {@code truth.classes()}
   * @throws org.cairnml.base.DataException if the probabilities do not fit the truth or are none
   */
  public static double oneVsRest(Labels truth, Matrix probabilities, Average average) {
    return oneVsRest(truth, probabilities, average, Weights.ones(truth.size()));
  }

  /** The same with a weight for each row. */
  public static double oneVsRest(
      Labels truth, Matrix probabilities, Average average, double[] weights) {
    int k = truth.classes().size();
    Require.probabilities(truth.size(), k, probabilities);
    Weights.check(truth.size(), weights);
    return OneVsRest.of(truth, probabilities, weights).average(average, BinaryScores::rocAuc);
  }

  /**
   * Each pair of classes against each other, on the rows of the two alone, averaged over the pairs:
   * plainly ({@link Average#MACRO}) or by the rows of the pair ({@link Average#WEIGHTED}).
   *
   * <p>D. Hand, R. Till, A simple generalisation of the area under the ROC curve for multiple class
   * classification problems, 2001, doi:10.1023/A:1010920819831.
   *
   * @param probabilities (n x k), columns as {@code truth.classes()}
   * @throws org.cairnml.base.DataException if the probabilities do not fit the truth or are none
   * @throws IllegalArgumentException for {@link Average#MICRO}, which is not defined here
   */
  public static double oneVsOne(Labels truth, Matrix probabilities, Average average) {
    return oneVsOne(truth, probabilities, average, Weights.ones(truth.size()));
  }

  /** The same with a weight for each row. */
  public static double oneVsOne(
      Labels truth, Matrix probabilities, Average average, double[] weights) {
    if (average == Average.MICRO) {
      throw new IllegalArgumentException(
          "one-vs-one ROC AUC has no MICRO average; take MACRO or WEIGHTED");
    }
    int k = truth.classes().size();
    Require.probabilities(truth.size(), k, probabilities);
    Weights.check(truth.size(), weights);
    double[] counts = new double[k];
    for (int i = 0; i < weights.length; i++) {
      counts[truth.code(i)] += weights[i];
    }
    double sum = 0;
    double divisor = 0;
    for (int a = 0; a < k; a++) {
      for (int b = a + 1; b < k; b++) {
        if (counts[a] > 0 && counts[b] > 0) {
          double share = average == Average.MACRO ? 1 : counts[a] + counts[b];
          sum +=
              share
                  * (pairArea(truth, probabilities, weights, a, b)
                      + pairArea(truth, probabilities, weights, b, a))
                  / 2;
          divisor += share;
        }
      }
    }
    return divisor == 0 ? Double.NaN : sum / divisor;
  }

  private static double pairArea(
      Labels truth, Matrix probabilities, double[] weights, int positive, int negative) {
    int[] rows =
        IntStream.range(0, truth.size())
            .filter(i -> truth.code(i) == positive || truth.code(i) == negative)
            .toArray();
    boolean[] isPositive = new boolean[rows.length];
    double[] scores = new double[rows.length];
    double[] shares = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      isPositive[i] = truth.code(rows[i]) == positive;
      scores[i] = probabilities.get(rows[i], positive);
      shares[i] = weights[rows[i]];
    }
    return BinaryScores.of(isPositive, scores, shares).rocAuc();
  }
}
