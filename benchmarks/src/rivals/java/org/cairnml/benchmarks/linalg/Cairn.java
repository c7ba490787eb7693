package org.cairnml.benchmarks.linalg;

import java.util.List;
import java.util.Optional;
import org.cairnml.linalg.Backends;
import org.cairnml.linalg.Cholesky;
import org.cairnml.linalg.LU;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.QR;
import org.cairnml.linalg.SVD;
import org.cairnml.linalg.SymmetricEigen;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.FloatKernels;
import org.cairnml.linalg.backend.Transpose;

/** Cairn on one of its backends, or on the one that it chooses; decided once in a JVM. */
final class Cairn implements Library {

  private final Backend kernels;

  /** {@code cairn} stands for its own choice; other names are those of backends. */
  Cairn(String backend, int threads) {
    System.setProperty("cairn.threads", Integer.toString(threads));
    if (!backend.equals("cairn")) {
      System.setProperty(Backends.PROPERTY, backend);
    }
    kernels = Backends.get();
    if (!backend.equals("cairn") && !kernels.name().equals(backend)) {
      throw new IllegalStateException("in use is " + kernels.name());
    }
  }

  @Override
  public Optional<Work> product(int n, double[] a, double[] b) {
    double[] c = new double[n * n];
    Transpose no = Transpose.NO;
    return Optional.of(
        new Work(
            () -> kernels.gemm(no, no, n, n, n, 1, a, 0, n, b, 0, n, 0, c, 0, n), i -> c[i]));
  }

  @Override
  public Optional<Work> floatProduct(int n, float[] a, float[] b) {
    FloatKernels floats = kernels.floats();
    float[] c = new float[n * n];
    Transpose no = Transpose.NO;
    return Optional.of(
        new Work(() -> floats.gemm(no, no, n, n, n, 1, a, 0, n, b, 0, n, 0, c, 0, n), i -> c[i]));
  }

  @Override
  public Optional<Work> gram(int rows, int columns, double[] x) {
    double[] c = new double[columns * columns];
    return Optional.of(
        new Work(
            () -> kernels.syrk(Transpose.YES, columns, rows, 1, x, 0, columns, 0, c, 0, columns),
            i -> c[i]));
  }

  @Override
  public Optional<Work> matrixVector(int n, double[] a, double[] x) {
    double[] y = new double[n];
    return Optional.of(
        new Work(() -> kernels.gemv(Transpose.NO, n, n, 1, a, 0, n, x, 0, 0, y, 0), i -> y[i]));
  }

  @Override
  public Optional<Work> dot(double[] x, double[] y) {
    double[] sum = new double[1];
    return Optional.of(
        new Work(() -> sum[0] = kernels.dot(x.length, x, 0, y, 0), i -> sum[i]));
  }

  @Override
  public Optional<Work> axpy(double alpha, double[] x, double[] y) {
    return Optional.of(new Work(() -> kernels.axpy(x.length, alpha, x, 0, y, 0), i -> y[i]));
  }

  @Override
  public Optional<Work> exp(double[] x) {
    double[] y = new double[x.length];
    return Optional.of(new Work(() -> kernels.exp(x.length, x, 0, y, 0), i -> y[i]));
  }

  @Override
  public Optional<Work> factorization(Factorization kind, int n, double[] data) {
    Matrix a = Matrix.of(n, n, data);
    return Optional.of(
        switch (kind) {
          case CHOLESKY -> Work.of(() -> Cholesky.of(a), (c, i) -> c.l().get(i, i));
          case LU -> Work.of(() -> LU.of(a), (lu, i) -> lu.u().get(i, i));
          case QR -> Work.of(() -> qAndR(a), (qr, i) -> qr.get(1).get(i, i));
          case EIGEN -> Work.of(() -> SymmetricEigen.of(a), (e, i) -> e.values()[i]);
          case SVD -> Work.of(() -> SVD.of(a), (svd, i) -> svd.singularValues()[i]);
        });
  }

  private static List<Matrix> qAndR(Matrix a) {
    QR qr = QR.of(a);
    return List.of(qr.q(), qr.r());
  }
}
