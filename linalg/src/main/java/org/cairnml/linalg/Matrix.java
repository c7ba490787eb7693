package org.cairnml.linalg;

import java.util.Arrays;
import org.cairnml.base.Workers;
import org.cairnml.linalg.backend.Transpose;

/**
 * A dense matrix of doubles, row-major: element (i, j) stands at {@code offset + i * stride + j} of
 * one array. The shape is fixed for life. A method that says "view" shares the array, so that
 * {@link #set} is seen through all views; every other result is new.
 *
 * <p>By convention x (n x d) holds samples in rows. Operations on unequal shapes throw {@link
 * IllegalArgumentException} with both shapes.
 */
public final class Matrix implements LinearOperator {

  private static final int SHOWN_ROWS = 6;
  private static final int SHOWN_COLUMNS = 8;

  /** Elements from which on the workers share a pass over all, and the columns of a part. */
  private static final int PARALLEL = 1 << 16;

  private static final int COLUMNS_AT_ONCE = 64;

  private final double[] data;
  private final int offset;
  private final int rows;
  private final int cols;
  private final int stride;

  private Matrix(double[] data, int offset, int rows, int cols, int stride) {
    this.data = data;
    this.offset = offset;
    this.rows = rows;
    this.cols = cols;
    this.stride = stride;
  }

  /** A (rows x cols) matrix of zeros. */
  public static Matrix zeros(int rows, int cols) {
    return new Matrix(new double[checkedLength(rows, cols)], 0, rows, cols, cols);
  }

