package org.cairnml.selection;

import java.util.Arrays;

/** Sums up the scores of splits. */
final class Scores {

  private Scores() {}

  static double mean(double[] scores) {
    return Arrays.stream(scores).average().orElse(Double.NaN);
  }

  /** The standard deviation (n - 1); NaN for one score. */
  static double deviation(double[] scores) {
    double mean = mean(scores);
    double squares = Arrays.stream(scores).map(s -> (s - mean) * (s - mean)).sum();
    return Math.sqrt(squares / (scores.length - 1));
  }
}
