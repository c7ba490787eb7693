package org.cairnml.metrics;

/** Quantiles of sorted values, interpolated between the two nearest. */
final class SortedQuantile {

  private SortedQuantile() {}

  /** The value up to which a share of the values lies, from the first at 0 to the last at 1. */
  static double of(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
