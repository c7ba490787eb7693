package org.cairnml.benchmarks.linalg;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/** EJML, dense row-major, one thread as it is by default. */
final class Ejml implements LinearAlgebra {

  private DMatrixRMaj a;
  private DMatrixRMaj b;
  private DMatrixRMaj spd;

  @Override
  public void load(int n, double[] a, double[] b, double[] spd) {
    this.a = new DMatrixRMaj(n, n, true, a);
    this.b = new DMatrixRMaj(n, n, true, b);
    this.spd = new DMatrixRMaj(n, n, true, spd);
  }

  @Override
  public double multiply() {
    var c = new DMatrixRMaj(a.numRows, a.numRows);
    CommonOps_DDRM.mult(a, b, c);
    return c.get(0, c.numCols - 1);
  }

  @Override
  public Object cholesky() {
    var decomposition = DecompositionFactory_DDRM.chol(spd.numRows, true);
    decomposition.decompose(spd.copy());
    return decomposition;
  }

  @Override
  public Object lu() {
    var decomposition = DecompositionFactory_DDRM.lu(a.numRows, a.numCols);
    decomposition.decompose(a.copy());
    return decomposition;
  }

  @Override
  public Object qr() {
    var decomposition = DecompositionFactory_DDRM.qr(a.numRows, a.numCols);
    decomposition.decompose(a.copy());
    return List.of(decomposition.getQ(null, true), decomposition.getR(null, true));
  }

  @Override
  public Object svd() {
    var decomposition = DecompositionFactory_DDRM.svd(a.numRows, a.numCols, true, true, true);
    decomposition.decompose(a.copy());
    return decomposition;
  }

  @Override
  public Object eigen() {
    var decomposition = DecompositionFactory_DDRM.eig(spd.numRows, true, true);
    decomposition.decompose(spd.copy());
    return decomposition;
  }
}
