package org.cairnml.core;

import org.cairnml.linalg.Matrix;

/** A cluster model that can place rows that it has not seen. */
public interface InductiveClusterModel extends ClusterModel {

  /**
   * The cluster of one row (d values), from 0.
   *
   * @throws org.cairnml.base.DataException if the row has another width or unusable values
   */
  int predict(double[] row);

  /** The clusters of the rows of x (n x d); the same as row by row. */
  default int[] predict(Matrix x) {
    int[] clusters = new int[x.rows()];
    Batch.run(x, schema(), 0, (i, row, out) -> clusters[i] = predict(row));
    return clusters;
  }
}
