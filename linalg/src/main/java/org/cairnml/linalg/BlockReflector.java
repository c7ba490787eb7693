package org.cairnml.linalg;

import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.Transpose;

/**
 * The product of several Householder reflections, H = I - V T V' with T upper triangular, applied
 * by matrix products.
 *
 * <p>Source: Schreiber and Van Loan 1989, doi:10.1137/0910005.
 */
final class BlockReflector {
  // All matrices are kept transposed: row j holds column j. V' has a row per reflector, with the 1
  // and the zeros before it written out.

  private static final int BLOCK = 32;

  private final Backend backend = Backends.get();
  private final int m;
  private final int first;
  private final int count;
  private final int length;
  private final double[] v;
  private final double[] t;

  /** Reflectors {@code first} to {@code end} of a factorization with columns of length m. */
  BlockReflector(int m, double[] columns, double[] tau, int first, int end) {
    this.m = m;
    this.first = first;
    this.count = end - first;
    this.length = m - first;
    this.v = new double[count * length];
    this.t = new double[count * count];
    for (int j = 0; j < count; j++) {
      int below = length - j - 1;
      v[j * length + j] = 1;
      int from = (first + j) * m + first + j + 1;
      System.arraycopy(columns, from, v, j * length + j + 1, below);
    }
    double[] products = new double[count * count];
    backend.syrk(Transpose.NO, count, length, 1, v, 0, length, 0, products, 0, count);
    for (int j = 0; j < count; j++) {
      t[j * count + j] = tau[first + j];
      for (int i = 0; i < j; i++) {
        double sum = 0;
        for (int p = i; p < j; p++) {
          sum += t[i * count + p] * products[j * count + p];
        }
        t[i * count + j] = -tau[first + j] * sum;
      }
    }
  }

  /** All {@code n} columns become H times them, for the product H of all reflectors. */
  static void applyAll(int m, double[] reflectors, double[] tau, double[] columns, int n) {
    for (int k = lastBlock(tau.length); k >= 0; k -= BLOCK) {
      of(m, reflectors, tau, k).apply(columns, 0, n);
    }
  }

  /**
   * Columns of the identity, as many as there are reflectors, become H times them. Those before a
   * block are still the identity where the block acts.
   */
  static void unfold(int m, double[] reflectors, double[] tau, double[] columns) {
    for (int k = lastBlock(tau.length); k >= 0; k -= BLOCK) {
      of(m, reflectors, tau, k).apply(columns, k, tau.length);
    }
  }

  private static int lastBlock(int count) {
    return Math.floorDiv(count - 1, BLOCK) * BLOCK;
  }

  private static BlockReflector of(int m, double[] reflectors, double[] tau, int first) {
    return new BlockReflector(m, reflectors, tau, first, Math.min(tau.length, first + BLOCK));
  }

  /** Columns {@code from} to {@code to} become H times them. */
  void apply(double[] columns, int from, int to) {
    apply(columns, from, to, Transpose.YES);
  }

  /** Columns {@code from} to {@code to} become H' times them. */
  void applyTransposed(double[] columns, int from, int to) {
    apply(columns, from, to, Transpose.NO);
  }

  private void apply(double[] columns, int from, int to, Transpose transposeT) {
    int n = to - from;
    int at = from * m + first;
    double[] w = new double[n * count];
    double[] wt = new double[n * count];
    backend.gemm(
        Transpose.NO,
        Transpose.YES,
        n,
        count,
        length,
        1,
        columns,
        at,
        m,
        v,
        0,
        length,
        0,
        w,
        0,
        count);
    backend.gemm(
        Transpose.NO, transposeT, n, count, count, 1, w, 0, count, t, 0, count, 0, wt, 0, count);
    backend.gemm(
        Transpose.NO,
        Transpose.NO,
        n,
        length,
        count,
        -1,
        wt,
        0,
        count,
        v,
        0,
        length,
        1,
        columns,
        at,
        m);
  }
}
