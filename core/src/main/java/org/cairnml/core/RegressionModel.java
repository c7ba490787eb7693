package org.cairnml.core;

import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SparseMatrix;
import org.cairnml.linalg.Vector;

/** Predicts a number for a row. */
public interface RegressionModel extends Model {

  /**
   * The prediction for one row (d values).
   *
   * @throws org.cairnml.base.DataException if the row has another width or unusable values
   */
  double predict(double[] row);

  /** The n predictions for the rows of x (n x d); the same as row by row. */
  default Vector predict(Matrix x) {
    double[] all = new double[x.rows()];
    Batch.run(x, schema(), 0, (i, row, out) -> all[i] = predict(row));
    return Vector.wrap(all);
  }

  /** The n predictions for the rows of a sparse x (n x d); the same as row by row. */
  default Vector predict(SparseMatrix x) {
    double[] all = new double[x.rows()];
    Batch.run(x, schema(), 0, (i, row, out) -> all[i] = predict(row));
    return Vector.wrap(all);
  }

  /** The n predictions for the rows of a data set, dense or sparse. */
  default Vector predict(Dataset data) {
    return data.isSparse() ? predict(data.sparse()) : predict(data.x());
  }
}
