package org.cairnml.core;

import org.cairnml.base.Workers;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;

/** Predicts a number for a row. */
public interface RegressionModel extends Model {

  /** How many rows one part of a batch has when it is predicted in parallel. */
  int BATCH_ROWS = 256;

  /**
   * The prediction for one row (d values).
   *
   * @throws org.cairnml.base.DataException if the row has another width or unusable values
   */
  double predict(double[] row);

  /** The n predictions for the rows of x (n x d); the same as row by row. */
  default Vector predict(Matrix x) {
    double[] all = new double[x.rows()];
    Workers.standard()
        .ranges(
            x.rows(),
            BATCH_ROWS,
            (from, to) -> {
              double[] row = new double[x.cols()];
              for (int i = from; i < to; i++) {
                x.rowInto(i, row);
                all[i] = predict(row);
              }
            });
    return Vector.wrap(all);
  }
}
