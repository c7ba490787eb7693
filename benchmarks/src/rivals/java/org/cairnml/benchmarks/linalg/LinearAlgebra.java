package org.cairnml.benchmarks.linalg;

/** One library at work on square matrices that it holds in its own form. */
interface LinearAlgebra {

  /** The library of this name: a backend of Cairn, or a rival. */
  static LinearAlgebra named(String name) {
    return switch (name) {
      case "ejml" -> new Ejml();
      case "ojalgo" -> new OjAlgo();
      case "commons" -> new CommonsMath();
      default -> new Cairn(name);
    };
  }

  /**
   * Takes the operands, row-major (n x n).
   *
   * @param a any matrix
   * @param b any matrix
   * @param spd a positive definite one
   */
  void load(int n, double[] a, double[] b, double[] spd);

  /** Element (0, n - 1) of A B. */
  double multiply();

  /** The Cholesky factor of the positive definite matrix. */
  Object cholesky();

  /** LU with pivoting. */
  Object lu();

  /** QR with Q formed. */
  Object qr();

  /** The thin SVD. */
  Object svd();

  /** Eigenvalues and vectors of the positive definite matrix. */
  Object eigen();
}
