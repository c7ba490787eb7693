package org.cairnml.benchmarks.linalg;

import java.util.List;
import java.util.Optional;
import org.ejml.concurrency.EjmlConcurrency;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ejml.dense.row.CommonOps_MT_DDRM;
import org.ejml.dense.row.CommonOps_MT_FDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.mult.MatrixVectorMult_DDRM;
import org.ejml.dense.row.mult.VectorVectorMult_DDRM;

/**
 * EJML, dense row-major. Products of large matrices on several threads use its concurrent form;
 * factorizations have one thread, as it is by default.
 */
final class Ejml implements Library {

  /** Below this its concurrent product is slower than the other one. */
  private static final int CONCURRENT = 128;

  private final int threads;

  Ejml(int threads) {
    this.threads = threads;
    EjmlConcurrency.setMaxThreads(threads);
  }

  private static DMatrixRMaj matrix(int rows, int columns, double[] data) {
    return new DMatrixRMaj(rows, columns, true, data);
  }

  @Override
  public Optional<Work> product(int n, double[] a, double[] b) {
    DMatrixRMaj left = matrix(n, n, a);
    DMatrixRMaj right = matrix(n, n, b);
    var c = new DMatrixRMaj(n, n);
    return Optional.of(
        threads > 1 && n >= CONCURRENT
            ? new Work(() -> CommonOps_MT_DDRM.mult(left, right, c), c::get)
            : new Work(() -> CommonOps_DDRM.mult(left, right, c), c::get));
  }

  @Override
  public Optional<Work> floatProduct(int n, float[] a, float[] b) {
    var left = new FMatrixRMaj(n, n, true, a);
    var right = new FMatrixRMaj(n, n, true, b);
    var c = new FMatrixRMaj(n, n);
    return Optional.of(
        threads > 1 && n >= CONCURRENT
            ? new Work(() -> CommonOps_MT_FDRM.mult(left, right, c), c::get)
            : new Work(() -> CommonOps_FDRM.mult(left, right, c), c::get));
  }

  @Override
  public Optional<Work> gram(int rows, int columns, double[] x) {
    DMatrixRMaj matrix = matrix(rows, columns, x);
    var c = new DMatrixRMaj(columns, columns);
    return Optional.of(new Work(() -> CommonOps_DDRM.multInner(matrix, c), c::get));
  }

  @Override
  public Optional<Work> matrixVector(int n, double[] a, double[] x) {
    DMatrixRMaj matrix = matrix(n, n, a);
    DMatrixRMaj vector = matrix(n, 1, x);
    var y = new DMatrixRMaj(n, 1);
    return Optional.of(new Work(() -> MatrixVectorMult_DDRM.mult(matrix, vector, y), y::get));
  }

  @Override
  public Optional<Work> dot(double[] x, double[] y) {
    DMatrixRMaj left = matrix(x.length, 1, x);
    DMatrixRMaj right = matrix(y.length, 1, y);
    return Optional.of(
        Work.of(() -> VectorVectorMult_DDRM.innerProd(left, right), (sum, i) -> sum));
  }

  @Override
  public Optional<Work> axpy(double alpha, double[] x, double[] y) {
    DMatrixRMaj from = matrix(x.length, 1, x);
    DMatrixRMaj to = matrix(y.length, 1, y);
    return Optional.of(new Work(() -> CommonOps_DDRM.addEquals(to, alpha, from), to::get));
  }

  @Override
  public Optional<Work> exp(double[] x) {
    DMatrixRMaj from = matrix(x.length, 1, x);
    var to = new DMatrixRMaj(x.length, 1);
    return Optional.of(new Work(() -> CommonOps_DDRM.elementExp(from, to), to::get));
  }

  @Override
  public Optional<Work> factorization(Factorization kind, int n, double[] data) {
    DMatrixRMaj a = matrix(n, n, data);
    return Optional.of(
        switch (kind) {
          case CHOLESKY ->
              Work.of(
                  () -> {
                    var cholesky = DecompositionFactory_DDRM.chol(n, true);
                    cholesky.decompose(a.copy());
                    return cholesky;
                  },
                  (cholesky, i) -> cholesky.getT(null).get(i, i));
          case LU ->
              Work.of(
                  () -> {
                    var lu = DecompositionFactory_DDRM.lu(n, n);
                    lu.decompose(a.copy());
                    return lu;
                  },
                  (lu, i) -> lu.getUpper(null).get(i, i));
          case QR ->
              Work.of(
                  () -> {
                    var qr = DecompositionFactory_DDRM.qr(n, n);
                    qr.decompose(a.copy());
                    return List.of(qr.getQ(null, true), qr.getR(null, true));
                  },
                  (qr, i) -> qr.get(1).get(i, i));
          case EIGEN ->
              Work.of(
                  () -> {
                    var eigen = DecompositionFactory_DDRM.eig(n, true, true);
                    eigen.decompose(a.copy());
                    return eigen;
                  },
                  (eigen, i) -> eigen.getEigenvalue(i).real);
          case SVD ->
              Work.of(
                  () -> {
                    var svd = DecompositionFactory_DDRM.svd(n, n, true, true, true);
                    svd.decompose(a.copy());
                    return svd;
                  },
                  (svd, i) -> svd.getSingularValues()[i]);
        });
  }
}
