package org.cairnml.metrics;

import java.util.function.ToDoubleFunction;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;

/** The scores of n rows for k classes or labels, each taken against the rest. */
final class OneVsRest {

  private final int n;
  private final int k;
  private final Truth truth;
  private final Matrix scores;
  private final double[] weights;

  private OneVsRest(int n, int k, Truth truth, Matrix scores, double[] weights) {
    this.n = n;
    this.k = k;
    this.truth = truth;
    this.scores = scores;
    this.weights = weights;
  }

  /** Rows of one class each. */
  static OneVsRest of(Labels truth, Matrix scores, double[] weights) {
    return new OneVsRest(
        truth.size(), truth.classes().size(), (i, c) -> truth.code(i) == c, scores, weights);
  }

  /** Rows that have a label where the truth (n x k) is 1. */
  static OneVsRest of(Matrix truth, Matrix scores, double[] weights) {
    return new OneVsRest(
        truth.rows(), truth.cols(), (i, c) -> truth.get(i, c) == 1, scores, weights);
  }

  /** One class against the rest. */
  BinaryScores of(int c) {
    boolean[] positive = new boolean[n];
    for (int i = 0; i < n; i++) {
      positive[i] = truth.is(i, c);
    }
    return BinaryScores.of(positive, scores.column(c).toArray(), weights);
  }

  /** All n k pairs of row and class at once. */
  private BinaryScores pooled() {
    boolean[] positive = new boolean[n * k];
    double[] all = new double[n * k];
    double[] repeated = new double[n * k];
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < k; c++) {
        positive[i * k + c] = truth.is(i, c);
        all[i * k + c] = scores.get(i, c);
        repeated[i * k + c] = weights[i];
      }
    }
    return BinaryScores.of(positive, all, repeated);
  }

  /** The average of the areas that are defined; {@code NaN} if none is. */
  double average(Average average, ToDoubleFunction<BinaryScores> area) {
    if (average == Average.MICRO) {
      return area.applyAsDouble(pooled());
    }
    double sum = 0;
    double divisor = 0;
    for (int c = 0; c < k; c++) {
      BinaryScores one = of(c);
      double value = area.applyAsDouble(one);
      if (!Double.isNaN(value)) {
        double share = average == Average.MACRO ? 1 : one.positives();
        sum += share * value;
        divisor += share;
      }
    }
    return divisor == 0 ? Double.NaN : sum / divisor;
  }

  /** Whether a row is of a class. */
  @FunctionalInterface
  private interface Truth {
    boolean is(int row, int c);
  }
}
