package org.cairnml.openblas;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dgeqp3;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dgesdd_work;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dgetrf;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dsyevd;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;

import java.util.Arrays;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.cairnml.base.Workers;
import org.cairnml.linalg.backend.Lapack;
import org.cairnml.linalg.backend.Region;

/**
 * Factorizations on OpenBLAS. Cholesky, QR and SVD work in pooled memory outside the heap; the
 * others go through the array overloads of JavaCPP, which copy in and out once.
 */
final class OpenBlasLapack implements Lapack {

  private static final int INTEGERS_OF_SVD = 8;

  private final Workers workers;

  OpenBlasLapack(Workers workers) {
    this.workers = workers;
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

  /** What is row-major here is the transpose to LAPACK, whose factors are V and U'. */
  @Override
  public boolean svd(
      int m, int n, double[] a, int aOffset, int lda, double[] s, double[] u, double[] vt) {
    int k = Math.min(m, n);
    DoublePointer pa = NativeBuffers.take((long) m * n);
    DoublePointer ps = NativeBuffers.take(k);
    DoublePointer pu = NativeBuffers.take((long) m * k);
    DoublePointer pvt = NativeBuffers.take((long) k * n);
    try (var integers = new IntPointer((long) INTEGERS_OF_SVD * k)) {
      NativeBuffers.copyIn(workers, Region.ALL, m, n, a, aOffset, lda, pa);
      boolean converged = svd(m, n, pa, ps, pu, pvt, integers);
      ps.get(s);
      NativeBuffers.copyOut(workers, Region.ALL, m, k, pu, u, 0, k);
      NativeBuffers.copyOut(workers, Region.ALL, k, n, pvt, vt, 0, n);
      return converged;
    } finally {
      NativeBuffers.release(pa);
      NativeBuffers.release(ps);
      NativeBuffers.release(pu);
      NativeBuffers.release(pvt);
    }
  }

  /** Asks LAPACK how much work space it wants, and then for the factors. */
  private static boolean svd(
      int m,
      int n,
      DoublePointer a,
      DoublePointer s,
      DoublePointer u,
      DoublePointer vt,
      IntPointer integers) {
    DoublePointer work = NativeBuffers.take(1);
    try {
      svd(m, n, a, s, u, vt, work, -1, integers);
      int wanted = (int) work.get();
      NativeBuffers.release(work);
      work = NativeBuffers.take(wanted);
      return svd(m, n, a, s, u, vt, work, wanted, integers) == 0;
    } finally {
      NativeBuffers.release(work);
    }
  }

  private static int svd(
      int m,
      int n,
      DoublePointer a,
      DoublePointer s,
      DoublePointer u,
      DoublePointer vt,
      DoublePointer work,
      int lwork,
      IntPointer integers) {
    int k = Math.min(m, n);
    return LAPACKE_dgesdd_work(
        LAPACK_COL_MAJOR, (byte) 'S', n, m, a, n, s, vt, n, u, k, work, lwork, integers);
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
