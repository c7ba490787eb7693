package org.cairnml.linalg.backend;

/** Kinds of work that may go to different code by their size, for {@code Backends.report()}. */
public enum Operation {
  /** dot, axpy, exp and the like on n^2 numbers. */
  VECTORS("vectors"),
  /** gemv of (n x n). */
  MATRIX_VECTOR("matrix-vector"),
  /** gemm of (n x n) and (n x n). */
  PRODUCT("product"),
  /** syrk of (n x n). */
  GRAM("X'X"),
  /** Cholesky, QR, SVD and symmetric eigen of (n x n). */
  FACTORIZATION("factorization");

  private final String label;

  Operation(String label) {
    this.label = label;
  }

  /** Its name in the report. */
  public String label() {
    return label;
  }
}
