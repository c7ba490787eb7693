package org.cairnml.openblas;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dgeqp3;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dgetrf;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dsyevd;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;
import static org.cairnml.openblas.NativeBuffers.view;

import java.util.Arrays;
import org.bytedeco.javacpp.DoublePointer;
import org.cairnml.base.Workers;
import org.cairnml.linalg.backend.Lapack;
import org.cairnml.linalg.backend.Region;
import org.cairnml.linalg.backend.Side;

/**
 * Factorizations on OpenBLAS. Cholesky, QR and the bidiagonal form work in pooled memory outside
 * the heap; the others go through the array overloads of JavaCPP, which copy in and out once.
 */
final class OpenBlasLapack implements Lapack {

  private final Workers workers;
  private final int javaReduces;

  /**
   * @param javaReduces columns from which on Java is faster to make a matrix bidiagonal
   */
  OpenBlasLapack(Workers workers, int javaReduces) {
    this.workers = workers;
    this.javaReduces = javaReduces;
  }

  @Override
  public int cholesky(int n, double[] a, int aOffset, int lda, double[] l) {
    DoublePointer work = NativeBuffers.take((long) n * n);
    try {
      NativeBuffers.copyIn(workers, Region.LOWER, n, n, a, aOffset, lda, work);
      int failed = new NativeCholesky(workers, n).factor(n, work);
      NativeBuffers.copyOut(workers, Region.LOWER, n, n, work, l, 0, n);
      return failed < 0 ? firstBadDiagonal(n, l) : failed;
    } finally {
      NativeBuffers.release(work);
    }
  }

  /** OpenBLAS lets NaN and infinity pass. */
  private static int firstBadDiagonal(int n, double[] a) {
    for (int i = 0; i < n; i++) {
      if (!(a[i * n + i] > 0) || a[i * n + i] == Double.POSITIVE_INFINITY) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public void qr(int m, int n, double[] a, double[] tau) {
    DoublePointer work = NativeBuffers.take((long) m * n);
    try {
      NativeBuffers.copyIn(workers, Region.ALL, n, m, a, 0, m, work);
      new NativeQr(workers, m, tau.length).factor(n, work, tau);
      NativeBuffers.copyOut(workers, Region.ALL, n, m, work, a, 0, m);
    } finally {
      NativeBuffers.release(work);
    }
  }

  @Override
  public void q(int m, double[] a, double[] tau, double[] q) {
    int k = tau.length;
    DoublePointer work = NativeBuffers.take((long) m * k);
    DoublePointer result = NativeBuffers.take((long) m * k);
    try {
      NativeBuffers.copyIn(workers, Region.ALL, k, m, a, 0, m, work);
      new NativeQr(workers, m, k).unfold(work, tau, result);
      NativeBuffers.copyOut(workers, Region.ALL, m, k, result, q, 0, k);
    } finally {
      NativeBuffers.release(work);
      NativeBuffers.release(result);
    }
  }

  @Override
  public void qrPivoted(int m, int n, double[] a, int[] pivots, double[] tau) {
    Arrays.fill(pivots, 0);
    LAPACKE_dgeqp3(LAPACK_COL_MAJOR, m, n, a, m, pivots, tau);
    countFromZero(pivots);
  }

  @Override
  public void lu(int n, double[] a, int[] pivots) {
    LAPACKE_dgetrf(LAPACK_COL_MAJOR, n, n, a, n, pivots);
    countFromZero(pivots);
  }

  @Override
  public boolean reducesFaster(int n) {
    return n < javaReduces;
  }

  @Override
  public void bidiagonal(
      int m,
      int n,
      double[] a,
      double[] diagonal,
      double[] beside,
      double[] leftTau,
      double[] rightTau) {
    DoublePointer work = NativeBuffers.take((long) m * n);
    DoublePointer vectors = NativeBuffers.take(4L * n);
    DoublePointer above = view(vectors, n);
    DoublePointer left = view(vectors, 2L * n);
    DoublePointer right = view(vectors, 3L * n);
    try {
      NativeBuffers.copyIn(workers, Region.ALL, n, m, a, 0, m, work);
      new NativeBidiagonal(m, n).reduce(work, vectors, above, left, right);
      NativeBuffers.copyOut(workers, Region.ALL, n, m, work, a, 0, m);
      vectors.get(diagonal, 0, n);
      above.get(beside, 0, n - 1);
      left.get(leftTau, 0, n);
      right.get(rightTau, 0, n);
    } finally {
      NativeBuffers.release(work);
      NativeBuffers.release(vectors);
    }
  }

  @Override
  public void turn(Side side, int m, int n, double[] a, double[] tau, double[] columns, int count) {
    int length = side == Side.LEFT ? m : n;
    DoublePointer work = NativeBuffers.take((long) m * n);
    DoublePointer factors = NativeBuffers.take(n);
    DoublePointer turned = NativeBuffers.take((long) count * length);
    try {
      NativeBuffers.copyIn(workers, Region.ALL, n, m, a, 0, m, work);
      NativeBuffers.copyIn(workers, Region.ALL, count, length, columns, 0, length, turned);
      factors.put(tau, 0, n);
      new NativeBidiagonal(m, n).turn(workers, side, work, factors, turned, count);
      NativeBuffers.copyOut(workers, Region.ALL, count, length, turned, columns, 0, length);
    } finally {
      NativeBuffers.release(work);
      NativeBuffers.release(factors);
      NativeBuffers.release(turned);
    }
  }

  @Override
  public boolean symmetricEigen(int n, double[] a, double[] w) {
    return LAPACKE_dsyevd(LAPACK_COL_MAJOR, (byte) 'V', (byte) 'L', n, a, n, w) == 0;
  }

  private static void countFromZero(int[] pivots) {
    for (int j = 0; j < pivots.length; j++) {
      pivots[j]--;
    }
  }
}
