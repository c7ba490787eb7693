package org.cairnml.linalg.simd;

import static org.cairnml.linalg.simd.MicroKernel.COLUMNS;
import static org.cairnml.linalg.simd.MicroKernel.ROWS;

import org.cairnml.base.Workers;
import org.cairnml.linalg.backend.FloatTwin;
import org.cairnml.linalg.backend.Transpose;
import org.cairnml.linalg.scalar.Workspace;

/**
 * The packed and blocked product C = alpha op(A) op(B), or the same added to C.
 *
 * <p>Source: Goto and van de Geijn 2008, doi:10.1145/1356052.1356053.
 */
@FloatTwin
final class Gemm {
  // C is cut into blocks, and the inner dimension k into slices. For each slice the rows of A and
  // the columns of B are packed once; then tasks each compute a part of the block, tile by tile,
  // with a panel of B in the first-level cache and the packed rows of A in the second. All cuts
  // depend on the shape alone, and each number of C is added up over the slices in their order.
  // A tile of C is a few short rows far apart, which no prefetcher of the processor foresees: its
  // numbers are read once while the tile before is computed (decision 0006).

  private static final int SLICE = 384;
  private static final int BLOCK_ROWS = 400 * ROWS;
  private static final int BLOCK_COLUMNS = 2048;
  private static final int TASK_TILES = 36;
  private static final int TASK_COLUMNS = 256;
  private static final int LEAST_TASKS = 4;
  private static final int PACK_STEPS = 1 << 14;

  /** Multiplications from which on other threads help (decision 0018). */
  static final long PARALLEL = 1L << 20;

  private final Onto onto;
  private final Transpose transposeA;
  private final Transpose transposeB;
  private final double alpha;
  private final double[] a;
  private final int ao;
  private final int lda;
  private final double[] b;
  private final int bo;
  private final int ldb;
  private final double[] c;
  private final int co;
  private final int ldc;

  /** What was read ahead of its use; kept only so that compilers do not leave the reading out. */
  private double seen;

  Gemm(
      Onto onto,
      Transpose transposeA,
      Transpose transposeB,
      double alpha,
      double[] a,
      int ao,
      int lda,
      double[] b,
      int bo,
      int ldb,
      double[] c,
      int co,
      int ldc) {
    this.onto = onto;
    this.transposeA = transposeA;
    this.transposeB = transposeB;
    this.alpha = alpha;
    this.a = a;
    this.ao = ao;
    this.lda = lda;
    this.b = b;
    this.bo = bo;
    this.ldb = ldb;
    this.c = c;
    this.co = co;
    this.ldc = ldc;
  }

  void run(Workers workers, int m, int n, int k) {
    Workers used = (long) m * n * k < PARALLEL ? Workers.of(1) : workers;
    int slice = parts(k, parts(k, SLICE));
    double[] packedA = Workspace.take(roundUp(Math.min(m, BLOCK_ROWS), ROWS) * slice);
    double[] packedB = Workspace.take(roundUp(Math.min(n, BLOCK_COLUMNS), COLUMNS) * slice);
    try {
      for (int j = 0; j < n; j += BLOCK_COLUMNS) {
        int columns = Math.min(BLOCK_COLUMNS, n - j);
        for (int p = 0; p < k; p += slice) {
          int steps = Math.min(slice, k - p);
          for (int i = 0; i < m; i += BLOCK_ROWS) {
            int rows = Math.min(BLOCK_ROWS, m - i);
            pack(used, i, rows, j, i == 0 ? columns : 0, p, steps, packedA, packedB);
            multiply(used, i, rows, j, columns, p, steps, packedA, packedB);
          }
        }
      }
    } finally {
      Workspace.release(packedA);
      Workspace.release(packedB);
    }
  }

  private void pack(
      Workers workers,
      int i,
      int rows,
      int j,
      int columns,
      int p,
      int steps,
      double[] packedA,
      double[] packedB) {
    int perPartA = Math.max(1, PACK_STEPS / (steps * ROWS));
    int perPartB = Math.max(1, PACK_STEPS / (steps * COLUMNS));
    int panelsA = parts(rows, ROWS);
    int panelsB = parts(columns, COLUMNS);
    int partsA = parts(panelsA, perPartA);
    int partsB = parts(panelsB, perPartB);
    workers.run(
        partsA + partsB,
        part -> {
          if (part < partsA) {
            int end = Math.min(panelsA, (part + 1) * perPartA);
            for (int panel = part * perPartA; panel < end; panel++) {
              packA(
                  i + panel * ROWS,
                  Math.min(ROWS, rows - panel * ROWS),
                  p,
                  steps,
                  packedA,
                  panel * ROWS * steps);
            }
          } else {
            int end = Math.min(panelsB, (part - partsA + 1) * perPartB);
            for (int panel = (part - partsA) * perPartB; panel < end; panel++) {
              packB(
                  j + panel * COLUMNS,
                  Math.min(COLUMNS, columns - panel * COLUMNS),
                  p,
                  steps,
                  packedB,
                  panel * COLUMNS * steps);
            }
          }
        });
  }

