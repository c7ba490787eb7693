package org.cairnml.core;

import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SparseBuilder;
import org.cairnml.linalg.SparseMatrix;

/** A transformation whose rows are mostly zeros, and which can make them without those. */
public interface SparseTransformModel extends TransformModel {

  /**
   * Adds the values of the transformed row that are not 0 to the row that is being built, without
   * ending it.
   *
   * @param row d values, as {@link #schema()}; not changed
   * @throws org.cairnml.base.DataException if the row has another width or unusable values
   */
  void transformInto(double[] row, SparseBuilder out);

  /** Whether most of the transformed values are zeros; true unless a model knows better. */
  default boolean makesZeros() {
    return true;
  }

  /** The transformed rows of x (n x d), the same values as those of {@link #transform(Matrix)}. */
  default SparseMatrix transformSparse(Matrix x) {
    return Batch.sparse(x, schema(), output().width(), this::transformInto);
  }
}
