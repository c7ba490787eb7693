package org.cairnml.benchmarks.linalg;

/** What is compared, and which n numbers of a result the check looks at. */
public enum Factorization {
  /** Of a positive definite matrix; the diagonal of the factor. */
  CHOLESKY,
  /** With partial pivoting; the diagonal of U. */
  LU,
  /** With Q formed; the diagonal of R. */
  QR,
  /** Values and vectors of a symmetric matrix; the values. */
  EIGEN,
  /** Values and both thin sides; the values. */
  SVD;

  /** Whether the matrix is to be symmetric and positive definite. */
  boolean symmetric() {
    return this == CHOLESKY || this == EIGEN;
  }
}
