package org.cairnml.linear;

/** Probabilities from scores that are known up to a common summand. */
final class Softmax {

  private static final double LARGEST = 1e300;

  private Softmax() {}

  /** Replaces the scores at the given places by probabilities that add up to 1. */
  static void normalize(double[] scores, int[] places) {
    double largest = -LARGEST;
    for (int place : places) {
      scores[place] = Math.min(scores[place], LARGEST);
      largest = Math.max(largest, scores[place]);
    }
    double sum = 0;
    for (int place : places) {
      scores[place] = Math.exp(scores[place] - largest);
      sum += scores[place];
    }
    for (int place : places) {
      scores[place] /= sum;
    }
  }
}
