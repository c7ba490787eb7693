package org.cairnml.openblas;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dgeqp3;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dgeqrf;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dgesdd;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dgetrf;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dpotrf;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dsyevd;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;

import java.util.Arrays;
import org.cairnml.linalg.backend.Lapack;

/** LAPACK by the array overloads of JavaCPP, which copy in and out once, as is needed here. */
final class OpenBlasLapack implements Lapack {

  @Override
  public int cholesky(int n, double[] a) {
    int info = LAPACKE_dpotrf(LAPACK_COL_MAJOR, (byte) 'U', n, a, n);
    return info > 0 ? info - 1 : firstBadDiagonal(n, a);
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
    LAPACKE_dgeqrf(LAPACK_COL_MAJOR, m, n, a, m, tau);
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
  public boolean svd(int m, int n, double[] a, double[] s, double[] u, double[] vt) {
    int k = Math.min(m, n);
    return LAPACKE_dgesdd(LAPACK_COL_MAJOR, (byte) 'S', m, n, a, m, s, u, m, vt, k) == 0;
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
