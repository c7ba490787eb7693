package org.cairnml.openblas;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dgebrd_work;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dormbr_work;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;
import static org.cairnml.openblas.NativeBuffers.view;

import org.bytedeco.javacpp.DoublePointer;
import org.cairnml.base.Workers;
import org.cairnml.linalg.backend.Side;

/**
 * A = Q B P' of a column-major A (m x n, m at least n) outside the heap, with B upper bidiagonal.
 */
final class NativeBidiagonal {

  /** LAPACK takes no larger blocks of reflectors, and a triangle for one in addition. */
  private static final int LARGEST_BLOCK = 64;

  private static final int TILES = 4;
  private static final int SMALLEST_TILE = 32;

  private final int m;
  private final int n;

  NativeBidiagonal(int m, int n) {
    this.m = m;
    this.n = n;
  }

  /** The reflectors replace A. */
  void reduce(
      DoublePointer a,
      DoublePointer diagonal,
      DoublePointer beside,
      DoublePointer leftTau,
      DoublePointer rightTau) {
    int size = (m + n) * LARGEST_BLOCK;
    DoublePointer work = NativeBuffers.take(size);
    try {
      LAPACKE_dgebrd_work(
          LAPACK_COL_MAJOR, m, n, a, m, diagonal, beside, leftTau, rightTau, work, size);
    } finally {
      NativeBuffers.release(work);
    }
  }

  /** The workers share the columns, which become Q (left) or P (right) times what they were. */
  void turn(
      Workers workers,
      Side side,
      DoublePointer a,
      DoublePointer tau,
      DoublePointer columns,
      int count) {
    int length = side == Side.LEFT ? m : n;
    int tile = Math.max(SMALLEST_TILE, (count + TILES - 1) / TILES);
    workers.ranges(
        count,
        tile,
        (from, to) -> {
          int size = (to - from + 2 * LARGEST_BLOCK) * LARGEST_BLOCK;
          DoublePointer work = NativeBuffers.take(size);
          try {
            LAPACKE_dormbr_work(
                LAPACK_COL_MAJOR,
                (byte) (side == Side.LEFT ? 'Q' : 'P'),
                (byte) 'L',
                (byte) 'N',
                length,
                to - from,
                side == Side.LEFT ? n : m,
                a,
                m,
                tau,
                view(columns, (long) from * length),
                length,
                work,
                size);
          } finally {
            NativeBuffers.release(work);
          }
        });
  }
}
