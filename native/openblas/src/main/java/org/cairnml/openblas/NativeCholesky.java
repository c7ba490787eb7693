package org.cairnml.openblas;

import static org.bytedeco.openblas.global.openblas.CblasLower;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasNonUnit;
import static org.bytedeco.openblas.global.openblas.CblasRight;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dpotrf_work;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas.cblas_dsyrk;
import static org.bytedeco.openblas.global.openblas.cblas_dtrsm;
import static org.cairnml.openblas.NativeBuffers.view;

import org.bytedeco.javacpp.DoublePointer;
import org.cairnml.base.Workers;

/** A = L L' of the lower triangle of a row-major matrix outside the heap, which L replaces. */
final class NativeCholesky {
  // By halves: the upper left block, the rows below it by substitution, the block that is left less
  // the product of those rows with themselves. Substitution goes by halves too. So nearly all work
  // is in large products, which the workers share by rows: of the triangle that is left, fewer rows
  // where they are longer. The row-major lower triangle is the upper one in LAPACK's order.

  private static final int BLOCK = 128;
  private static final int SUBSTITUTED = 8;
  private static final int ALIGNED = 64;
  private static final int PARTS = 4;
  private static final int SMALLEST_PART = 64;

  private final Workers workers;
  private final int ld;

  /**
   * @param ld how far apart rows stand
   */
  NativeCholesky(Workers workers, int ld) {
    this.workers = workers;
    this.ld = ld;
  }

  /** Returns -1, or the index of the first pivot that is not above zero. */
  int factor(int n, DoublePointer a) {
    if (n <= BLOCK) {
      return LAPACKE_dpotrf_work(LAPACK_COL_MAJOR, (byte) 'U', n, a, ld) - 1;
    }
    int half = half(n);
    int failed = factor(half, a);
    if (failed >= 0) {
      return failed;
    }
    int left = n - half;
    DoublePointer rows = view(a, (long) half * ld);
    DoublePointer rest = view(rows, half);
    int tile = Math.max(SMALLEST_PART, aligned(left / PARTS));
    workers.ranges(left, tile, (from, to) -> substitute(to - from, half, a, row(rows, from)));
    int parts = Math.max(1, Math.min(PARTS, left / SMALLEST_PART));
    workers.run(
        parts,
        i -> subtractProduct(cut(left, i, parts), cut(left, i + 1, parts), half, rows, rest));
    failed = factor(left, rest);
    return failed < 0 ? failed : half + failed;
  }

  /** X L' = B for X (rows x n), which replaces B. */
  private void substitute(int rows, int n, DoublePointer l, DoublePointer b) {
    if (n <= SUBSTITUTED) {
      cblas_dtrsm(
          CblasRowMajor,
          CblasRight,
          CblasLower,
          CblasTrans,
          CblasNonUnit,
          rows,
          n,
          1,
          l,
          ld,
          b,
          ld);
      return;
    }
    int half = half(n);
    DoublePointer below = row(l, half);
    DoublePointer beside = view(b, half);
    substitute(rows, half, l, b);
    subtract(rows, n - half, half, b, below, beside);
    substitute(rows, n - half, view(below, half), beside);
  }

  /** Rows from to to of the lower triangle of C - A A', where A has k columns. */
  private void subtractProduct(int from, int to, int k, DoublePointer a, DoublePointer c) {
    DoublePointer own = row(a, from);
    DoublePointer ownC = row(c, from);
    if (from > 0) {
      subtract(to - from, from, k, own, a, ownC);
    }
    cblas_dsyrk(
        CblasRowMajor,
        CblasLower,
        CblasNoTrans,
        to - from,
        k,
        -1,
        own,
        ld,
        1,
        view(ownC, from),
        ld);
  }

  /** C - A B' for C (m x n), in its place; A and B have k columns. */
  private void subtract(int m, int n, int k, DoublePointer a, DoublePointer b, DoublePointer c) {
    cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasTrans, m, n, k, -1, a, ld, b, ld, 1, c, ld);
  }

  /** Where part i of a lower triangle begins, so that all parts have about the same area. */
  private static int cut(int n, int i, int parts) {
    return i == parts ? n : aligned((int) (n * Math.sqrt((double) i / parts)));
  }

  private DoublePointer row(DoublePointer a, int i) {
    return view(a, (long) i * ld);
  }

  /** About half of n, a multiple of what the register tiles of products like. */
  private static int half(int n) {
    int unit = n > ALIGNED ? ALIGNED / 2 : SUBSTITUTED;
    return (n / 2 + unit - 1) / unit * unit;
  }

  private static int aligned(int n) {
    return (n + SUBSTITUTED - 1) / SUBSTITUTED * SUBSTITUTED;
  }
}
