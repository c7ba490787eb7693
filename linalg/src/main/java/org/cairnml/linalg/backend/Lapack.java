package org.cairnml.linalg.backend;

/**
 * Factorizations from a native library. Matrices are contiguous; where nothing else is said they
 * are column-major, as LAPACK has them, and results replace the inputs in LAPACK's own form.
 */
public interface Lapack {

  /**
   * A = L L' of the lower triangle of the row-major A (n x n, rows {@code lda} apart from {@code
   * aOffset} on): L goes to the lower triangle of {@code l} (n x n, row-major), of which the rest
   * stays as it is. Returns -1, or the index of the first pivot that is not above zero, which then
   * stands in {@code l}.
   */
  int cholesky(int n, double[] a, int aOffset, int lda, double[] l);

  /**
   * A = Q R of A (m x n): R on and above the diagonal, below it the reflectors I - tau v v' with
   * v[0] = 1 implied; {@code tau} has min(m, n) elements.
   */
  void qr(int m, int n, double[] a, double[] tau);

  /**
   * The row-major Q (m x k) from what {@link #qr} or {@link #qrPivoted} left of A (m x n) and the k
   * elements of {@code tau}; these stay as they are.
   */
  void q(int m, double[] a, double[] tau, double[] q);

  /** As {@link #qr} for A P; column j of A P is column {@code pivots[j]} of A. */
  void qrPivoted(int m, int n, double[] a, int[] pivots, double[] tau);

  /**
   * A = P L U of A (n x n) with L (unit diagonal) and U in place of A; row i was exchanged with row
   * {@code pivots[i]}, one after another.
   */
  void lu(int n, double[] a, int[] pivots);

  /**
   * Whether {@link #bidiagonal} of a matrix of n columns is faster than to reduce it in Java, with
   * one pass over the matrix for each column where LAPACK takes two.
   */
  boolean reducesFaster(int n);

  /**
   * A = Q B P' of A (m x n, m at least n) with an upper bidiagonal B, whose diagonal (n) and
   * elements beside it (the first n - 1 of {@code beside}) are written; the reflectors of Q and P
   * replace A, with factors {@code leftTau} and {@code rightTau} (n each).
   */
  void bidiagonal(
      int m,
      int n,
      double[] a,
      double[] diagonal,
      double[] beside,
      double[] leftTau,
      double[] rightTau);

  /**
   * Each x of the {@code count} columns of {@code columns} becomes Q x (m elements, left) or P x
   * (n, right), from what {@link #bidiagonal} left of A (m x n) and the factors of that side. The
   * left reflectors may as well be those of {@link #qr}.
   */
  void turn(Side side, int m, int n, double[] a, double[] tau, double[] columns, int count);

  /**
   * A = V diag(w) V' of the symmetric A (n x n): w rising, V in place of A. Returns whether it
   * converged.
   */
  boolean symmetricEigen(int n, double[] a, double[] w);
}
