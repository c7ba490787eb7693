package org.cairnml.linalg;

import java.util.Arrays;

/**
 * Builds a {@link SparseMatrix} row by row: {@link #add} elements in any order, then {@link
 * #endRow}. Values for the same element are added up in their order; zeros are not stored.
 */
public final class SparseBuilder {

  static final int MOST_ELEMENTS = Integer.MAX_VALUE - 8;

  private final int cols;
  private int rows;
  private int size;
  private int[] starts = new int[16];
  private int[] columns = new int[64];
  private double[] values = new double[64];

  /** Begins a matrix with this many columns and no row. */
  public SparseBuilder(int cols) {
    if (cols < 0) {
      throw new IllegalArgumentException("a matrix of " + cols + " columns");
    }
    this.cols = cols;
  }

  /**
   * Adds a value to an element of the row that is being built.
   *
   * @throws IllegalArgumentException if there is no such column
   */
  public void add(int column, double value) {
    if (column < 0 || column >= cols) {
      throw new IllegalArgumentException(
          "column %d in row %d of a matrix of %d columns".formatted(column, rows, cols));
    }
    if (value == 0) {
      return;
    }
    if (size == values.length) {
      reserve(1);
    }
    columns[size] = column;
    values[size++] = value;
  }

  /** Makes room for so many more elements, and for as many again as there are. */
  void reserve(long more) {
    if (size + more > MOST_ELEMENTS) {
      throw new IllegalArgumentException(
          "a sparse matrix holds at most %d elements".formatted(MOST_ELEMENTS));
    }
    int capacity = (int) Math.min(MOST_ELEMENTS, 2L * size + more);
    columns = Arrays.copyOf(columns, capacity);
    values = Arrays.copyOf(values, capacity);
  }

  /** Adds whole rows, stored as those of a matrix are, between two rows. */
  void addRows(int count, int[] theirStarts, int[] theirColumns, double[] theirValues) {
    int more = theirStarts[count];
    if (more > values.length - size) {
      reserve(more);
    }
    System.arraycopy(theirColumns, 0, columns, size, more);
    System.arraycopy(theirValues, 0, values, size, more);
    if (rows + count >= starts.length) {
      starts = Arrays.copyOf(starts, 2 * rows + count + 1);
    }
    for (int i = 1; i <= count; i++) {
      starts[rows + i] = size + theirStarts[i];
    }
    rows += count;
    size += more;
  }

  /** Ends the row that is being built; the next one begins empty. */
  public void endRow() {
    int from = starts[rows];
    if (!isAscending(from)) {
      sort(from);
      merge(from);
    }
    if (++rows == starts.length) {
      starts = Arrays.copyOf(starts, 2 * rows);
    }
    starts[rows] = size;
  }

  private boolean isAscending(int from) {
    for (int p = from + 1; p < size; p++) {
      if (columns[p] <= columns[p - 1]) {
        return false;
      }
    }
    return true;
  }

  private void sort(int from) {
    long[] keys = new long[size - from];
    double[] unsorted = Arrays.copyOfRange(values, from, size);
    for (int k = 0; k < keys.length; k++) {
      keys[k] = (long) columns[from + k] << 32 | k;
    }
    Arrays.sort(keys);
    for (int k = 0; k < keys.length; k++) {
      columns[from + k] = (int) (keys[k] >>> 32);
      values[from + k] = unsorted[(int) keys[k]];
    }
  }

  private void merge(int from) {
    int to = from;
    for (int p = from; p < size; ) {
      int column = columns[p];
      double sum = 0;
      for (; p < size && columns[p] == column; p++) {
        sum += values[p];
      }
      if (sum != 0) {
        columns[to] = column;
        values[to++] = sum;
      }
    }
    size = to;
  }

  /** The rows that were ended. What was added after that is left out. */
  public SparseMatrix build() {
    int end = starts[rows];
    return new SparseMatrix(
        rows,
        cols,
        Arrays.copyOf(starts, rows + 1),
        Arrays.copyOf(columns, end),
        Arrays.copyOf(values, end));
  }

  void addRow(LinearOperator block, int i, int at) {
    if (block instanceof Matrix dense) {
      addDense(dense, i, at);
    } else if (block instanceof SparseMatrix sparse) {
      addSparse(sparse, i, at);
    } else {
      throw new IllegalArgumentException(
          "a block is neither a Matrix nor a SparseMatrix: " + block.getClass().getName());
    }
  }

  void addDense(Matrix dense, int i, int at) {
    int start = dense.offset() + i * dense.stride();
    for (int j = 0; j < dense.cols(); j++) {
      add(at + j, dense.data()[start + j]);
    }
  }

  void addSparse(SparseMatrix sparse, int i, int at) {
    for (int p = sparse.start(i); p < sparse.start(i + 1); p++) {
      add(at + sparse.column(p), sparse.value(p));
    }
  }
}
