package org.cairnml.linalg;

/** Vectors as the rows of a square array, which begins as the identity. */
final class Basis {

  private final int size;
  private final double[] rows;

  Basis(int size) {
    this.size = size;
    this.rows = new double[size * size];
    for (int i = 0; i < size; i++) {
      rows[i * size + i] = 1;
    }
  }

  double get(int row, int column) {
    return rows[row * size + column];
  }

  /** Row i becomes c i + s j and row j becomes c j - s i, in the columns of a range. */
  void rotate(int i, int j, double c, double s, int from, int to) {
    int x = i * size;
    int y = j * size;
    for (int k = from; k < to; k++) {
      double upper = rows[x + k];
      double lower = rows[y + k];
      rows[x + k] = c * upper + s * lower;
      rows[y + k] = c * lower - s * upper;
    }
  }

  void copyRow(int row, int from, int count, double[] out, int at) {
    System.arraycopy(rows, row * size + from, out, at, count);
  }

  void setRow(int row, int from, int count, double[] values, int at) {
    System.arraycopy(values, at, rows, row * size + from, count);
  }
}
