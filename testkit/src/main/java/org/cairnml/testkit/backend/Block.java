package org.cairnml.testkit.backend;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.cairnml.linalg.backend.FloatTwin;
import org.cairnml.linalg.backend.Transpose;

/**
 * A matrix, or a vector as one row, inside of an array whose other elements are all one guard: NaN
 * for what is only read, so that it shows in results if it was read too.
 */
@FloatTwin
record Block(double[] data, int offset, int ld, int rows, int cols, double guard) {

  /** What stands around results: it changes if a kernel adds to it. */
  static final double MARKER = 18.1875;

  /** Numbers below 2^exponent, some of them by a power of 2 up to {@code spread} less. */
  static Block random(
      SplittableRandom random,
      int rows,
      int cols,
      int room,
      int exponent,
      int spread,
      double guard) {
    int offset = random.nextInt(room + 1);
    int ld = Math.max(1, cols) + random.nextInt(room + 1);
    double[] data = new double[offset + rows * ld + random.nextInt(room + 1)];
    Arrays.fill(data, guard);
    var block = new Block(data, offset, ld, rows, cols, guard);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < cols; j++) {
        int power = exponent - random.nextInt(spread + 1);
        data[block.at(i, j)] = Math.scalb(random.nextDouble(-1, 1), power);
      }
    }
    return block;
  }

  int at(int i, int j) {
    return offset + i * ld + j;
  }

  double get(int i, int j) {
    return data[at(i, j)];
  }

  /** Element (i, j) of the matrix or of its transpose. */
  double get(Transpose transpose, int i, int j) {
    return transpose == Transpose.NO ? get(i, j) : get(j, i);
  }

  void set(int i, int j, double value) {
    data[at(i, j)] = value;
  }

  Block copy() {
    return new Block(data.clone(), offset, ld, rows, cols, guard);
  }

  /** The same places in an array that has nothing but the guard. */
  Block withGuard(double guard) {
    double[] empty = new double[data.length];
    Arrays.fill(empty, guard);
    return new Block(empty, offset, ld, rows, cols, guard);
  }

  /** Sets all elements of the matrix. */
  void fill(double value) {
    for (int i = 0; i < rows; i++) {
      Arrays.fill(data, at(i, 0), at(i, cols), value);
    }
  }

  /** Fails if anything around the matrix has changed. */
  void checkGuards() {
    int next = 0;
    for (int i = 0; i <= rows; i++) {
      int end = i < rows ? at(i, 0) : data.length;
      for (; next < end; next++) {
        if (Double.compare(data[next], guard) != 0) {
          throw new AssertionError("written outside of the matrix, at " + next + " of the array");
        }
      }
      next = end + cols;
    }
  }
}
