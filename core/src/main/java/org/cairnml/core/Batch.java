package org.cairnml.core;

import org.cairnml.base.DataException;
import org.cairnml.base.Workers;
import org.cairnml.linalg.Matrix;

/** Runs a method for one row on all rows of a matrix, in parallel. */
final class Batch {

  private static final int ROWS_PER_PART = 256;

  private Batch() {}

  /** What is done with row {@code i}; both arrays are used again for later rows. */
  interface RowTask {
    void run(int i, double[] row, double[] out);
  }

  /**
   * Runs the task on each row of x.
   *
   * @param columns the columns that x must have
   * @param outWidth the length of the task's array {@code out}
   * @throws DataException what the task throws, with the number of the row before its message
   */
  static void run(Matrix x, Schema columns, int outWidth, RowTask task) {
    columns.requireWidth(x.cols());
    Workers.standard()
        .ranges(
            x.rows(),
            ROWS_PER_PART,
            (from, to) -> {
              double[] row = new double[x.cols()];
              double[] out = new double[outWidth];
              for (int i = from; i < to; i++) {
                x.rowInto(i, row);
                run(task, i, row, out);
              }
            });
  }

  private static void run(RowTask task, int i, double[] row, double[] out) {
    try {
      task.run(i, row, out);
    } catch (DataException e) {
      throw new DataException("row " + i + ", " + e.getMessage(), e);
    }
  }
}
