package org.cairnml.linalg;

import java.util.Arrays;

/**
 * An immutable matrix of doubles of which only the elements other than 0 are stored, row by row
 * (compressed sparse rows). Columns ascend within a row, none stands twice, and no stored element
 * is 0, so that equal matrices are stored alike. NaN and infinity are stored as they are.
 *
 * <p>The stored elements have positions 0 to {@link #nonZeros()} - 1; those of row i are {@code
 * start(i)} to {@code start(i + 1) - 1}. A loop over them reads {@link #column} and {@link #value}.
 * An element that is not stored takes no part in a product: 0 times infinity counts as 0 here.
 * Products run in parallel; each of their elements is one sum in fixed order, so results do not
 * depend on the number of threads.
 */
public final class SparseMatrix implements LinearOperator {

  private static final int SHOWN_ROWS = 6;
  private static final int SHOWN_ELEMENTS = 8;

  private final int rows;
  private final int cols;
  private final int[] starts;
  private final int[] columns;
  private final double[] values;
  private SparseMatrix transposed;

  /** Keeps its arguments, which are in order. */
  SparseMatrix(int rows, int cols, int[] starts, int[] columns, double[] values) {
    this.rows = rows;
    this.cols = cols;
    this.starts = starts;
    this.columns = columns;
    this.values = values;
  }

  /**
   * A (rows x cols) matrix of zeros.
   *
   * @throws IllegalArgumentException if there cannot be so many rows or columns
   */
  public static SparseMatrix zeros(int rows, int cols) {
    return ofTriplets(rows, cols, new int[0], new int[0], new double[0]);
  }

  /**
   * Element (rowIndices[k], columnIndices[k]) is values[k]; values for the same element are added
   * up in their order.
   *
   * @throws IllegalArgumentException if the arrays differ in length, an index is outside, or there
   *     cannot be so many rows or columns
   */
  public static SparseMatrix ofTriplets(
      int rows, int cols, int[] rowIndices, int[] columnIndices, double[] values) {
    if (rowIndices.length != values.length || columnIndices.length != values.length) {
      throw new IllegalArgumentException(
          "%d row indices and %d column indices for %d values"
              .formatted(rowIndices.length, columnIndices.length, values.length));
    }
    int[] next = counts(rows, cols);
    for (int i : rowIndices) {
      if (i < 0 || i >= rows) {
        throw new IllegalArgumentException(
            "row %d of a matrix of %d x %d".formatted(i, rows, cols));
      }
      next[i + 1]++;
    }
    for (int i = 0; i < rows; i++) {
      next[i + 1] += next[i];
    }
    int[] starts = next.clone();
    int[] order = new int[values.length];
    for (int k = 0; k < values.length; k++) {
      order[next[rowIndices[k]]++] = k;
    }
    var builder = new SparseBuilder(cols);
    for (int i = 0; i < rows; i++) {
      for (int p = starts[i]; p < starts[i + 1]; p++) {
        builder.add(columnIndices[order[p]], values[order[p]]);
      }
      builder.endRow();
    }
    return builder.build();
  }

  /** Room for a count of each row, after a zero. */
  private static int[] counts(int rows, int cols) {
    if (rows < 0 || rows >= SparseBuilder.MOST_ELEMENTS) {
      throw new IllegalArgumentException(
          "a sparse matrix of %s: it has 0 to %d rows"
              .formatted(Shapes.of(rows, cols), SparseBuilder.MOST_ELEMENTS - 1));
    }
    return new int[rows + 1];
  }

  /** The elements of a dense matrix. */
  public static SparseMatrix of(Matrix dense) {
    var builder = new SparseBuilder(dense.cols());
    for (int i = 0; i < dense.rows(); i++) {
      builder.addDense(dense, i, 0);
      builder.endRow();
    }
    return builder.build();
  }

  /**
   * Matrices side by side, in order, each dense or sparse.
   *
   * @throws IllegalArgumentException if they differ in their number of rows, or have too many
   *     columns
   */
  public static SparseMatrix besides(LinearOperator... blocks) {
    if (blocks.length == 1 && blocks[0] instanceof SparseMatrix only) {
      return only;
    }
    int rows = blocks.length == 0 ? 0 : blocks[0].rows();
    int cols = 0;
    for (LinearOperator block : blocks) {
      if (block.rows() != rows) {
        throw new IllegalArgumentException(
            "a block has %d rows, but the first has %d".formatted(block.rows(), rows));
      }
      if (cols > Integer.MAX_VALUE - block.cols()) {
        throw new IllegalArgumentException(
            "the blocks have more than %d columns".formatted(Integer.MAX_VALUE));
      }
      cols += block.cols();
    }
    var builder = new SparseBuilder(cols);
    for (int i = 0; i < rows; i++) {
      int at = 0;
      for (LinearOperator block : blocks) {
        builder.addRow(block, i, at);
        at += block.cols();
      }
      builder.endRow();
    }
    return builder.build();
  }

