package org.cairnml.benchmarks.linalg;

import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.BlockRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/** Apache Commons Math 3, with blocked storage from the size on from which it recommends it. */
final class CommonsMath implements Library {

  private static final int BLOCKED = 64;

  private static RealMatrix matrix(int n, double[] rowMajor) {
    double[][] rows = new double[n][n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(rowMajor, i * n, rows[i], 0, n);
    }
    return n >= BLOCKED ? new BlockRealMatrix(rows) : new Array2DRowRealMatrix(rows, false);
  }

  @Override
  public Optional<Work> product(int n, double[] a, double[] b) {
    RealMatrix left = matrix(n, a);
    RealMatrix right = matrix(n, b);
    return Optional.of(Work.of(() -> left.multiply(right), (c, i) -> c.getEntry(i / n, i % n)));
  }

  @Override
  public Optional<Work> matrixVector(int n, double[] a, double[] x) {
    RealMatrix matrix = matrix(n, a);
    return Optional.of(Work.of(() -> matrix.operate(x), (y, i) -> y[i]));
  }

  @Override
  public Optional<Work> dot(double[] x, double[] y) {
    var left = new ArrayRealVector(x, false);
    var right = new ArrayRealVector(y, false);
    return Optional.of(Work.of(() -> left.dotProduct(right), (sum, i) -> sum));
  }

  @Override
  public Optional<Work> factorization(Factorization kind, int n, double[] data) {
    RealMatrix a = matrix(n, data);
    return Optional.of(
        switch (kind) {
          case CHOLESKY ->
              Work.of(
                  () -> new CholeskyDecomposition(a, 1e-10, 1e-300),
                  (c, i) -> c.getL().getEntry(i, i));
          case LU -> Work.of(() -> new LUDecomposition(a), (lu, i) -> lu.getU().getEntry(i, i));
          case QR -> Work.of(() -> qr(a), (qr, i) -> qr.getR().getEntry(i, i));
          case EIGEN ->
              Work.of(() -> new EigenDecomposition(a), (e, i) -> e.getRealEigenvalue(i));
          case SVD ->
              Work.of(
                  () -> new SingularValueDecomposition(a), (svd, i) -> svd.getSingularValues()[i]);
        });
  }

  /** Q and R are formed when first asked for, and kept. */
  private static QRDecomposition qr(RealMatrix a) {
    var qr = new QRDecomposition(a);
    qr.getQ();
    qr.getR();
    return qr;
  }
}