  /**
   * These rows, copied.
   *
   * @throws IllegalArgumentException if the rows have unequal lengths
   */
  public static Matrix of(double[][] rows) {
    int cols = rows.length == 0 ? 0 : rows[0].length;
    Matrix matrix = zeros(rows.length, cols);
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != cols) {
        throw new IllegalArgumentException(
            "row %d has %d elements, but row 0 has %d".formatted(i, rows[i].length, cols));
      }
      System.arraycopy(rows[i], 0, matrix.data, i * cols, cols);
    }
    return matrix;
  }

  /** These elements, row after row, copied. */
  public static Matrix of(int rows, int cols, double... rowMajor) {
    return wrap(rowMajor.clone(), rows, cols);
  }

  /**
   * A view of the whole array, row after row.
   *
   * @throws IllegalArgumentException if the array does not have rows * cols elements
   */
  public static Matrix wrap(double[] data, int rows, int cols) {
    if (data.length != checkedLength(rows, cols)) {
      throw new IllegalArgumentException(
          "an array of %d elements is not a matrix of %d x %d".formatted(data.length, rows, cols));
    }
    return new Matrix(data, 0, rows, cols, cols);
  }

  /**
   * A view of a part of the array: element (i, j) is {@code data[offset + i * stride + j]}.
   *
   * @throws IllegalArgumentException if the view reaches outside the array or rows overlap
   */
  public static Matrix wrap(double[] data, int offset, int rows, int cols, int stride) {
    checkedLength(rows, cols);
    boolean empty = rows == 0 || cols == 0;
    long end = empty ? offset : offset + (rows - 1L) * stride + cols;
    if (offset < 0 || stride < cols || end > data.length) {
      throw new IllegalArgumentException(
          "a matrix of %d x %d from offset %d with stride %d does not fit in an array of %d"
              .formatted(rows, cols, offset, stride, data.length));
    }
    return new Matrix(data, offset, rows, cols, stride);
  }

  /** The (n x n) identity. */
  public static Matrix identity(int n) {
    Matrix matrix = zeros(n, n);
    for (int i = 0; i < n; i++) {
      matrix.data[i * n + i] = 1;
    }
    return matrix;
  }

  /**
   * These columns side by side, copied.
   *
   * @throws IllegalArgumentException if the columns have unequal lengths
   */
  public static Matrix ofColumns(double[]... columns) {
    int rows = columns.length == 0 ? 0 : columns[0].length;
    Matrix matrix = zeros(rows, columns.length);
    for (int j = 0; j < columns.length; j++) {
      if (columns[j].length != rows) {
        throw new IllegalArgumentException(
            "column %d has %d elements, but column 0 has %d".formatted(j, columns[j].length, rows));
      }
      for (int i = 0; i < rows; i++) {
        matrix.data[i * matrix.stride + j] = columns[j][i];
      }
    }
    return matrix;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int cols() {
    return cols;
  }

  /** The array behind this matrix. */
  public double[] data() {
    return data;
  }

  /** Where in {@link #data()} element (0, 0) stands. */
  public int offset() {
    return offset;
  }

  /** How far apart the starts of neighbouring rows stand in {@link #data()}. */
  public int stride() {
    return stride;
  }

  /** Whether the rows follow each other without gaps in {@link #data()}. */
  public boolean isContiguous() {
    return stride == cols || rows <= 1;
  }

  /** Element (i, j). */
  public double get(int i, int j) {
    return data[index(i, j)];
  }

  /** Sets element (i, j), in the shared array. */
  public void set(int i, int j, double value) {
    data[index(i, j)] = value;
  }

  /** Row {@code i}, a view. */
  public Vector row(int i) {
    Shapes.checkRow(i, rows, cols);
    return new Vector(data, offset + i * stride, 1, cols);
  }

  /** Column {@code j}, a view. */
  public Vector column(int j) {
    Shapes.checkColumn(j, rows, cols);
    return new Vector(data, offset + j, stride, rows);
  }

  /** Copies row {@code i} to the start of {@code out} (at least cols). */
  public void rowInto(int i, double[] out) {
    Shapes.checkRow(i, rows, cols);
    Shapes.checkRoom(out.length, rows, cols);
    System.arraycopy(data, offset + i * stride, out, 0, cols);
  }

  /** Rows {@code r0} to {@code r1} and columns {@code c0} to {@code c1}, ends exclusive, a view. */
  public Matrix slice(int r0, int r1, int c0, int c1) {
    if (r0 < 0 || r1 < r0 || r1 > rows || c0 < 0 || c1 < c0 || c1 > cols) {
      throw new IndexOutOfBoundsException(
          "rows %d to %d and columns %d to %d of a matrix of %s"
              .formatted(r0, r1, c0, c1, shape()));
    }
    return new Matrix(data, offset + r0 * stride + c0, r1 - r0, c1 - c0, stride);
  }

  /** These rows in this order (repeats allowed), new. */
  public Matrix rows(int[] indices) {
    Matrix result = zeros(indices.length, cols);
    for (int i = 0; i < indices.length; i++) {
      Shapes.checkRow(indices[i], rows, cols);
      System.arraycopy(data, offset + indices[i] * stride, result.data, i * cols, cols);
    }
    return result;
  }

  /** These columns in this order (repeats allowed), new. */
  public Matrix columns(int[] indices) {
    for (int j : indices) {
      Shapes.checkColumn(j, rows, cols);
    }
    Matrix result = zeros(rows, indices.length);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < indices.length; j++) {
        result.data[i * result.stride + j] = data[offset + i * stride + indices[j]];
      }
    }
    return result;
  }

  /** A contiguous matrix of its own with the same elements. */
  public Matrix copy() {
    if (stride == cols) {
      return wrap(Arrays.copyOfRange(data, offset, offset + rows * cols), rows, cols);
    }
    Matrix result = zeros(rows, cols);
    for (int i = 0; i < rows; i++) {
      System.arraycopy(data, offset + i * stride, result.data, i * cols, cols);
    }
    return result;
  }

  /** The transpose, new. */
  public Matrix transpose() {
    Matrix result = zeros(cols, rows);
    forColumns((from, to) -> transpose(0, from, to, result.data));
    return result;
  }

  /** Runs {@code range} on all columns, of a large matrix in parts that the workers share. */
  void forColumns(Workers.Range range) {
    int size = (long) rows * cols < PARALLEL ? Math.max(1, cols) : COLUMNS_AT_ONCE;
    Backends.get().workers().ranges(cols, size, range);
  }

  /**
   * Writes a range of columns, from row {@code first} on, to their places in the transpose, whose
   * elements are {@code out}. Eight rows go at once, since that fills lines of the cache.
   */
  void transpose(int first, int from, int to, double[] out) {
    int i = first;
    for (; i + 8 <= rows; i += 8) {
      for (int j = from; j < to; j++) {
        int in = offset + i * stride + j;
        int at = j * rows + i;
        out[at] = data[in];
        out[at + 1] = data[in + stride];
        out[at + 2] = data[in + 2 * stride];
        out[at + 3] = data[in + 3 * stride];
        out[at + 4] = data[in + 4 * stride];
        out[at + 5] = data[in + 5 * stride];
        out[at + 6] = data[in + 6 * stride];
        out[at + 7] = data[in + 7 * stride];
      }
    }
    for (; i < rows; i++) {
      for (int j = from; j < to; j++) {
        out[j * rows + i] = data[offset + i * stride + j];
      }
    }
  }

  /** this * other, new. */
  @Override
  public Matrix times(Matrix other) {
    if (cols != other.rows) {
      throw Shapes.mismatch(shape(), "times", other.shape());
    }
    return product(Transpose.NO, this, rows, cols, other);
  }

  /** this' * other, new, without forming the transpose. */
  @Override
  public Matrix transposeTimes(Matrix other) {
    if (rows != other.rows) {
      throw Shapes.mismatch(shape(), "transposeTimes", other.shape());
    }
    return product(Transpose.YES, this, cols, rows, other);
  }

  private static Matrix product(Transpose transposeA, Matrix a, int m, int k, Matrix b) {
    Matrix c = zeros(m, b.cols);
    Backends.get()
        .gemm(
            transposeA,
            Transpose.NO,
            m,
            b.cols,
            k,
            1,
            a.data,
            a.offset,
            a.stride,
            b.data,
            b.offset,
            b.stride,
            0,
            c.data,
            0,
            c.stride);
    return c;
  }

  /** this * x, new. */
  public Vector times(Vector x) {
    if (cols != x.size()) {
      throw Shapes.mismatch(shape(), "times", "a vector of " + x.size());
    }
    return product(Transpose.NO, x, rows);
  }

  /** this' * x, new. */
  public Vector transposeTimes(Vector x) {
    if (rows != x.size()) {
      throw Shapes.mismatch(shape(), "transposeTimes", "a vector of " + x.size());
    }
    return product(Transpose.YES, x, cols);
  }

  private Vector product(Transpose transpose, Vector x, int size) {
    Vector in = x.contiguous();
    double[] y = new double[size];
    Backends.get()
        .gemv(transpose, rows, cols, 1, data, offset, stride, in.data(), in.offset(), 0, y, 0);
    return Vector.wrap(y);
  }

  /** this' * this, (cols x cols) and exactly symmetric, new. */
  public Matrix gram() {
    Matrix c = zeros(cols, cols);
    Backends.get().syrk(Transpose.YES, cols, rows, 1, data, offset, stride, 0, c.data, 0, cols);
    c.mirrorLowerTriangle();
    return c;
  }

  /** Copies what stands below the diagonal to above it. */
  void mirrorLowerTriangle() {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < i; j++) {
        data[offset + j * stride + i] = data[offset + i * stride + j];
      }
    }
  }

  /** this + other, new. */
  public Matrix plus(Matrix other) {
    return combine(1, other, "plus");
  }

  /** this - other, new. */
  public Matrix minus(Matrix other) {
    return combine(-1, other, "minus");
  }

  private Matrix combine(double scale, Matrix other, String operation) {
    if (rows != other.rows || cols != other.cols) {
      throw Shapes.mismatch(shape(), operation, other.shape());
    }
    Matrix result = copy();
    for (int i = 0; i < rows; i++) {
      Backends.get()
          .axpy(cols, scale, other.data, other.offset + i * other.stride, result.data, i * cols);
    }
    return result;
  }

  /** scale * this, new. */
  public Matrix times(double scale) {
    Matrix result = copy();
    for (int i = 0; i < result.data.length; i++) {
      result.data[i] *= scale;
    }
    return result;
  }

  /** The rows in new arrays. */
  public double[][] toArray() {
    double[][] array = new double[rows][];
    for (int i = 0; i < rows; i++) {
      array[i] = Arrays.copyOfRange(data, offset + i * stride, offset + i * stride + cols);
    }
    return array;
  }

  /** Whether no element is NaN or infinite. */
  boolean isFinite() {
    for (int i = 0; i < rows; i++) {
      if (!isFinite(i, cols)) {
        return false;
      }
    }
    return true;
  }

  /** The same for the first elements of row {@code i}. */
  boolean isFinite(int i, int count) {
    int row = offset + i * stride;
    for (int j = row; j < row + count; j++) {
      if (!Double.isFinite(data[j])) {
        return false;
      }
    }
    return true;
  }

  /** This, or an {@link IllegalArgumentException} that names the first NaN or infinity. */
  Matrix requireFinite() {
    for (int i = 0; i < rows; i++) {
      requireFinite(i, cols);
    }
    return this;
  }

  /** The same for the first elements of row {@code i}. */
  void requireFinite(int i, int count) {
    if (!isFinite(i, count)) {
      for (int j = 0; j < count; j++) {
        Shapes.checkFinite(get(i, j), i, j);
      }
    }
  }

  /** The shape for messages, for example "3 x 4". */
  String shape() {
    return Shapes.of(rows, cols);
  }

  private int index(int i, int j) {
    Shapes.checkRow(i, rows, cols);
    Shapes.checkColumn(j, rows, cols);
    return offset + i * stride + j;
  }

  private static int checkedLength(int rows, int cols) {
    if (rows < 0 || cols < 0 || (long) rows * cols > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "a matrix of %d x %d does not fit in one array".formatted(rows, cols));
    }
    return rows * cols;
  }

  /** Equal if shape and all elements are, as {@link Double#equals} sees it. */
  @Override
  public boolean equals(Object object) {
    if (!(object instanceof Matrix other) || rows != other.rows || cols != other.cols) {
      return false;
    }
    for (int i = 0; i < rows; i++) {
      int from = offset + i * stride;
      int otherFrom = other.offset + i * other.stride;
      if (!Arrays.equals(data, from, from + cols, other.data, otherFrom, otherFrom + cols)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 31 * rows + cols;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < cols; j++) {
        hash = 31 * hash + Double.hashCode(data[offset + i * stride + j]);
      }
    }
    return hash;
  }

  /** The shape and the first rows, in short. */
  @Override
  public String toString() {
    var text = new StringBuilder("Matrix ").append(shape());
    for (int i = 0; i < Math.min(rows, SHOWN_ROWS); i++) {
      double[] row = slice(i, i + 1, 0, Math.min(cols, SHOWN_COLUMNS)).row(0).toArray();
      String shown = Arrays.toString(row);
      text.append(System.lineSeparator())
          .append(
              cols <= SHOWN_COLUMNS ? shown : shown.substring(0, shown.length() - 1) + ", ...]");
    }
    return rows <= SHOWN_ROWS
        ? text.toString()
        : text.append(System.lineSeparator()).append("...").toString();
  }
}
