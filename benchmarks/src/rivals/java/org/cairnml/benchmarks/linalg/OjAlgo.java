package org.cairnml.benchmarks.linalg;

import java.util.List;
import org.ojalgo.matrix.decomposition.Cholesky;
import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.decomposition.LU;
import org.ojalgo.matrix.decomposition.QR;
import org.ojalgo.matrix.decomposition.SingularValue;
import org.ojalgo.matrix.store.R064Store;

/** ojAlgo, which uses all processors from some sizes on. */
final class OjAlgo implements LinearAlgebra {

  private R064Store a;
  private R064Store b;
  private R064Store spd;

  @Override
  public void load(int n, double[] a, double[] b, double[] spd) {
    this.a = store(n, a);
    this.b = store(n, b);
    this.spd = store(n, spd);
  }

  private static R064Store store(int n, double[] rowMajor) {
    R064Store store = R064Store.FACTORY.make(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        store.set(i, j, rowMajor[i * n + j]);
      }
    }
    return store;
  }

  @Override
  public double multiply() {
    R064Store c = R064Store.FACTORY.make(a.getRowDim(), b.getColDim());
    a.multiply(b, c);
    return c.doubleValue(0, b.getColDim() - 1);
  }

  @Override
  public Object cholesky() {
    var decomposition = Cholesky.R064.make(spd);
    decomposition.decompose(spd);
    return decomposition;
  }

  @Override
  public Object lu() {
    var decomposition = LU.R064.make(a);
    decomposition.decompose(a);
    return decomposition;
  }

  @Override
  public Object qr() {
    var decomposition = QR.R064.make(a);
    decomposition.decompose(a);
    return List.of(decomposition.getQ(), decomposition.getR());
  }

  @Override
  public Object svd() {
    var decomposition = SingularValue.R064.make(a);
    decomposition.decompose(a);
    return List.of(decomposition.getU(), decomposition.getSingularValues(), decomposition.getV());
  }

  @Override
  public Object eigen() {
    var decomposition = Eigenvalue.R064.make(spd, true);
    decomposition.decompose(spd);
    return List.of(decomposition.getD(), decomposition.getV());
  }
}
