package org.cairnml.linear;

import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.core.RegressionModel;
import org.cairnml.linalg.Matrix;

/** Finds fits whose sums of squares left the range of doubles. */
final class Overflow {

  private Overflow() {}

  /**
   * The model, if what it says of its training rows is finite.
   *
   * @throws DataException with the cure, if not
   */
  static <M extends RegressionModel> M refused(M model, Dataset data) {
    Matrix x = data.x();
    double[] row = new double[x.cols()];
    for (int i = 0; i < x.rows(); i++) {
      x.rowInto(i, row);
      if (!Double.isFinite(model.predict(row))) {
        throw new DataException(
            "the fit overflowed: some columns or the target have values too large for their"
                + " squares (around 1e150 or more); divide these by a power of ten first");
      }
    }
    return model;
  }
}
