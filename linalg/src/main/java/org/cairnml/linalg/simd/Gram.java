package org.cairnml.linalg.simd;

import static org.cairnml.linalg.simd.Lanes.L;
import static org.cairnml.linalg.simd.Lanes.WIDE;

import jdk.incubator.vector.DoubleVector;
import org.cairnml.base.Workers;
import org.cairnml.linalg.backend.FloatTwin;
import org.cairnml.linalg.backend.Transpose;
import org.cairnml.linalg.scalar.Workspace;

/** The lower triangle of C = alpha op(A) op(A)', or the same added to C. */
@FloatTwin
final class Gram {
  // The inner dimension is cut into slices. Of each, op(A) is packed once, in panels two vectors
  // wide, from which both factors are read: the height of a tile divides the width of a panel. So
  // tiles are four rows high, less than those of MicroKernel. Tiles above the diagonal are left
  // out; those that reach no further than the left vector of a panel take half the work.

  private static final int ROWS = 4;
  private static final int COLUMNS = 2 * L;
  private static final int SLICE = 256;
  private static final int TASK_ROWS = 64;
  private static final int TASK_COLUMNS = 128;

  private final Transpose transpose;
  private final int n;
  private final double alpha;
  private final double[] a;
  private final int ao;
  private final int lda;
  private final double[] c;
  private final int co;
  private final int ldc;

  /** op(A) has n rows; it is the transpose of what is stored if {@code transpose} says so. */
  Gram(
      Transpose transpose,
      int n,
      double alpha,
      double[] a,
      int ao,
      int lda,
      double[] c,
      int co,
      int ldc) {
    this.transpose = transpose;
    this.n = n;
    this.alpha = alpha;
    this.a = a;
    this.ao = ao;
    this.lda = lda;
    this.c = c;
    this.co = co;
    this.ldc = ldc;
  }

  /** op(A) has {@code k} columns. */
  void run(Workers workers, Onto onto, int k) {
    Workers used = (long) n * n * k / 2 < Gemm.PARALLEL ? Workers.of(1) : workers;
    int panels = Gemm.parts(n, COLUMNS);
    int taskRows = Gemm.parts(n, TASK_ROWS);
    int taskColumns = Gemm.parts(n, TASK_COLUMNS);
    double[] packed = Workspace.take(panels * COLUMNS * Math.min(k, SLICE));
    try {
      for (int p = 0; p < k; p += SLICE) {
        int step = p;
        int steps = Math.min(SLICE, k - p);
        Onto before = p == 0 ? onto : Onto.RESULT;
        used.run(panels, panel -> pack(panel * COLUMNS, step, steps, packed));
        used.run(
            taskRows * taskColumns,
            task ->
                tiles(
                    before,
                    task / taskColumns * TASK_ROWS,
                    task % taskColumns * TASK_COLUMNS,
                    steps,
                    packed));
      }
    } finally {
      Workspace.release(packed);
    }
  }

  private void pack(int row, int p, int steps, double[] packed) {
    int count = Math.min(COLUMNS, n - row);
    int at = row * steps;
    if (transpose == Transpose.YES) {
      Packing.neighbours(count, COLUMNS, steps, a, ao + p * lda + row, lda, packed, at);
    } else {
      Packing.across(count, COLUMNS, steps, a, ao + row * lda + p, lda, packed, at);
    }
  }

