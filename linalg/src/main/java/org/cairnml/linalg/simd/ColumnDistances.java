package org.cairnml.linalg.simd;

import static org.cairnml.linalg.simd.Lanes.L;
import static org.cairnml.linalg.simd.Lanes.WIDE;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import org.cairnml.linalg.backend.FloatTwin;

/** Euclidean distances of the rows of x (m x d) to the columns of y (d x n), from differences. */
@FloatTwin
final class ColumnDistances {

  private ColumnDistances() {}

  static void run(
      int m,
      int n,
      int d,
      double[] x,
      int xo,
      int ldx,
      double[] y,
      int yo,
      int ldy,
      double[] out,
      int oo,
      int ldo) {
    int tiled = n - n % DifferenceKernel.COLUMNS;
    for (int j = 0; j < tiled; j += DifferenceKernel.COLUMNS) {
      for (int i = 0; i < m; i += DifferenceKernel.ROWS) {
        int i1 = Math.min(i + 1, m - 1);
        int i2 = Math.min(i + 2, m - 1);
        int i3 = Math.min(i + 3, m - 1);
        DifferenceKernel.run(
            d,
            x,
            xo + i * ldx,
            xo + i1 * ldx,
            xo + i2 * ldx,
            xo + i3 * ldx,
            y,
            yo + j,
            ldy,
            out,
            oo + i * ldo + j,
            oo + i1 * ldo + j,
            oo + i2 * ldo + j,
            oo + i3 * ldo + j);
      }
    }
    for (int i = 0; i < m; i++) {
      int row = oo + i * ldo;
      roots(tiled, out, row);
      for (int j = tiled; j < n; j++) {
        out[row + j] = distance(d, x, xo + i * ldx, y, yo + j, ldy);
      }
    }
  }

  private static void roots(int n, double[] x, int xo) {
    for (int j = 0; j < n; j += L) {
      DoubleVector.fromArray(WIDE, x, xo + j).lanewise(VectorOperators.SQRT).intoArray(x, xo + j);
    }
  }

  private static double distance(int d, double[] x, int xo, double[] y, int yo, int ldy) {
    double sum = 0;
    for (int p = 0; p < d; p++) {
      double difference = y[yo + p * ldy] - x[xo + p];
      sum = Math.fma(difference, difference, sum);
    }
    return Math.sqrt(sum);
  }
}
