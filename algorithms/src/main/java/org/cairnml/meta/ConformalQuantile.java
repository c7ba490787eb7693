package org.cairnml.meta;

import java.util.Arrays;
import org.cairnml.base.DataException;

/** The finite-sample quantile of conformal prediction. */
final class ConformalQuantile {

  private ConformalQuantile() {}

  /**
   * The {@code ceil((n + 1) * coverage)}-th smallest score, or infinity where n is too small for
   * that.
   */
  static double of(double[] scores, double coverage) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    int rank = rank(sorted.length, coverage);
    return rank > sorted.length ? Double.POSITIVE_INFINITY : sorted[rank - 1];
  }

  /** The same, refusing too few scores. */
  static double required(double[] scores, double coverage) {
    if (rank(scores.length, coverage) > scores.length) {
      throw new DataException(
          "a coverage of "
              + coverage
              + " needs at least "
              + (long) Math.ceil(coverage / (1 - coverage) - 1e-9)
              + " rows for calibration, there are "
              + scores.length
              + "; give more rows, a larger calibrationShare or less coverage");
    }
    return of(scores, coverage);
  }

  /** Rounding of the product must not ask for one row more. */
  private static int rank(int n, double coverage) {
    return Math.max(1, (int) Math.ceil((n + 1) * coverage - 1e-9));
  }
}
