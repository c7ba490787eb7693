package org.cairnml.benchmarks.linalg;

import java.util.List;
import java.util.Optional;
import org.ojalgo.matrix.decomposition.Cholesky;
import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.decomposition.LU;
import org.ojalgo.matrix.decomposition.QR;
import org.ojalgo.matrix.decomposition.SingularValue;
import org.ojalgo.matrix.store.R032Store;
import org.ojalgo.matrix.store.R064Store;

/** ojAlgo, which uses all processors from some sizes on. */
final class OjAlgo implements Library {

  private static R064Store store(int rows, int columns, double[] rowMajor) {
    R064Store store = R064Store.FACTORY.make(rows, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        store.set(i, j, rowMajor[i * columns + j]);
      }
    }
    return store;
  }

  private static R032Store store(int n, float[] rowMajor) {
    R032Store store = R032Store.FACTORY.make(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        store.set(i, j, rowMajor[i * n + j]);
      }
    }
    return store;
  }

  @Override
  public Optional<Work> product(int n, double[] a, double[] b) {
    R064Store left = store(n, n, a);
    R064Store right = store(n, n, b);
    R064Store c = R064Store.FACTORY.make(n, n);
    return Optional.of(
        new Work(() -> left.multiply(right, c), i -> c.doubleValue(i / n, i % n)));
  }

  @Override
  public Optional<Work> floatProduct(int n, float[] a, float[] b) {
    R032Store left = store(n, a);
    R032Store right = store(n, b);
    R032Store c = R032Store.FACTORY.make(n, n);
    return Optional.of(
        new Work(() -> left.multiply(right, c), i -> c.doubleValue(i / n, i % n)));
  }

  @Override
  public Optional<Work> matrixVector(int n, double[] a, double[] x) {
    R064Store matrix = store(n, n, a);
    R064Store vector = store(n, 1, x);
    R064Store y = R064Store.FACTORY.make(n, 1);
    return Optional.of(new Work(() -> matrix.multiply(vector, y), i -> y.doubleValue(i, 0)));
  }

  @Override
  public Optional<Work> factorization(Factorization kind, int n, double[] data) {
    R064Store a = store(n, n, data);
    return Optional.of(
        switch (kind) {
          case CHOLESKY ->
              Work.of(
                  () -> {
                    var cholesky = Cholesky.R064.make(a);
                    cholesky.decompose(a);
                    return cholesky;
                  },
                  (cholesky, i) -> cholesky.getL().doubleValue(i, i));
          case LU ->
              Work.of(
                  () -> {
                    var lu = LU.R064.make(a);
                    lu.decompose(a);
                    return lu;
                  },
                  (lu, i) -> lu.getU().doubleValue(i, i));
          case QR ->
              Work.of(
                  () -> {
                    var qr = QR.R064.make(a);
                    qr.decompose(a);
                    return List.of(qr.getQ(), qr.getR());
                  },
                  (qr, i) -> qr.get(1).doubleValue(i, i));
          case EIGEN ->
              Work.of(
                  () -> {
                    var eigen = Eigenvalue.R064.make(a, true);
                    eigen.decompose(a);
                    return List.of(eigen.getD(), eigen.getV());
                  },
                  (eigen, i) -> eigen.get(0).doubleValue(i, i));
          case SVD ->
              Work.of(
                  () -> {
                    var svd = SingularValue.R064.make(a);
                    svd.decompose(a);
                    return List.of(svd.getD(), svd.getU(), svd.getV());
                  },
                  (svd, i) -> svd.get(0).doubleValue(i, i));
        });
  }
}