  /**
   * Matrices one below the other, in order, each dense or sparse.
   *
   * @throws IllegalArgumentException if they differ in their number of columns
   */
  public static SparseMatrix below(LinearOperator... blocks) {
    int cols = blocks.length == 0 ? 0 : blocks[0].cols();
    var builder = new SparseBuilder(cols);
    builder.reserve(Arrays.stream(blocks).mapToLong(SparseMatrix::stored).sum());
    for (LinearOperator block : blocks) {
      if (block.cols() != cols) {
        throw new IllegalArgumentException(
            "a block has %d columns, but the first has %d".formatted(block.cols(), cols));
      }
      if (block instanceof SparseMatrix sparse) {
        builder.addRows(sparse.rows, sparse.starts, sparse.columns, sparse.values);
      } else {
        for (int i = 0; i < block.rows(); i++) {
          builder.addRow(block, i, 0);
          builder.endRow();
        }
      }
    }
    return builder.build();
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int cols() {
    return cols;
  }

  /** How many elements are stored. */
  public int nonZeros() {
    return values.length;
  }

  private static long stored(LinearOperator block) {
    return block instanceof SparseMatrix sparse ? sparse.nonZeros() : 0;
  }

  /** The share of elements that are stored, 0 for a matrix without elements. */
  public double density() {
    return rows == 0 || cols == 0 ? 0 : (double) values.length / rows / cols;
  }

  /** The position of the first stored element of row {@code i}; {@code i = rows()} for the end. */
  public int start(int i) {
    return starts[i];
  }

  /** The column of the stored element at a position. */
  public int column(int position) {
    return columns[position];
  }

  /** The stored element at a position. */
  public double value(int position) {
    return values[position];
  }

  /** Element (i, j). */
  public double get(int i, int j) {
    Shapes.checkRow(i, rows, cols);
    Shapes.checkColumn(j, rows, cols);
    int position = Arrays.binarySearch(columns, starts[i], starts[i + 1], j);
    return position < 0 ? 0 : values[position];
  }

  /** Writes row {@code i}, zeros too, to the start of {@code out} (at least cols). */
  public void rowInto(int i, double[] out) {
    Shapes.checkRow(i, rows, cols);
    Shapes.checkRoom(out.length, rows, cols);
    Arrays.fill(out, 0, cols, 0);
    for (int p = starts[i]; p < starts[i + 1]; p++) {
      out[columns[p]] = values[p];
    }
  }

  /** The sum of the products of row {@code i} and the weights (at least cols). */
  public double rowDot(int i, double[] weights) {
    Shapes.checkRow(i, rows, cols);
    Shapes.checkRoom(weights.length, rows, cols);
    double sum = 0;
    for (int p = starts[i]; p < starts[i + 1]; p++) {
      sum += values[p] * weights[columns[p]];
    }
    return sum;
  }

  /** These rows in this order (repeats allowed), new. */
  public SparseMatrix rows(int[] indices) {
    var builder = new SparseBuilder(cols);
    for (int i : indices) {
      Shapes.checkRow(i, rows, cols);
      builder.addSparse(this, i, 0);
      builder.endRow();
    }
    return builder.build();
  }

  /** Columns {@code from} to {@code to}, end exclusive, new. */
  public SparseMatrix columns(int from, int to) {
    if (from < 0 || to < from || to > cols) {
      throw new IndexOutOfBoundsException(
          "columns %d to %d of a matrix of %s".formatted(from, to, shape()));
    }
    var builder = new SparseBuilder(to - from);
    for (int i = 0; i < rows; i++) {
      for (int p = starts[i]; p < starts[i + 1]; p++) {
        if (columns[p] >= from && columns[p] < to) {
          builder.add(columns[p] - from, values[p]);
        }
      }
      builder.endRow();
    }
    return builder.build();
  }

  /**
   * These columns in this order, new.
   *
   * @throws IllegalArgumentException if a column stands twice
   */
  public SparseMatrix columns(int[] indices) {
    int[] places = new int[cols];
    Arrays.fill(places, -1);
    for (int k = 0; k < indices.length; k++) {
      if (indices[k] < 0 || indices[k] >= cols) {
        throw new IndexOutOfBoundsException(
            "column %d of a matrix of %s".formatted(indices[k], shape()));
      }
      if (places[indices[k]] >= 0) {
        throw new IllegalArgumentException("column %d stands twice".formatted(indices[k]));
      }
      places[indices[k]] = k;
    }
    var builder = new SparseBuilder(indices.length);
    for (int i = 0; i < rows; i++) {
      for (int p = starts[i]; p < starts[i + 1]; p++) {
        if (places[columns[p]] >= 0) {
          builder.add(places[columns[p]], values[p]);
        }
      }
      builder.endRow();
    }
    return builder.build();
  }

  /** Row i times factors[i], new. */
  public SparseMatrix timesRows(double[] factors) {
    checkLength(factors.length, rows, "rows");
    double[] scaled = new double[values.length];
    for (int i = 0; i < rows; i++) {
      for (int p = starts[i]; p < starts[i + 1]; p++) {
        scaled[p] = values[p] * factors[i];
      }
    }
    return withValues(scaled);
  }

  /** Column j times factors[j], new. */
  public SparseMatrix timesColumns(double[] factors) {
    checkLength(factors.length, cols, "columns");
    double[] scaled = new double[values.length];
    for (int p = 0; p < values.length; p++) {
      scaled[p] = values[p] * factors[columns[p]];
    }
    return withValues(scaled);
  }

  /** Other values at the same elements; those that are zero are not stored. */
  private SparseMatrix withValues(double[] others) {
    var builder = new SparseBuilder(cols);
    for (int i = 0; i < rows; i++) {
      for (int p = starts[i]; p < starts[i + 1]; p++) {
        builder.add(columns[p], others[p]);
      }
      builder.endRow();
    }
    return builder.build();
  }

  /** The transpose; made once and kept, since products with the transpose run on it. */
  public SparseMatrix transpose() {
    SparseMatrix made = transposed;
    if (made == null) {
      int[] next = counts(cols, rows);
      for (int j : columns) {
        next[j + 1]++;
      }
      for (int j = 0; j < cols; j++) {
        next[j + 1] += next[j];
      }
      int[] toStarts = next.clone();
      int[] toColumns = new int[values.length];
      double[] toValues = new double[values.length];
      for (int i = 0; i < rows; i++) {
        for (int p = starts[i]; p < starts[i + 1]; p++) {
          int to = next[columns[p]]++;
          toColumns[to] = i;
          toValues[to] = values[p];
        }
      }
      made = new SparseMatrix(cols, rows, toStarts, toColumns, toValues);
      made.transposed = this;
      transposed = made;
    }
    return made;
  }

  @Override
  public Matrix times(Matrix other) {
    if (cols != other.rows()) {
      throw Shapes.mismatch(shape(), "times", other.shape());
    }
    return SparseProducts.times(this, other);
  }

  /** this * x, new. */
  public Vector times(Vector x) {
    if (cols != x.size()) {
      throw Shapes.mismatch(shape(), "times", "a vector of " + x.size());
    }
    return SparseProducts.times(this, x);
  }

  @Override
  public Matrix transposeTimes(Matrix other) {
    if (rows != other.rows()) {
      throw Shapes.mismatch(shape(), "transposeTimes", other.shape());
    }
    return SparseProducts.times(transpose(), other);
  }

  /** this' * x, new. */
  public Vector transposeTimes(Vector x) {
    if (rows != x.size()) {
      throw Shapes.mismatch(shape(), "transposeTimes", "a vector of " + x.size());
    }
    return SparseProducts.times(transpose(), x);
  }

  /** this' * this, (cols x cols), dense and exactly symmetric, new. */
  public Matrix gram() {
    return SparseProducts.gram(this);
  }

  /** The same elements in a dense matrix. */
  public Matrix toDense() {
    Matrix result = Matrix.zeros(rows, cols);
    for (int i = 0; i < rows; i++) {
      for (int p = starts[i]; p < starts[i + 1]; p++) {
        result.data()[i * cols + columns[p]] = values[p];
      }
    }
    return result;
  }

  private String shape() {
    return Shapes.of(rows, cols);
  }

  private void checkLength(int length, int expected, String what) {
    if (length != expected) {
      throw new IllegalArgumentException(
          "%d factors for the %d %s of a matrix".formatted(length, expected, what));
    }
  }

  /** Equal if shape and all elements are, as {@link Double#equals} sees what is stored. */
  @Override
  public boolean equals(Object object) {
    return object instanceof SparseMatrix other
        && rows == other.rows
        && cols == other.cols
        && Arrays.equals(starts, other.starts)
        && Arrays.equals(columns, other.columns)
        && Arrays.equals(values, other.values);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * (31 * rows + cols) + Arrays.hashCode(columns)) + Arrays.hashCode(values);
  }

  /** The shape, how many elements are stored, and the first of them. */
  @Override
  public String toString() {
    var text = new StringBuilder("SparseMatrix %s, %d stored".formatted(shape(), values.length));
    for (int i = 0; i < Math.min(rows, SHOWN_ROWS); i++) {
      text.append(System.lineSeparator()).append("row ").append(i).append(':');
      int end = Math.min(starts[i + 1], starts[i] + SHOWN_ELEMENTS);
      for (int p = starts[i]; p < end; p++) {
        text.append(' ').append(columns[p]).append(':').append(values[p]);
      }
      text.append(end < starts[i + 1] ? " ..." : "");
    }
    return rows <= SHOWN_ROWS
        ? text.toString()
        : text.append(System.lineSeparator()).append("...").toString();
  }
}
