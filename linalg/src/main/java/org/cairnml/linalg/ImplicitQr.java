package org.cairnml.linalg;

import org.cairnml.base.ConvergenceException;

/**
 * The order of implicit QR steps that make a tridiagonal or bidiagonal matrix of magnitude 1
 * diagonal: block by block from the last row up, each step on the block that ends there.
 *
 * <p>Source: Golub and Van Loan, Matrix Computations, 4th ed., sections 8.3.5 and 8.6.2.
 */
final class ImplicitQr {

  /** What counts as zero; no square of anything else underflows. */
  static final double TINY = 0x1p-400;

  private static final double EPSILON = 0x1p-53;

  /** Steps for each row, of which about two are usual. */
  private static final int STEPS = 60;

  private ImplicitQr() {}

  @FunctionalInterface
  interface Step {

    /** Brings the element beside the last row of a block nearer to zero. */
    void take(int first, int last);
  }

  /** Takes steps until nothing beside the diagonal counts. */
  static void run(double[] diagonal, double[] beside, Step step) {
    int n = diagonal.length;
    int left = STEPS * n;
    for (int last = n - 1; last > 0; last--) {
      for (int first = first(diagonal, beside, last); first < last; ) {
        if (left-- == 0) {
          throw new ConvergenceException(
              "the values of a matrix of " + Shapes.of(n, n) + " did not converge");
        }
        step.take(first, last);
        first = first(diagonal, beside, last);
      }
    }
  }

  /** The first row of the block that ends with this one. */
  private static int first(double[] diagonal, double[] beside, int last) {
    int i = last;
    while (i > 0 && counts(beside[i - 1], diagonal[i - 1], diagonal[i])) {
      i--;
    }
    return i;
  }

  private static boolean counts(double beside, double above, double below) {
    return Math.abs(beside) > TINY + EPSILON * (Math.abs(above) + Math.abs(below));
  }
}
