package org.cairnml.linalg.scalar;

import java.util.Arrays;
import org.cairnml.base.Workers;
import org.cairnml.linalg.backend.FloatTwin;
import org.cairnml.linalg.backend.InnerSplit;
import org.cairnml.linalg.backend.Region;
import org.cairnml.linalg.backend.Transpose;

/** The blocked product C = alpha op(A) op(B) + C in loops that the JIT compiler vectorizes. */
@FloatTwin
final class ScalarGemm {
  // The compiler vectorizes a loop over several arrays only if all use the same index, since two
  // offsets into what might be one array could overlap. So each row of a block of B is packed into
  // an array of its own, and two rows of C are added up in arrays of their own, four steps of the
  // inner dimension at a time. All cuts depend on the shape alone.

  private static final int BLOCK_STEPS = 128;

  private static final int BLOCK_COLUMNS = 512;

  /** Rows that a task takes. */
  static final int PART_ROWS = 32;

  /** Multiplications from which on other threads help. */
  static final long PARALLEL = 1L << 19;

  private final Region region;
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

  ScalarGemm(
      Region region,
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
    this.region = region;
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
    if (InnerSplit.serves(m, n, k)) {
      InnerSplit.run(
          workers,
          region,
          m,
          n,
          k,
          c,
          co,
          ldc,
          (from, to, sums) ->
              new ScalarGemm(
                      region,
                      transposeA,
                      transposeB,
                      alpha,
                      a,
                      ao + from * (transposeA == Transpose.NO ? 1 : lda),
                      lda,
                      b,
                      bo + from * (transposeB == Transpose.NO ? ldb : 1),
                      ldb,
                      sums,
                      0,
                      n)
                  .blocks(Workers.of(1), m, n, to - from));
    } else {
      blocks((long) m * n * k < PARALLEL ? Workers.of(1) : workers, m, n, k);
    }
  }

  private void blocks(Workers workers, int m, int n, int k) {
    for (int j = 0; j < n; j += BLOCK_COLUMNS) {
      int columns = Math.min(BLOCK_COLUMNS, n - j);
      int firstRow = region == Region.LOWER ? j : 0;
      double[][] block = new double[Math.min(k + 3 & ~3, BLOCK_STEPS)][columns];
      for (int p = 0; p < k; p += BLOCK_STEPS) {
        int steps = Math.min(BLOCK_STEPS, k - p);
        pack(j, columns, p, steps, block);
        int column = j;
        int step = p;
        workers.ranges(
            m - firstRow,
            PART_ROWS,
            (from, to) ->
                rows(firstRow + from, firstRow + to, column, columns, step, steps, block));
      }
    }
  }

  private void pack(int j, int columns, int p, int steps, double[][] block) {
    for (int q = 0; q < steps; q++) {
      if (transposeB == Transpose.NO) {
        System.arraycopy(b, bo + (p + q) * ldb + j, block[q], 0, columns);
      } else {
        double[] row = block[q];
        int at = bo + j * ldb + p + q;
        for (int i = 0; i < columns; i++) {
          row[i] = b[at + i * ldb];
        }
      }
    }
    for (int q = steps; q < (steps + 3 & ~3); q++) {
      Arrays.fill(block[q], 0);
    }
  }

  private void rows(int from, int to, int j, int columns, int p, int steps, double[][] block) {
    double[] c0 = new double[columns];
    double[] c1 = new double[columns];
    double[] a0 = new double[block.length];
    double[] a1 = new double[block.length];
    for (int i = from; i < to; i += 2) {
      int width = wanted(Math.min(i + 2, to), j, columns);
      Arrays.fill(c0, 0);
      Arrays.fill(c1, 0);
      coefficients(i, p, steps, a0);
      coefficients(Math.min(i + 1, to - 1), p, steps, a1);
      for (int q = 0; q < steps; q += 4) {
        step(
            width,
            block[q],
            block[q + 1],
            block[q + 2],
            block[q + 3],
            c0,
            c1,
            a0[q],
            a0[q + 1],
            a0[q + 2],
            a0[q + 3],
            a1[q],
            a1[q + 1],
            a1[q + 2],
            a1[q + 3]);
      }
      add(wanted(i + 1, j, width), c0, co + i * ldc + j);
      if (i + 1 < to) {
        add(width, c1, co + (i + 1) * ldc + j);
      }
    }
  }

  /** How many of some columns from {@code j} on are wanted in rows before {@code end}. */
  private int wanted(int end, int j, int columns) {
    return region == Region.ALL ? columns : Math.min(columns, end - j);
  }

  private void coefficients(int i, int p, int steps, double[] to) {
    for (int q = 0; q < steps; q++) {
      to[q] = transposeA == Transpose.NO ? a[ao + i * lda + p + q] : a[ao + (p + q) * lda + i];
    }
  }

  private static void step(
      int n,
      double[] b0,
      double[] b1,
      double[] b2,
      double[] b3,
      double[] c0,
      double[] c1,
      double x0,
      double x1,
      double x2,
      double x3,
      double y0,
      double y1,
      double y2,
      double y3) {
    for (int j = 0; j < n; j++) {
      double v0 = b0[j];
      double v1 = b1[j];
      double v2 = b2[j];
      double v3 = b3[j];
      c0[j] += (x0 * v0 + x1 * v1) + (x2 * v2 + x3 * v3);
      c1[j] += (y0 * v0 + y1 * v1) + (y2 * v2 + y3 * v3);
    }
  }

  private void add(int n, double[] sums, int at) {
    for (int j = 0; j < n; j++) {
      c[at + j] += alpha * sums[j];
    }
  }
}