  private void tiles(Onto before, int fromRow, int fromColumn, int steps, double[] packed) {
    int toRow = Math.min(n, fromRow + TASK_ROWS);
    int toColumn = Math.min(toRow, fromColumn + TASK_COLUMNS);
    boolean adds = before == Onto.RESULT;
    double[] d = adds ? c : MicroKernel.ZEROS;
    int ldd = adds ? ldc : 0;
    double[] edge = new double[ROWS * COLUMNS];
    for (int column = fromColumn; column < toColumn; column += COLUMNS) {
      int right = column * steps;
      for (int row = Math.max(fromRow, column); row < toRow; row += ROWS) {
        int left = row / COLUMNS * COLUMNS * steps + row % COLUMNS;
        int at = co + row * ldc + column;
        if (row >= column + COLUMNS - 1 && row + ROWS <= toRow) {
          tile(steps, alpha, packed, left, right, d, adds ? at : 0, ldd, c, at, ldc);
          continue;
        }
        if (row + ROWS <= column + L) {
          halfTile(steps, alpha, packed, left, right, edge);
        } else {
          tile(steps, alpha, packed, left, right, MicroKernel.ZEROS, 0, 0, edge, 0, COLUMNS);
        }
        for (int h = 0; h < Math.min(ROWS, toRow - row); h++) {
          int width = Math.min(COLUMNS, row + h + 1 - column);
          MicroKernel.storeRow(before, width, edge, h * COLUMNS, c, at + h * ldc);
        }
      }
    }
  }

  /** A tile of C = alpha A B + D, with rows of D and C {@code ldd} and {@code ldc} apart. */
  private static void tile(
      int k,
      double alpha,
      double[] packed,
      int left,
      int right,
      double[] d,
      int dAt,
      int ldd,
      double[] c,
      int co,
      int ldc) {
    DoubleVector zero = DoubleVector.zero(WIDE);
    DoubleVector c00 = zero;
    DoubleVector c01 = zero;
    DoubleVector c10 = zero;
    DoubleVector c11 = zero;
    DoubleVector c20 = zero;
    DoubleVector c21 = zero;
    DoubleVector c30 = zero;
    DoubleVector c31 = zero;
    int q = left;
    int r = right;
    for (int p = 0; p < k; p++) {
      DoubleVector b0 = DoubleVector.fromArray(WIDE, packed, r);
      DoubleVector b1 = DoubleVector.fromArray(WIDE, packed, r + L);
      DoubleVector a0 = DoubleVector.broadcast(WIDE, packed[q]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      DoubleVector a1 = DoubleVector.broadcast(WIDE, packed[q + 1]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      DoubleVector a2 = DoubleVector.broadcast(WIDE, packed[q + 2]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      DoubleVector a3 = DoubleVector.broadcast(WIDE, packed[q + 3]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      q += COLUMNS;
      r += COLUMNS;
    }
    DoubleVector scale = DoubleVector.broadcast(WIDE, alpha);
    MicroKernel.store(scale, c00, c01, d, dAt, c, co);
    MicroKernel.store(scale, c10, c11, d, dAt + ldd, c, co + ldc);
    MicroKernel.store(scale, c20, c21, d, dAt + 2 * ldd, c, co + 2 * ldc);
    MicroKernel.store(scale, c30, c31, d, dAt + 3 * ldd, c, co + 3 * ldc);
  }

  /** The left half of a tile, without D. */
  private static void halfTile(
      int k, double alpha, double[] packed, int left, int right, double[] to) {
    DoubleVector c0 = DoubleVector.zero(WIDE);
    DoubleVector c1 = c0;
    DoubleVector c2 = c0;
    DoubleVector c3 = c0;
    int q = left;
    int r = right;
    for (int p = 0; p < k; p++) {
      DoubleVector b = DoubleVector.fromArray(WIDE, packed, r);
      c0 = DoubleVector.broadcast(WIDE, packed[q]).fma(b, c0);
      c1 = DoubleVector.broadcast(WIDE, packed[q + 1]).fma(b, c1);
      c2 = DoubleVector.broadcast(WIDE, packed[q + 2]).fma(b, c2);
      c3 = DoubleVector.broadcast(WIDE, packed[q + 3]).fma(b, c3);
      q += COLUMNS;
      r += COLUMNS;
    }
    c0.mul(alpha).intoArray(to, 0);
    c1.mul(alpha).intoArray(to, COLUMNS);
    c2.mul(alpha).intoArray(to, 2 * COLUMNS);
    c3.mul(alpha).intoArray(to, 3 * COLUMNS);
  }
}
