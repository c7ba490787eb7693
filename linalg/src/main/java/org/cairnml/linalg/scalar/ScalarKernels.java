package org.cairnml.linalg.scalar;

import org.cairnml.base.Workers;
import org.cairnml.linalg.backend.FloatTwin;
import org.cairnml.linalg.backend.Kernels;
import org.cairnml.linalg.backend.Region;
import org.cairnml.linalg.backend.Transpose;

/**
 * Kernels in plain Java. Inner loops are in the form that the JIT compiler vectorizes by itself.
 */
@FloatTwin
class ScalarKernels implements Kernels {

  /** Multiplications up to which a product of any shape is not worth packing. */
  private static final long SMALL = 16L * 16 * 16;

  /** Rows and columns up to which B is not worth packing for at least four rows of A. */
  private static final int SMALL_SIDE = 64;

  private final Workers workers;

  ScalarKernels(Workers workers) {
    this.workers = workers;
  }

  @Override
  public Workers workers() {
    return workers;
  }

  @Override
  public double dot(int n, double[] x, int xOffset, double[] y, int yOffset) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i < n - 3; i += 4) {
      s0 += x[xOffset + i] * y[yOffset + i];
      s1 += x[xOffset + i + 1] * y[yOffset + i + 1];
      s2 += x[xOffset + i + 2] * y[yOffset + i + 2];
      s3 += x[xOffset + i + 3] * y[yOffset + i + 3];
    }
    for (; i < n; i++) {
      s0 += x[xOffset + i] * y[yOffset + i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  @Override
  public void axpy(int n, double alpha, double[] x, int xOffset, double[] y, int yOffset) {
    if (alpha == 0) {
      return;
    }
    for (int i = 0; i < n; i++) {
      y[yOffset + i] += alpha * x[xOffset + i];
    }
  }

  @Override
  public void scal(int n, double alpha, double[] x, int xOffset) {
    Scaling.scaleRow(n, alpha, x, xOffset);
  }

  @Override
  public double sum(int n, double[] x, int xOffset) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i < n - 3; i += 4) {
      s0 += x[xOffset + i];
      s1 += x[xOffset + i + 1];
      s2 += x[xOffset + i + 2];
      s3 += x[xOffset + i + 3];
    }
    for (; i < n; i++) {
      s0 += x[xOffset + i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  @Override
  public double asum(int n, double[] x, int xOffset) {
    double s0 = 0;
    double s1 = 0;
    int i = 0;
    for (; i < n - 1; i += 2) {
      s0 += Math.abs(x[xOffset + i]);
      s1 += Math.abs(x[xOffset + i + 1]);
    }
    if (i < n) {
      s0 += Math.abs(x[xOffset + i]);
    }
    return s0 + s1;
  }

  @Override
  public double squaredDistance(int n, double[] x, int xOffset, double[] y, int yOffset) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i < n - 3; i += 4) {
      double d0 = x[xOffset + i] - y[yOffset + i];
      double d1 = x[xOffset + i + 1] - y[yOffset + i + 1];
      double d2 = x[xOffset + i + 2] - y[yOffset + i + 2];
      double d3 = x[xOffset + i + 3] - y[yOffset + i + 3];
      s0 += d0 * d0;
      s1 += d1 * d1;
      s2 += d2 * d2;
      s3 += d3 * d3;
    }
    for (; i < n; i++) {
      double d = x[xOffset + i] - y[yOffset + i];
      s0 += d * d;
    }
    return (s0 + s1) + (s2 + s3);
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
    Scaling.scaleRow(length, beta, y, yOffset);
    if (alpha == 0) {
      return;
    }
    for (int i = 0; i < m; i++) {
      if (transpose == Transpose.NO) {
        y[yOffset + i] += alpha * dot(n, a, aOffset + i * lda, x, xOffset);
      } else {
        addScaled(n, alpha * x[xOffset + i], a, aOffset + i * lda, y, yOffset);
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
    if (plain && alpha != 0 && beta == 0 && TinyGemm.serves(n, k)) {
      TinyGemm.run(m, n, alpha, a, aOffset, lda, b, bOffset, ldb, c, cOffset, ldc);
      return;
    }
    if (plain && alpha != 0 && k > 0 && isSmall(m, n, k)) {
      if ((long) m * n * k < ScalarGemm.PARALLEL) {
        NarrowGemm.run(m, n, k, alpha, a, aOffset, lda, b, bOffset, ldb, beta, c, cOffset, ldc);
        return;
      }
      workers.ranges(
          m,
          ScalarGemm.PART_ROWS,
          (from, to) -> {
            int q = aOffset + from * lda;
            int at = cOffset + from * ldc;
            NarrowGemm.run(to - from, n, k, alpha, a, q, lda, b, bOffset, ldb, beta, c, at, ldc);
          });
      return;
    }
    Scaling.scaleBlock(m, n, beta, c, cOffset, ldc);
    if (alpha == 0 || m == 0 || n == 0 || k == 0) {
      return;
    }
    new ScalarGemm(
            Region.ALL,
            transposeA,
            transposeB,
            alpha,
            a,
            aOffset,
            lda,
            b,
            bOffset,
            ldb,
            c,
            cOffset,
            ldc)
        .run(workers, m, n, k);
  }

  private static boolean isSmall(int m, int n, int k) {
    return (long) m * n * k <= SMALL || (m >= 4 && n <= SMALL_SIDE && k <= SMALL_SIDE);
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
    Scaling.scaleLowerTriangle(n, beta, c, cOffset, ldc);
    if (alpha == 0) {
      return;
    }
    if (n == 0 || k == 0) {
      return;
    }
    new ScalarGemm(
            Region.LOWER,
            transpose,
            transpose.flip(),
            alpha,
            a,
            aOffset,
            lda,
            a,
            aOffset,
            lda,
            c,
            cOffset,
            ldc)
        .run(workers, n, n, k);
  }

  /** As axpy, but a scale of zero still lets NaN through. */
  private static void addScaled(
      int n, double scale, double[] x, int xOffset, double[] y, int yOffset) {
    for (int i = 0; i < n; i++) {
      y[yOffset + i] += scale * x[xOffset + i];
    }
  }
}
