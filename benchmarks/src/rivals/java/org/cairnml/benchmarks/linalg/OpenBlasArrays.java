package org.cairnml.benchmarks.linalg;

import static org.bytedeco.openblas.global.openblas.CblasLower;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas.cblas_daxpy;
import static org.bytedeco.openblas.global.openblas.cblas_ddot;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas.cblas_dgemv;
import static org.bytedeco.openblas.global.openblas.cblas_dsyrk;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

import java.util.Optional;

/** OpenBLAS by JavaCPP's calls on Java arrays, which are copied in and out each time. */
final class OpenBlasArrays implements Library {

  OpenBlasArrays(int threads) {
    blas_set_num_threads(threads);
  }

  @Override
  public Optional<Work> product(int n, double[] a, double[] b) {
    double[] c = new double[n * n];
    return Optional.of(
        new Work(
            () ->
                cblas_dgemm(
                    CblasRowMajor, CblasNoTrans, CblasNoTrans, n, n, n, 1, a, n, b, n, 0, c, n),
            i -> c[i]));
  }

  @Override
  public Optional<Work> floatProduct(int n, float[] a, float[] b) {
    float[] c = new float[n * n];
    return Optional.of(
        new Work(
            () ->
                cblas_sgemm(
                    CblasRowMajor, CblasNoTrans, CblasNoTrans, n, n, n, 1, a, n, b, n, 0, c, n),
            i -> c[i]));
  }

  @Override
  public Optional<Work> gram(int rows, int columns, double[] x) {
    double[] c = new double[columns * columns];
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
                    x,
                    columns,
                    0,
                    c,
                    columns),
            i -> c[i]));
  }

  @Override
  public Optional<Work> matrixVector(int n, double[] a, double[] x) {
    double[] y = new double[n];
    return Optional.of(
        new Work(
            () -> cblas_dgemv(CblasRowMajor, CblasNoTrans, n, n, 1, a, n, x, 1, 0, y, 1),
            i -> y[i]));
  }

  @Override
  public Optional<Work> dot(double[] x, double[] y) {
    return Optional.of(Work.of(() -> cblas_ddot(x.length, x, 1, y, 1), (sum, i) -> sum));
  }

  @Override
  public Optional<Work> axpy(double alpha, double[] x, double[] y) {
    return Optional.of(new Work(() -> cblas_daxpy(x.length, alpha, x, 1, y, 1), i -> y[i]));
  }
}
