package org.cairnml.preprocessing.impute;

import java.util.Arrays;
import org.cairnml.linalg.Matrix;

/** Training rows, laid out for distances that leave missing values out. Immutable. */
final class Donors {
  // Columns are contiguous, with 0 for a missing value and a mask of 0 and 1 beside it, so that
  // the loops over rows have no branch and C2 vectorizes them. Rows go by in blocks, so that the
  // memory for distances is fixed.

  private static final int BLOCK_ROWS = 512;

  private final int rows;
  private final double[][] values;
  private final double[][] present;

  /** Keeps a copy of these columns. */
  Donors(Matrix x, int[] columns) {
    rows = x.rows();
    values = new double[columns.length][rows];
    present = new double[columns.length][rows];
    for (int k = 0; k < columns.length; k++) {
      for (int i = 0; i < rows; i++) {
        double value = x.get(i, columns[k]);
        values[k][i] = Double.isNaN(value) ? 0 : value;
        present[k][i] = Double.isNaN(value) ? 0 : 1;
      }
    }
  }

  int rows() {
    return rows;
  }

  /** The training rows (n x columns), NaN where missing. */
  Matrix toMatrix() {
    Matrix x = Matrix.zeros(rows, values.length);
    for (int k = 0; k < values.length; k++) {
      for (int i = 0; i < rows; i++) {
        x.set(i, k, present[k][i] == 0 ? Double.NaN : values[k][i]);
      }
    }
    return x;
  }

  /**
   * Offers every donor that shares a column with the row to the neighbours of each missing column.
   *
   * @param row one value for each column, NaN where missing
   * @param neighbors one for each column that is missing, null for the others
   */
  void offer(double[] row, Nearest[] neighbors) {
    double[] squares = new double[BLOCK_ROWS];
    double[] shared = new double[BLOCK_ROWS];
    for (int from = 0; from < rows; from += BLOCK_ROWS) {
      int n = Math.min(BLOCK_ROWS, rows - from);
      Arrays.fill(squares, 0);
      Arrays.fill(shared, 0);
      for (int k = 0; k < row.length; k++) {
        if (!Double.isNaN(row[k])) {
          add(row[k], values[k], present[k], from, n, squares, shared);
        }
      }
      for (int i = 0; i < n; i++) {
        squares[i] = squares[i] / shared[i] * row.length;
      }
      for (int k = 0; k < neighbors.length; k++) {
        if (neighbors[k] != null) {
          offer(squares, n, values[k], present[k], from, neighbors[k]);
        }
      }
    }
  }

  private static void add(
      double value,
      double[] column,
      double[] mask,
      int from,
      int n,
      double[] squares,
      double[] shared) {
    for (int i = 0; i < n; i++) {
      double difference = value - column[from + i];
      squares[i] += mask[from + i] * difference * difference;
      shared[i] += mask[from + i];
    }
  }

  /** The square is NaN, and so not within the limit, where a donor shares no column. */
  private static void offer(
      double[] squares, int n, double[] column, double[] mask, int from, Nearest nearest) {
    double limit = nearest.limit();
    for (int i = 0; i < n; i++) {
      if (squares[i] <= limit && mask[from + i] != 0) {
        nearest.add(squares[i], column[from + i]);
        limit = nearest.limit();
      }
    }
  }
}
