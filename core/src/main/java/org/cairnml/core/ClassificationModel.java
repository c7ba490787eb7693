package org.cairnml.core;

import java.util.List;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SparseMatrix;

/** Tells the class of a row. */
public interface ClassificationModel extends Model {

  /** The names of the classes, sorted as {@link Labels} sorts them. */
  List<String> classes();

  /**
   * The index into {@link #classes()} of the class of one row (d values).
   *
   * @throws org.cairnml.base.DataException if the row has another width or unusable values
   */
  int predictCode(double[] row);

  /** The name of the class of one row (d values). */
  default String predict(double[] row) {
    return classes().get(predictCode(row));
  }

  /** The classes of the rows of x (n x d); the same as row by row. */
  default Labels predict(Matrix x) {
    int[] codes = new int[x.rows()];
    Batch.run(x, schema(), 0, (i, row, out) -> codes[i] = predictCode(row));
    return Labels.ofCodes(codes, classes());
  }

  /** The classes of the rows of a sparse x (n x d); the same as row by row. */
  default Labels predict(SparseMatrix x) {
    int[] codes = new int[x.rows()];
    Batch.run(x, schema(), 0, (i, row, out) -> codes[i] = predictCode(row));
    return Labels.ofCodes(codes, classes());
  }

  /** The classes of the rows of a data set, dense or sparse. */
  default Labels predict(Dataset data) {
    return data.isSparse() ? predict(data.sparse()) : predict(data.x());
  }
}
