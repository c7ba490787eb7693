package org.cairnml.core;

import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;

/**
 * Gives rows scores by which the rows of one query are ordered, the highest first. Scores of
 * different queries cannot be compared.
 */
public interface RankingModel extends Model {

  /**
   * The score of one row (d values).
   *
   * @throws org.cairnml.base.DataException if the row has another width or unusable values
   */
  double score(double[] row);

  /** The n scores of the rows of x (n x d); the same as row by row. */
  default Vector scores(Matrix x) {
    double[] all = new double[x.rows()];
    Batch.run(x, schema(), 0, (i, row, out) -> all[i] = score(row));
    return Vector.wrap(all);
  }
}
