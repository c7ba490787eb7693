package org.cairnml.core;

import org.cairnml.base.Workers;
import org.cairnml.linalg.Matrix;

/** A cluster model that can place rows that it has not seen. */
public interface InductiveClusterModel extends ClusterModel {

  /** How many rows one part of a batch has when it is predicted in parallel. */
  int BATCH_ROWS = 256;

  /**
   * The cluster of one row (d values), from 0.
   *
   * @throws org.cairnml.base.DataException if the row has another width or unusable values
   */
  int predict(double[] row);

  /** The clusters of the rows of x (n x d); the same as row by row. */
  default int[] predict(Matrix x) {
    int[] clusters = new int[x.rows()];
    Workers.standard()
        .ranges(
            x.rows(),
            BATCH_ROWS,
            (from, to) -> {
              double[] row = new double[x.cols()];
              for (int i = from; i < to; i++) {
                x.rowInto(i, row);
                clusters[i] = predict(row);
              }
            });
    return clusters;
  }
}
