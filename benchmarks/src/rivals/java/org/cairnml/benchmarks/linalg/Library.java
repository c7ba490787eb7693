package org.cairnml.benchmarks.linalg;

import java.util.Optional;

/**
 * What a library can do, each on copies of the operands in its own form. Matrices are given
 * row-major without gaps. What a library does not offer is empty.
 */
interface Library {

  /**
   * The library of this name.
   *
   * @param threads how many it may use, where it can be told
   */
  static Library named(String name, int threads) {
    return switch (name) {
      case "cairn", "scalar", "simd", "openblas" -> new Cairn(name, threads);
      case "commons" -> new CommonsMath();
      case "ejml" -> new Ejml(threads);
      case "loop" -> new PlainLoops();
      case "memory" -> new MemoryLoops();
      case "nd4j" -> new Nd4j(threads);
      case "ojalgo" -> new OjAlgo();
      case "openblas-arrays" -> new OpenBlasArrays(threads);
      case "openblas-pointers" -> new OpenBlasPointers(threads);
      default -> throw new IllegalArgumentException("there is no library " + name);
    };
  }

  /** C = A B, all (n x n). */
  default Optional<Work> product(int n, double[] a, double[] b) {
    return Optional.empty();
  }

  /** The same in floats. */
  default Optional<Work> floatProduct(int n, float[] a, float[] b) {
    return Optional.empty();
  }

  /** X'X of (rows x columns), the lower triangle at least. */
  default Optional<Work> gram(int rows, int columns, double[] x) {
    return Optional.empty();
  }

  /** y = A x of an (n x n) matrix. */
  default Optional<Work> matrixVector(int n, double[] a, double[] x) {
    return Optional.empty();
  }

  /** x'y. */
  default Optional<Work> dot(double[] x, double[] y) {
    return Optional.empty();
  }

  /** y = alpha x + y. */
  default Optional<Work> axpy(double alpha, double[] x, double[] y) {
    return Optional.empty();
  }

  /** exp of each element, to another array. */
  default Optional<Work> exp(double[] x) {
    return Optional.empty();
  }

  /** A factorization of an (n x n) matrix, which is kept. */
  default Optional<Work> factorization(Factorization kind, int n, double[] a) {
    return Optional.empty();
  }
}
