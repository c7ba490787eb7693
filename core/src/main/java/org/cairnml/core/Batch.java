package org.cairnml.core;

import org.cairnml.base.DataException;
import org.cairnml.base.Workers;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SparseBuilder;
import org.cairnml.linalg.SparseMatrix;

/** Runs a method for one row on all rows of a matrix, in parallel. */
final class Batch {

  private static final int ROWS_PER_PART = 256;

  private Batch() {}

  /** What is done with row {@code i}; both arrays are used again for later rows. */
  interface RowTask {
    void run(int i, double[] row, double[] out);
  }

  private interface RowReader {
    void rowInto(int i, double[] row);
  }

  /**
   * Runs the task on each row of x.
   *
   * @param columns the columns that x must have
   * @param outWidth the length of the task's array {@code out}
   * @throws DataException what the task throws, with the number of the row before its message
   */
  static void run(Matrix x, Schema columns, int outWidth, RowTask task) {
    run(x.rows(), x.cols(), x::rowInto, columns, outWidth, task);
  }

  /** The same for the rows of a sparse matrix, of which one a thread is dense at a time. */
  static void run(SparseMatrix x, Schema columns, int outWidth, RowTask task) {
    run(x.rows(), x.cols(), x::rowInto, columns, outWidth, task);
  }

  /** Appends the values of a row to the one that is being built. */
  interface SparseTask {
    void run(double[] row, SparseBuilder out);
  }

  /**
   * The sparse rows that the task makes of each row of x.
   *
   * @param columns the columns that x must have
   * @throws DataException what the task throws, with the number of the row before its message
   */
  static SparseMatrix sparse(Matrix x, Schema columns, int outWidth, SparseTask task) {
    columns.requireWidth(x.cols());
    int parts = Math.max(1, (x.rows() + ROWS_PER_PART - 1) / ROWS_PER_PART);
    return SparseMatrix.below(
        Workers.standard()
            .map(
                parts,
                part -> {
                  int from = part * ROWS_PER_PART;
                  int to = Math.min(x.rows(), from + ROWS_PER_PART);
                  return sparse(x.slice(from, to, 0, x.cols()), from, outWidth, task);
                })
            .toArray(SparseMatrix[]::new));
  }

  private static SparseMatrix sparse(Matrix x, int first, int outWidth, SparseTask task) {
    var builder = new SparseBuilder(outWidth);
    double[] row = new double[x.cols()];
    for (int i = 0; i < x.rows(); i++) {
      x.rowInto(i, row);
      try {
        task.run(row, builder);
      } catch (DataException e) {
        throw DataException.inRow(first + i, e.getMessage(), e);
      }
      builder.endRow();
    }
    return builder.build();
  }

  private static void run(
      int rows, int cols, RowReader reader, Schema columns, int outWidth, RowTask task) {
    columns.requireWidth(cols);
    Workers.standard()
        .ranges(
            rows,
            ROWS_PER_PART,
            (from, to) -> {
              double[] row = new double[cols];
              double[] out = new double[outWidth];
              for (int i = from; i < to; i++) {
                reader.rowInto(i, row);
                run(task, i, row, out);
              }
            });
  }

  private static void run(RowTask task, int i, double[] row, double[] out) {
    try {
      task.run(i, row, out);
    } catch (DataException e) {
      throw DataException.inRow(i, e.getMessage(), e);
    }
  }
}
