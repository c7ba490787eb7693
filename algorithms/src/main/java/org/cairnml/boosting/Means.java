package org.cairnml.boosting;

/** Weighted means. */
final class Means {

  private Means() {}

  /** The weighted mean, updated value by value so that it neither overflows nor cancels. */
  static double of(double[] values, double[] weights) {
    double mean = 0;
    double total = 0;
    for (int i = 0; i < values.length; i++) {
      if (weights[i] > 0) {
        total += weights[i];
        mean += weights[i] / total * (values[i] - mean);
      }
    }
    return mean;
  }
}
