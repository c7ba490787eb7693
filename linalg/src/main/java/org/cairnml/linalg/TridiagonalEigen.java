package org.cairnml.linalg;

/**
 * The eigendecomposition T = V diag(w) V' of a symmetric tridiagonal matrix (n x n) by way of a
 * singular value decomposition: for a g not above any eigenvalue T - g I = B'B with a bidiagonal B,
 * whose vectors on the right are V and whose values are the roots of w - g.
 *
 * <p>Sources: for g, Gershgorin's circles, Golub and Van Loan, Matrix Computations, 4th ed.,
 * section 7.2.1; for the rest see {@link BidiagonalMerge}.
 */
final class TridiagonalEigen {
  // With g from the circles no square on the diagonal of B is less than what stands beside it in T.
  // Rounding is kept from making it so.

  private final double shift;
  private final BidiagonalSvd svd;

  TridiagonalEigen(double[] diagonal, double[] beside) {
    int n = diagonal.length;
    shift = leftmost(diagonal, beside);
    double[] b = new double[n];
    double[] c = new double[n];
    double square = 0;
    for (int i = 0; i < n; i++) {
      b[i] = Math.sqrt(Math.max(Math.abs(beside[i]), diagonal[i] - shift - square));
      c[i] = b[i] > 0 ? beside[i] / b[i] : 0;
      square = c[i] * c[i];
    }
    svd = BidiagonalSvd.right(b, c);
  }

  private static double leftmost(double[] diagonal, double[] beside) {
    double least = Double.POSITIVE_INFINITY;
    double before = 0;
    for (int i = 0; i < diagonal.length; i++) {
      double after = Math.abs(beside[i]);
      least = Math.min(least, diagonal[i] - before - after);
      before = after;
    }
    return least;
  }

  /** w, falling. */
  double[] values() {
    double[] w = svd.values();
    for (int i = 0; i < w.length; i++) {
      w[i] = w[i] * w[i] + shift;
    }
    return w;
  }

  /** Writes V' (n x n) to an array with rows of length {@code ld}. */
  void vectors(double[] out, int ld) {
    svd.right(out, ld);
  }
}
