package org.cairnml.benchmarks.linalg;

import static org.bytedeco.openblas.global.openblas.CblasLower;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dgeqrf;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dgesdd;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dgetrf;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dorgqr;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dpotrf;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dsyevd;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;
import static org.bytedeco.openblas.global.openblas.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas.cblas_daxpy;
import static org.bytedeco.openblas.global.openblas.cblas_ddot;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas.cblas_dgemv;
import static org.bytedeco.openblas.global.openblas.cblas_dsyrk;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

import java.util.Optional;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * OpenBLAS called directly on operands that lie outside the heap. A factorization first restores
 * the matrix by a copy outside the heap.
 */
final class OpenBlasPointers implements Library {

  OpenBlasPointers(int threads) {
    blas_set_num_threads(threads);
  }

  @Override
  public Optional<Work> product(int n, double[] a, double[] b) {
    var pa = new DoublePointer(a);
    var pb = new DoublePointer(b);
    var pc = new DoublePointer((long) n * n);
    return Optional.of(
        new Work(
            () ->
                cblas_dgemm(
                    CblasRowMajor, CblasNoTrans, CblasNoTrans, n, n, n, 1, pa, n, pb, n, 0, pc, n),
            pc::get));
  }

  @Override
  public Optional<Work> floatProduct(int n, float[] a, float[] b) {
    var pa = new FloatPointer(a);
    var pb = new FloatPointer(b);
    var pc = new FloatPointer((long) n * n);
    return Optional.of(
        new Work(
            () ->
                cblas_sgemm(
                    CblasRowMajor, CblasNoTrans, CblasNoTrans, n, n, n, 1, pa, n, pb, n, 0, pc, n),
            pc::get));
  }

  @Override
  public Optional<Work> gram(int rows, int columns, double[] x) {
    var px = new DoublePointer(x);
    var pc = new DoublePointer((long) columns * columns);
    return Optional.of(
        new Work(
            () ->
                cblas_dsyrk(
                    CblasRowMajor,
                    CblasLower,
                    CblasTrans,
                    columns,
                    rows,
                    1,
                    px,
                    columns,
                    0,
                    pc,
                    columns),
            pc::get));
  }

  @Override
  public Optional<Work> matrixVector(int n, double[] a, double[] x) {
    var pa = new DoublePointer(a);
    var px = new DoublePointer(x);
    var py = new DoublePointer((long) n);
    return Optional.of(
        new Work(
            () -> cblas_dgemv(CblasRowMajor, CblasNoTrans, n, n, 1, pa, n, px, 1, 0, py, 1),
            py::get));
  }

  @Override
  public Optional<Work> dot(double[] x, double[] y) {
    var px = new DoublePointer(x);
    var py = new DoublePointer(y);
    return Optional.of(Work.of(() -> cblas_ddot(x.length, px, 1, py, 1), (sum, i) -> sum));
  }

  @Override
  public Optional<Work> axpy(double alpha, double[] x, double[] y) {
    var px = new DoublePointer(x);
    var py = new DoublePointer(y);
    return Optional.of(new Work(() -> cblas_daxpy(x.length, alpha, px, 1, py, 1), py::get));
  }

  @Override
  public Optional<Work> factorization(Factorization kind, int n, double[] data) {
    var original = new DoublePointer(data);
    var a = new DoublePointer((long) n * n);
    var values = new DoublePointer((long) n);
    var left = new DoublePointer(kind == Factorization.SVD ? (long) n * n : 1);
    var right = new DoublePointer(kind == Factorization.SVD ? (long) n * n : 1);
    var upper = new DoublePointer(kind == Factorization.QR ? (long) n * n : 1);
    var pivots = new IntPointer((long) n);
    long bytes = (long) n * n * Double.BYTES;
    return Optional.of(
        switch (kind) {
          case CHOLESKY ->
              new Work(
                  () -> {
                    Pointer.memcpy(a, original, bytes);
                    LAPACKE_dpotrf(LAPACK_COL_MAJOR, (byte) 'L', n, a, n);
                  },
                  i -> a.get((long) i * n + i));
          case LU ->
              new Work(
                  () -> {
                    Pointer.memcpy(a, original, bytes);
                    LAPACKE_dgetrf(LAPACK_COL_MAJOR, n, n, a, n, pivots);
                  },
                  i -> a.get((long) i * n + i));
          case QR ->
              new Work(
                  () -> {
                    Pointer.memcpy(a, original, bytes);
                    LAPACKE_dgeqrf(LAPACK_COL_MAJOR, n, n, a, n, values);
                    Pointer.memcpy(upper, a, bytes);
                    LAPACKE_dorgqr(LAPACK_COL_MAJOR, n, n, n, a, n, values);
                  },
                  i -> upper.get((long) i * n + i));
          case EIGEN ->
              new Work(
                  () -> {
                    Pointer.memcpy(a, original, bytes);
                    LAPACKE_dsyevd(LAPACK_COL_MAJOR, (byte) 'V', (byte) 'L', n, a, n, values);
                  },
                  values::get);
          case SVD ->
              new Work(
                  () -> {
                    Pointer.memcpy(a, original, bytes);
                    LAPACKE_dgesdd(
                        LAPACK_COL_MAJOR, (byte) 'S', n, n, a, n, values, left, n, right, n);
                  },
                  values::get);
        });
  }
}
