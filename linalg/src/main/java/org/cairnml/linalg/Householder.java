package org.cairnml.linalg;

import java.util.Arrays;
import org.cairnml.linalg.backend.Backend;

/**
 * A reflection H = I - tau v v' with v[0] = 1, which takes a vector to a multiple of the first unit
 * vector.
 *
 * <p>Source: Golub and Van Loan, Matrix Computations, 4th ed., section 5.1.
 */
final class Householder {

  /** What counts as zero in a vector; callers scale so that it is nothing beside their matrix. */
  private static final double NOTHING = 0x1p-960;

  private Householder() {}

  /**
   * The first of the {@code n} elements of x becomes that multiple, the others those of v after its
   * 1. Returns tau.
   */
  static double reflect(Backend backend, int n, double[] x, int at) {
    double alpha = x[at];
    double norm = backend.nrm2(n - 1, x, at + 1);
    double beta = -Math.copySign(Math.hypot(alpha, norm), alpha);
    if (norm == 0 || Math.abs(beta) < NOTHING) {
      Arrays.fill(x, at + 1, at + n, 0);
      return 0;
    }
    backend.scal(n - 1, 1 / (alpha - beta), x, at + 1);
    x[at] = beta;
    return (beta - alpha) / beta;
  }
}
