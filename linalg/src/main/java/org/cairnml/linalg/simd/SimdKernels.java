package org.cairnml.linalg.simd;

import java.util.Arrays;
import org.cairnml.base.Workers;
import org.cairnml.linalg.backend.FloatTwin;
import org.cairnml.linalg.backend.InnerSplit;
import org.cairnml.linalg.backend.Kernels;
import org.cairnml.linalg.backend.Region;
import org.cairnml.linalg.backend.Transpose;

/** Kernels on the Vector API. */
@FloatTwin
class SimdKernels implements Kernels {

  /**
   * Numbers in a matrix from which on a matrix-vector product is shared among threads: two lose up
   * to 2^20 and win at 2^22 (decision 0023; MatrixVectorBenchmark with threads 1 and 2).
   */
  private static final int PARALLEL_ELEMENTS = 1 << 21;

  /** Numbers that one thread takes at a time. */
  private static final int PART_ELEMENTS = 1 << 16;

  /**
   * Numbers in a vector from which on its products are limited by memory, and shared: two threads
   * gain nothing at 2^18 and 1.8 times at 2^20 (decision 0023).
   */
  private static final int PARALLEL_VECTOR = 1 << 20;

  /**
   * Columns up to which X'X of many rows is faster without packing (decision 0025, GramBenchmark).
   */
  private static final int UNPACKED = 64;

  private final Workers workers;

  SimdKernels(Workers workers) {
    this.workers = workers;
  }

  @Override
  public Workers workers() {
    return workers;
  }

  @Override
  public double dot(int n, double[] x, int xOffset, double[] y, int yOffset) {
    if (n < PARALLEL_VECTOR) {
      return Level1.dot(n, x, xOffset, y, yOffset);
    }
    double[] sums = new double[(n + PART_ELEMENTS - 1) / PART_ELEMENTS];
    workers.ranges(
        n,
        PART_ELEMENTS,
        (from, to) ->
            sums[from / PART_ELEMENTS] =
                Level1.dotOfStreams(to - from, x, xOffset + from, y, yOffset + from));
    return Level1.sum(sums.length, sums, 0);
  }

  @Override
  public void axpy(int n, double alpha, double[] x, int xOffset, double[] y, int yOffset) {
    if (alpha != 0) {
      Level1.axpy(n, alpha, x, xOffset, y, yOffset);
    }
  }

  @Override
  public void scal(int n, double alpha, double[] x, int xOffset) {
    if (alpha == 0) {
      Arrays.fill(x, xOffset, xOffset + n, 0);
    } else {
      Level1.scal(n, alpha, x, xOffset);
    }
  }

  @Override
  public double sum(int n, double[] x, int xOffset) {
    return Level1.sum(n, x, xOffset);
  }

  @Override
  public double asum(int n, double[] x, int xOffset) {
    return Level1.asum(n, x, xOffset);
  }

  @Override
  public double squaredDistance(int n, double[] x, int xOffset, double[] y, int yOffset) {
    return Level1.squaredDistance(n, x, xOffset, y, yOffset);
  }

  @Override
  public void exp(int n, double[] x, int xOffset, double[] y, int yOffset) {
    Elementary.exp(n, x, xOffset, y, yOffset);
  }

  @Override
  public void log(int n, double[] x, int xOffset, double[] y, int yOffset) {
    Elementary.log(n, x, xOffset, y, yOffset);
  }

  @Override
  public void sigmoid(int n, double[] x, int xOffset, double[] y, int yOffset) {
    Activations.sigmoid(n, x, xOffset, y, yOffset);
  }

  @Override
  public void tanh(int n, double[] x, int xOffset, double[] y, int yOffset) {
    Activations.tanh(n, x, xOffset, y, yOffset);
  }

  @Override
  public void poleSums(
      int n,
      double[] d,
      double[] z,
      int count,
      double[] o,
      double[] x,
      double[] below,
      double[] belowSlope,
      double[] above,
      double[] aboveSlope) {
    PoleSums.run(n, d, z, count, o, x, below, belowSlope, above, aboveSlope);
  }

