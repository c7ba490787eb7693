package org.cairnml.openblas;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dgeqrt3_work;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dlarfb_work;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dlarft_work;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;
import static org.cairnml.openblas.NativeBuffers.view;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Pointer;
import org.cairnml.base.Workers;

/**
 * Householder QR outside the heap, in blocks of columns: LAPACK factors a block recursively, and
 * the workers share the columns that its reflectors H = I - V T V' are applied to.
 *
 * <p>Source: Elmroth and Gustavson 2000, doi:10.1147/rd.444.0605.
 */
final class NativeQr {

  private static final int BLOCK = 48;
  private static final int SMALLEST_TILE = 32;
  private static final int TILES = 4;

  private final Workers workers;
  private final int m;
  private final int reflectors;

  /** For reflectors of length m. */
  NativeQr(Workers workers, int m, int reflectors) {
    this.workers = workers;
    this.m = m;
    this.reflectors = reflectors;
  }

  /**
   * R and the reflectors replace the column-major A (m x n).
   *
   * @param tau gets the factor of each reflector
   */
  void factor(int n, DoublePointer a, double[] tau) {
    DoublePointer t = NativeBuffers.take((long) BLOCK * BLOCK);
    try {
      for (int k = 0; k < reflectors; k += BLOCK) {
        int count = Math.min(BLOCK, reflectors - k);
        int length = m - k;
        DoublePointer v = diagonal(a, k);
        LAPACKE_dgeqrt3_work(LAPACK_COL_MAJOR, length, count, v, m, t, BLOCK);
        for (int j = 0; j < count; j++) {
          tau[k + j] = t.get((long) j * BLOCK + j);
        }
        DoublePointer beside = view(v, (long) count * m);
        workers.ranges(
            n - k - count,
            tile(n - k - count),
            (from, to) ->
                reflect('L', length, to - from, count, v, t, view(beside, (long) from * m), m));
      }
    } finally {
      NativeBuffers.release(t);
    }
  }

  /**
   * Q (m x reflectors), row-major, from what {@link #factor} left. Columns before a block are still
   * those of the identity where the block acts.
   */
  void unfold(DoublePointer a, double[] tau, DoublePointer q) {
    Pointer.memset(q, 0, (long) m * reflectors * Double.BYTES);
    for (int j = 0; j < reflectors; j++) {
      q.put((long) j * reflectors + j, 1);
    }
    DoublePointer t = NativeBuffers.take((long) BLOCK * BLOCK);
    DoublePointer scales = NativeBuffers.take(reflectors);
    try {
      scales.put(tau, 0, reflectors);
      for (int k = Math.floorDiv(reflectors - 1, BLOCK) * BLOCK; k >= 0; k -= BLOCK) {
        int count = Math.min(BLOCK, reflectors - k);
        int length = m - k;
        DoublePointer v = diagonal(a, k);
        DoublePointer block = view(q, (long) k * reflectors + k);
        LAPACKE_dlarft_work(
            LAPACK_COL_MAJOR,
            (byte) 'F',
            (byte) 'C',
            length,
            count,
            v,
            m,
            view(scales, k),
            t,
            BLOCK);
        workers.ranges(
            reflectors - k,
            tile(reflectors - k),
            (from, to) ->
                reflect('R', to - from, length, count, v, t, view(block, from), reflectors));
      }
    } finally {
      NativeBuffers.release(t);
      NativeBuffers.release(scales);
    }
  }

  /** Applies H' from the left ('L') or right ('R') to the column-major C (rows x columns). */
  private void reflect(
      char side,
      int rows,
      int columns,
      int count,
      DoublePointer v,
      DoublePointer t,
      DoublePointer c,
      int ldc) {
    int others = side == 'L' ? columns : rows;
    DoublePointer work = NativeBuffers.take((long) others * count);
    try {
      LAPACKE_dlarfb_work(
          LAPACK_COL_MAJOR,
          (byte) side,
          (byte) 'T',
          (byte) 'F',
          (byte) 'C',
          rows,
          columns,
          count,
          v,
          m,
          t,
          BLOCK,
          c,
          ldc,
          work,
          others);
    } finally {
      NativeBuffers.release(work);
    }
  }

  /** How many columns a worker takes at once: products like them wide. */
  private static int tile(int columns) {
    return Math.max(SMALLEST_TILE, (columns + TILES - 1) / TILES);
  }

  private DoublePointer diagonal(DoublePointer a, int k) {
    return view(a, (long) k * m + k);
  }
}
