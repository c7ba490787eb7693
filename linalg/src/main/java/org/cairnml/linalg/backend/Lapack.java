package org.cairnml.linalg.backend;

/**
 * Factorizations from a native library. Matrices are contiguous and column-major, as LAPACK has
 * them; results replace the inputs in LAPACK's own form.
 */
public interface Lapack {

  /**
   * A = U'U of the upper triangle of A (n x n), which U replaces; row-major that is A = L L' of the
   * lower triangle. Returns -1, or the index of the first pivot that is not above zero.
   */
  int cholesky(int n, double[] a);

  /**
   * A = Q R of A (m x n): R on and above the diagonal, below it the reflectors I - tau v v' with
   * v[0] = 1 implied; {@code tau} has min(m, n) elements.
   */
  void qr(int m, int n, double[] a, double[] tau);

  /** As {@link #qr} for A P; column j of A P is column {@code pivots[j]} of A. */
  void qrPivoted(int m, int n, double[] a, int[] pivots, double[] tau);

  /**
   * A = P L U of A (n x n) with L (unit diagonal) and U in place of A; row i was exchanged with row
   * {@code pivots[i]}, one after another.
   */
  void lu(int n, double[] a, int[] pivots);

  /**
   * A = U diag(s) V' of A (m x n), k = min(m, n): s (k) falling, u (m x k), vt (k x n). A is
   * overwritten. Returns whether it converged.
   */
  boolean svd(int m, int n, double[] a, double[] s, double[] u, double[] vt);

  /**
   * A = V diag(w) V' of the symmetric A (n x n): w rising, V in place of A. Returns whether it
   * converged.
   */
  boolean symmetricEigen(int n, double[] a, double[] w);
}