  @Override
  public void rotateRows(
      int first, int last, int n, double[] c, double[] s, double[] a, int aOffset, int ld) {
    int done = RowRotations.run(first, last, n, c, s, a, aOffset, ld);
    Kernels.super.rotateRows(first, last, n - done, c, s, a, aOffset + done, ld);
  }

  @Override
  public void reflectRows(
      int m, int n, double tau, double[] v, int vOffset, double[] a, int aOffset, int ld) {
    int done = RowReflection.run(m, n, tau, v, vOffset, a, aOffset, ld);
    Kernels.super.reflectRows(m, n - done, tau, v, vOffset, a, aOffset + done, ld);
  }

  @Override
  public void addSquaredDeviations(
      int m, int n, double[] a, int aOffset, int lda, double[] means, double[] squares) {
    Level2.addSquaredDeviations(m, n, a, aOffset, lda, means, squares);
  }

  @Override
  public void gemv(
      Transpose transpose,
      int m,
      int n,
      double alpha,
      double[] a,
      int aOffset,
      int lda,
      double[] x,
      int xOffset,
      double beta,
      double[] y,
      int yOffset) {
    int length = transpose == Transpose.NO ? m : n;
    if (beta != 1) {
      scal(length, beta, y, yOffset);
    }
    if (alpha == 0 || m == 0 || n == 0) {
      return;
    }
    boolean one = (long) m * n < PARALLEL_ELEMENTS;
    int rows = one ? m : Math.max(4, PART_ELEMENTS / n & ~3);
    if (transpose == Transpose.NO) {
      if (one) {
        Level2.gemv(0, m, n, alpha, a, aOffset, lda, x, xOffset, y, yOffset);
      } else {
        workers.ranges(
            m,
            rows,
            (from, to) -> Level2.gemv(from, to, n, alpha, a, aOffset, lda, x, xOffset, y, yOffset));
      }
    } else if (one) {
      Level2.gemvTransposed(0, m, n, alpha, a, aOffset, lda, x, xOffset, y, yOffset);
    } else {
      int parts = (m + rows - 1) / rows;
      double[] sums = new double[parts * n];
      workers.ranges(
          m,
          rows,
          (from, to) ->
              Level2.gemvTransposed(
                  from, to, n, alpha, a, aOffset, lda, x, xOffset, sums, from / rows * n));
      for (int part = 0; part < parts; part++) {
        Level1.axpy(n, 1, sums, part * n, y, yOffset);
      }
    }
  }

  @Override
  public void gemm(
      Transpose transposeA,
      Transpose transposeB,
      int m,
      int n,
      int k,
      double alpha,
      double[] a,
      int aOffset,
      int lda,
      double[] b,
      int bOffset,
      int ldb,
      double beta,
      double[] c,
      int cOffset,
      int ldc) {
    boolean plain = transposeA == Transpose.NO && transposeB == Transpose.NO;
    Onto onto = beta == 0 ? Onto.ZEROS : Onto.RESULT;
    if (plain && alpha != 0 && SmallGemm.serves(m, n, k)) {
      if (beta != 0) {
        scale(m, n, beta, c, cOffset, ldc);
      }
      SmallGemm.run(onto, m, n, k, alpha, a, aOffset, lda, b, bOffset, ldb, c, cOffset, ldc);
      return;
    }
    boolean nothing = alpha == 0 || m == 0 || n == 0 || k == 0;
    if (beta != 0 || nothing) {
      scale(m, n, beta, c, cOffset, ldc);
    }
    if (!nothing) {
      large(
          onto,
          transposeA,
          transposeB,
          m,
          n,
          k,
          alpha,
          a,
          aOffset,
          lda,
          b,
          bOffset,
          ldb,
          c,
          cOffset,
          ldc);
    }
  }

