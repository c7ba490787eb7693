package org.cairnml.benchmarks.linalg;

import java.util.List;
import org.cairnml.linalg.Backends;
import org.cairnml.linalg.Cholesky;
import org.cairnml.linalg.LU;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.QR;
import org.cairnml.linalg.SVD;
import org.cairnml.linalg.SymmetricEigen;

/** Cairn on one of its backends; the choice is made once in a JVM. */
final class Cairn implements LinearAlgebra {

  private Matrix a;
  private Matrix b;
  private Matrix spd;

  Cairn(String backend) {
    System.setProperty(Backends.PROPERTY, backend);
    if (!Backends.get().name().equals(backend)) {
      throw new IllegalStateException("in use is " + Backends.get().name());
    }
  }

  @Override
  public void load(int n, double[] a, double[] b, double[] spd) {
    this.a = Matrix.of(n, n, a);
    this.b = Matrix.of(n, n, b);
    this.spd = Matrix.of(n, n, spd);
  }

  @Override
  public double multiply() {
    return a.times(b).get(0, b.cols() - 1);
  }

  @Override
  public Object cholesky() {
    return Cholesky.of(spd);
  }

  @Override
  public Object lu() {
    return LU.of(a);
  }

  @Override
  public Object qr() {
    QR qr = QR.of(a);
    return List.of(qr.q(), qr.r());
  }

  @Override
  public Object svd() {
    return SVD.of(a);
  }

  @Override
  public Object eigen() {
    return SymmetricEigen.of(spd);
  }
}