  private void packA(int row, int count, int p, int steps, double[] to, int at) {
    if (transposeA == Transpose.NO) {
      Packing.across(count, ROWS, steps, a, ao + row * lda + p, lda, to, at);
    } else {
      Packing.neighbours(count, ROWS, steps, a, ao + p * lda + row, lda, to, at);
    }
  }

  private void packB(int column, int count, int p, int steps, double[] to, int at) {
    if (transposeB == Transpose.NO) {
      Packing.neighbours(count, COLUMNS, steps, b, bo + p * ldb + column, ldb, to, at);
    } else {
      Packing.across(count, COLUMNS, steps, b, bo + column * ldb + p, ldb, to, at);
    }
  }

  private void multiply(
      Workers workers,
      int i,
      int rows,
      int j,
      int columns,
      int p,
      int steps,
      double[] packedA,
      double[] packedB) {
    Onto before = p == 0 ? onto : Onto.RESULT;
    int across = parts(columns, TASK_COLUMNS);
    int taskColumns = roundUp(parts(columns, across), COLUMNS);
    int taskRows = rowsOfTask(parts(rows, ROWS), across) * ROWS;
    int tasks = parts(rows, taskRows) * across;
    workers.run(
        tasks,
        task -> {
          int row = task / across * taskRows;
          int column = task % across * taskColumns;
          tiles(
              i,
              row,
              Math.min(rows, row + taskRows),
              j,
              column,
              Math.min(columns, column + taskColumns),
              before,
              steps,
              packedA,
              packedB);
        });
  }

  /** Rows of tiles in a task: as many as the cache holds, about the same in all tasks. */
  private static int rowsOfTask(int rowsOfTiles, int across) {
    int least = parts(LEAST_TASKS, across);
    return parts(rowsOfTiles, Math.max(least, parts(rowsOfTiles, TASK_TILES)));
  }

  private void tiles(
      int i,
      int fromRow,
      int toRow,
      int j,
      int fromColumn,
      int toColumn,
      Onto before,
      int steps,
      double[] packedA,
      double[] packedB) {
    boolean adds = before == Onto.RESULT;
    double[] d = adds ? c : MicroKernel.ZEROS;
    int ldd = adds ? ldc : 0;
    double ahead = 0;
    double[] edge = null;
    for (int column = fromColumn; column < toColumn; column += COLUMNS) {
      int width = Math.min(COLUMNS, toColumn - column);
      for (int row = fromRow; row < toRow; row += ROWS) {
        int height = Math.min(ROWS, toRow - row);
        int at = co + (i + row) * ldc + j + column;
        int qa = row * steps;
        int qb = column * steps;
        if (width == COLUMNS && height == ROWS) {
          int from = adds ? at : 0;
          if (adds && row + 2 * ROWS <= toRow) {
            ahead += firstOfLines(at + ROWS * ldc);
          }
          MicroKernel.run(
              steps, alpha, packedA, qa, ROWS, packedB, qb, COLUMNS, d, from, ldd, c, at, ldc);
        } else {
          if (edge == null) {
            edge = new double[ROWS * COLUMNS];
          }
          MicroKernel.run(
              steps,
              alpha,
              packedA,
              qa,
              ROWS,
              packedB,
              qb,
              COLUMNS,
              MicroKernel.ZEROS,
              0,
              0,
              edge,
              0,
              COLUMNS);
          for (int h = 0; h < height; h++) {
            MicroKernel.storeRow(before, width, edge, h * COLUMNS, c, at + h * ldc);
          }
        }
      }
    }
    seen = ahead;
  }

  /** Reads all cache lines of a tile of C; their sum. */
  private double firstOfLines(int at) {
    double sum = 0;
    int row = at;
    for (int h = 0; h < ROWS; h++) {
      sum += c[row] + c[row + COLUMNS / 2] + c[row + COLUMNS - 1];
      row += ldc;
    }
    return sum;
  }

  /** How many parts of a size cover n. */
  static int parts(int n, int size) {
    return (n + size - 1) / size;
  }

  private static int roundUp(int n, int multiple) {
    return parts(n, multiple) * multiple;
  }
}
