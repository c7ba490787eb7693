package org.cairnml.linalg.backend;

import java.util.Arrays;

/** Euclidean distances of the rows of x (m x d) to the columns of y (d x n), from differences. */
@FloatTwin
final class ColumnDistances {
  // Squared differences of four columns at a time add up in a buffer. All loops run over equal
  // indices of a few arrays and add from left to right, the form that the compiler vectorizes; a
  // tree of additions, or offsets that differ, it does not. So rows of y become arrays of their
  // own.

  private final int n;
  private final double[][] rows;
  private final double[] squares;

  ColumnDistances(int n, int d, double[] y, int yOffset, int ldy) {
    this.n = n;
    this.rows = new double[d][];
    for (int p = 0; p < d; p++) {
      rows[p] = Arrays.copyOfRange(y, yOffset + p * ldy, yOffset + p * ldy + n);
    }
    this.squares = new double[n];
  }

  /** The distances of the point that stands in x from an offset on. */
  void to(double[] x, int xOffset, double[] out, int outOffset) {
    Arrays.fill(squares, 0);
    int p = 0;
    for (; p + 3 < rows.length; p += 4) {
      add(x, xOffset + p, rows[p], rows[p + 1], rows[p + 2], rows[p + 3]);
    }
    for (; p < rows.length; p++) {
      add(x[xOffset + p], rows[p]);
    }
    for (int j = 0; j < n; j++) {
      squares[j] = Math.sqrt(squares[j]);
    }
    System.arraycopy(squares, 0, out, outOffset, n);
  }

  private void add(double[] x, int at, double[] y0, double[] y1, double[] y2, double[] y3) {
    double[] sums = squares;
    double x0 = x[at];
    double x1 = x[at + 1];
    double x2 = x[at + 2];
    double x3 = x[at + 3];
    for (int j = 0; j < n; j++) {
      double d0 = y0[j] - x0;
      double d1 = y1[j] - x1;
      double d2 = y2[j] - x2;
      double d3 = y3[j] - x3;
      sums[j] = sums[j] + d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
    }
  }

  private void add(double x, double[] y) {
    double[] sums = squares;
    for (int j = 0; j < n; j++) {
      double difference = y[j] - x;
      sums[j] += difference * difference;
    }
  }
}