  private void large(
      Onto onto,
      Transpose transposeA,
      Transpose transposeB,
      int m,
      int n,
      int k,
      double alpha,
      double[] a,
      int aOffset,
      int lda,
      double[] b,
      int bOffset,
      int ldb,
      double[] c,
      int cOffset,
      int ldc) {
    if (transposeA == Transpose.YES && transposeB == Transpose.NO && InnerSplit.serves(m, n, k)) {
      if (onto == Onto.ZEROS) {
        scale(m, n, 0, c, cOffset, ldc);
      }
      tall(Region.ALL, m, n, k, alpha, a, aOffset, lda, b, bOffset, ldb, c, cOffset, ldc);
      return;
    }
    new Gemm(onto, transposeA, transposeB, alpha, a, aOffset, lda, b, bOffset, ldb, c, cOffset, ldc)
        .run(workers, m, n, k);
  }

  @Override
  public void syrk(
      Transpose transpose,
      int n,
      int k,
      double alpha,
      double[] a,
      int aOffset,
      int lda,
      double beta,
      double[] c,
      int cOffset,
      int ldc) {
    boolean nothing = alpha == 0 || n == 0 || k == 0;
    boolean tall = transpose == Transpose.YES && InnerSplit.serves(n, n, k);
    for (int i = 0; i < n && beta != 1 && (beta != 0 || nothing || tall); i++) {
      scal(i + 1, beta, c, cOffset + i * ldc);
    }
    if (nothing) {
      return;
    }
    if (!tall) {
      new Gram(transpose, n, alpha, a, aOffset, lda, c, cOffset, ldc)
          .run(workers, beta == 0 ? Onto.ZEROS : Onto.RESULT, k);
    } else if (n <= UNPACKED) {
      tall(Region.LOWER, n, n, k, alpha, a, aOffset, lda, a, aOffset, lda, c, cOffset, ldc);
    } else {
      InnerSplit.run(
          workers,
          Region.LOWER,
          n,
          n,
          k,
          c,
          cOffset,
          ldc,
          (from, to, sums) ->
              new Gram(transpose, n, alpha, a, aOffset + from * lda, lda, sums, 0, n)
                  .run(Workers.of(1), Onto.ZEROS, to - from));
    }
  }

  @Override
  public void distancesToColumns(
      int m,
      int n,
      int d,
      double[] x,
      int xOffset,
      int ldx,
      double[] y,
      int yOffset,
      int ldy,
      double[] out,
      int outOffset,
      int ldo) {
    ColumnDistances.run(m, n, d, x, xOffset, ldx, y, yOffset, ldy, out, outOffset, ldo);
  }

  @Override
  public void nearestRows(
      int m,
      int n,
      int d,
      double[] x,
      int xOffset,
      int ldx,
      double[] y,
      int yOffset,
      int ldy,
      int[] index,
      double[] distance) {
    if (d > 0 && d <= NearestRows.DIMENSIONS && (long) n * d <= NearestRows.FITS) {
      new NearestRows(n, d, x, xOffset, ldx, y, yOffset, ldy).run(workers, m, index, distance);
    } else {
      Kernels.super.nearestRows(m, n, d, x, xOffset, ldx, y, yOffset, ldy, index, distance);
    }
  }

  private void tall(
      Region region,
      int m,
      int n,
      int k,
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
            TallProduct.run(
                region,
                m,
                n,
                to - from,
                alpha,
                a,
                ao + from * lda,
                lda,
                b,
                bo + from * ldb,
                ldb,
                sums,
                0,
                n));
  }

  private void scale(int m, int n, double beta, double[] c, int cOffset, int ldc) {
    if (beta == 1) {
      return;
    }
    if (ldc == n) {
      scal(m * n, beta, c, cOffset);
      return;
    }
    for (int i = 0; i < m; i++) {
      scal(n, beta, c, cOffset + i * ldc);
    }
  }
}
