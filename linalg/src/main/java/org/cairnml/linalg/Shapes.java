package org.cairnml.linalg;

/** What dense and sparse matrices say about shapes, indices and elements that do not fit. */
final class Shapes {

  private Shapes() {}

  /** For messages, for example "3 x 4". */
  static String of(int rows, int cols) {
    return rows + " x " + cols;
  }

  static void checkRow(int i, int rows, int cols) {
    if (i < 0 || i >= rows) {
      throw new IndexOutOfBoundsException("row %d of a matrix of %s".formatted(i, of(rows, cols)));
    }
  }

  static void checkColumn(int j, int rows, int cols) {
    if (j < 0 || j >= cols) {
      throw new IndexOutOfBoundsException(
          "column %d of a matrix of %s".formatted(j, of(rows, cols)));
    }
  }

  static void checkFinite(double value, int i, int j) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "the matrix holds %s in row %d, column %d".formatted(value, i, j));
    }
  }

  /** Whether an array has room for a row. */
  static void checkRoom(int length, int rows, int cols) {
    if (length < cols) {
      throw new IllegalArgumentException(
          "an array of %d for a row of a matrix of %s".formatted(length, of(rows, cols)));
    }
  }

  /** That a right-hand side of so many rows is of a system with the factored matrix. */
  static void checkRightHandSide(int given, int rows, int cols) {
    if (given != rows) {
      throw new IllegalArgumentException(
          "the right-hand side has %d rows, but the factored matrix is %s"
              .formatted(given, of(rows, cols)));
    }
  }

  static IllegalArgumentException mismatch(String shape, String operation, String other) {
    return new IllegalArgumentException(
        "shapes do not fit: (%s) %s (%s)".formatted(shape, operation, other));
  }
}
