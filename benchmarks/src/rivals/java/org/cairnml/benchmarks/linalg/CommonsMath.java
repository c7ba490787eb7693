package org.cairnml.benchmarks.linalg;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/** Apache Commons Math 3. */
final class CommonsMath implements LinearAlgebra {

  private RealMatrix a;
  private RealMatrix b;
  private RealMatrix spd;

  @Override
  public void load(int n, double[] a, double[] b, double[] spd) {
    this.a = matrix(n, a);
    this.b = matrix(n, b);
    this.spd = matrix(n, spd);
  }

  private static RealMatrix matrix(int n, double[] rowMajor) {
    double[][] rows = new double[n][n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(rowMajor, i * n, rows[i], 0, n);
    }
    return new Array2DRowRealMatrix(rows, false);
  }

  @Override
  public double multiply() {
    return a.multiply(b).getEntry(0, b.getColumnDimension() - 1);
  }

  @Override
  public Object cholesky() {
    return new CholeskyDecomposition(spd, 1e-10, 1e-300);
  }

  @Override
  public Object lu() {
    return new LUDecomposition(a);
  }

  @Override
  public Object qr() {
    var decomposition = new QRDecomposition(a);
    return List.of(decomposition.getQ(), decomposition.getR());
  }

  @Override
  public Object svd() {
    return new SingularValueDecomposition(a);
  }

  @Override
  public Object eigen() {
    return new EigenDecomposition(spd);
  }
}
