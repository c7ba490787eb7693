package org.cairnml.benchmarks.linalg;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dgeqrf;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dgesdd;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dgetrf;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dorgqr;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dpotrf;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dsyevd;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;

/** OpenBLAS called straight with pointers; what it overwrites is copied outside the heap. */
final class Lapacke implements LinearAlgebra {

  private int n;
  private DoublePointer a;
  private DoublePointer spd;
  private DoublePointer work;
  private DoublePointer u;
  private DoublePointer vt;
  private DoublePointer values;
  private IntPointer pivots;

  @Override
  public void load(int n, double[] a, double[] b, double[] spd) {
    this.n = n;
    this.a = new DoublePointer(a);
    this.spd = new DoublePointer(spd);
    work = new DoublePointer((long) n * n);
    u = new DoublePointer((long) n * n);
    vt = new DoublePointer((long) n * n);
    values = new DoublePointer(n);
    pivots = new IntPointer(n);
  }

  private DoublePointer copy(DoublePointer matrix) {
    Pointer.memcpy(work, matrix, (long) n * n * Double.BYTES);
    return work;
  }

  private static int checked(int info) {
    if (info != 0) {
      throw new IllegalStateException("LAPACK returned " + info);
    }
    return info;
  }

  @Override
  public double multiply() {
    throw new IllegalStateException("factorizations only");
  }

  @Override
  public Object cholesky() {
    return checked(LAPACKE_dpotrf(LAPACK_COL_MAJOR, (byte) 'U', n, copy(spd), n));
  }

  @Override
  public Object lu() {
    return checked(LAPACKE_dgetrf(LAPACK_COL_MAJOR, n, n, copy(a), n, pivots));
  }

  @Override
  public Object qr() {
    checked(LAPACKE_dgeqrf(LAPACK_COL_MAJOR, n, n, copy(a), n, values));
    return checked(LAPACKE_dorgqr(LAPACK_COL_MAJOR, n, n, n, work, n, values));
  }

  @Override
  public Object svd() {
    DoublePointer input = copy(a);
    return checked(
        LAPACKE_dgesdd(
            LAPACK_COL_MAJOR, (byte) 'S', n, n, input, n, values, u, n, vt, n));
  }

  @Override
  public Object eigen() {
    return checked(
        LAPACKE_dsyevd(LAPACK_COL_MAJOR, (byte) 'V', (byte) 'L', n, copy(spd), n, values));
  }
}
