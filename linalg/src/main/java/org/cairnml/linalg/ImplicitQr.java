package org.cairnml.linalg;

import org.cairnml.base.ConvergenceException;

/**
 * The order of implicit QR steps that make a tridiagonal or bidiagonal matrix of magnitude 1
 * diagonal: block by block from the last row up, each step on the block that ends there.
 *
 * <p>Source: Golub and Van Loan, Matrix Computations, 4th ed., sections 8.3.5 and 8.6.2.
 */
final class ImplicitQr {

  /** Two rounding errors of either neighbour: steps leave no less between equal values. */
  private static final double EPSILON = 0x1p-51;

  /** Steps for each row, of which about two are usual. */
  private static final int STEPS = 60;

  /**
   * Steps for each row after which rounding errors of the whole count as zero. Some values of a
   * matrix of lower rank are nothing else, and steps towards one of them may be many.
   */
  private static final int PATIENCE = 4;

  private ImplicitQr() {}

  @FunctionalInterface
  interface Step {

    /** Brings the element beside the last row of a block nearer to zero. */
    void take(int first, int last);
  }

  /** Takes steps until nothing beside the diagonal counts. */
  static void run(double[] diagonal, double[] beside, Step step) {
    int n = diagonal.length;
    double noise = EPSILON * Math.max(largest(diagonal), largest(beside));
    int steps = 0;
    int last = n - 1;
    while (last > 0) {
      int first = last;
      double nothing = steps < PATIENCE * n ? Scale.TINY : noise;
      while (first > 0 && counts(first, diagonal, beside, nothing)) {
        first--;
      }
      if (first == last) {
        last--;
      } else if (steps++ < STEPS * n) {
        step.take(first, last);
      } else {
        throw new ConvergenceException(
            "the values of a matrix of " + Shapes.of(n, n) + " did not converge");
      }
    }
  }

  /** Whether the element between a row and the one above it counts. */
  private static boolean counts(int row, double[] diagonal, double[] beside, double nothing) {
    double neighbours = Math.abs(diagonal[row - 1]) + Math.abs(diagonal[row]);
    return Math.abs(beside[row - 1]) > nothing + EPSILON * neighbours;
  }

  private static double largest(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
