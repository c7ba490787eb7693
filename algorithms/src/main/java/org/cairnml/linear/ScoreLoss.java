package org.cairnml.linear;

import org.cairnml.linalg.Backends;
import org.cairnml.linalg.backend.Backend;

/** The log loss of some rows at a time, given their scores, with its derivatives by the scores. */
final class ScoreLoss {

  private final Backend backend = Backends.get();
  private final int[] codes;
  private final double[] weights;
  private final int k;
  private final double[] scores;
  private final double[] chances;
  private final double[] own;

  /** For at most {@code mostRows} of the rows with these classes and weights at a time. */
  ScoreLoss(int[] codes, double[] weights, int k, int mostRows) {
    this.codes = codes;
    this.weights = weights;
    this.k = k;
    this.scores = new double[mostRows * k];
    this.chances = new double[mostRows * k];
    this.own = new double[mostRows];
  }

  /** Where the scores go, and then the derivatives stand (rows x k). */
  double[] scores() {
    return scores;
  }

  /** What {@link #derive} finds out about chances: of the row's own class, or of each class. */
  double[] chances() {
    return chances;
  }

  /** The loss of these rows; their scores become the derivatives. */
  double derive(int start, int rows) {
    return k == 1 ? two(start, rows) : many(start, rows);
  }

  /**
   * The loss of rows of two classes; scores become the derivatives by the scores. The loss is -log
   * of the chance of the row's own class, which needs no other function.
   */
  private double two(int start, int rows) {
    for (int i = 0; i < rows; i++) {
      own[i] = codes[start + i] == 1 ? scores[i] : -scores[i];
    }
    backend.sigmoid(rows, own, 0, chances, 0);
    backend.log(rows, chances, 0, own, 0);
    double loss = 0;
    for (int i = 0; i < rows; i++) {
      double weight = weights[start + i];
      loss -= weight == 0 ? 0 : weight * own[i];
      double slope = weight * (1 - chances[i]);
      scores[i] = codes[start + i] == 1 ? -slope : slope;
    }
    return loss;
  }

  /** The same for more classes. */
  private double many(int start, int rows) {
    for (int i = 0; i < rows; i++) {
      int at = i * k;
      double largest = scores[at];
      for (int c = 1; c < k; c++) {
        largest = Math.max(largest, scores[at + c]);
      }
      for (int c = 0; c < k; c++) {
        scores[at + c] -= largest;
      }
      own[i] = scores[at + codes[start + i]];
    }
    backend.exp(rows * k, scores, 0, chances, 0);
    double loss = 0;
    for (int i = 0; i < rows; i++) {
      int at = i * k;
      double sum = 0;
      for (int c = 0; c < k; c++) {
        sum += chances[at + c];
      }
      double weight = weights[start + i];
      for (int c = 0; c < k; c++) {
        chances[at + c] /= sum;
        scores[at + c] = weight * (chances[at + c] - (codes[start + i] == c ? 1 : 0));
      }
      loss += weight * (Math.log(sum) - own[i]);
    }
    return loss;
  }
}
