package org.cairnml.core;

import org.cairnml.linalg.Matrix;

/** A fitted transformation of feature columns. */
public interface TransformModel extends Model {

  /** The columns that it makes; their names tell where they come from. */
  Schema output();

  /**
   * Writes the transformed row to {@code out}; does not allocate.
   *
   * @param row d values, as {@link #schema()}; not changed
   * @param out as many values as {@link #output()} has columns; not the same array as {@code row}
   * @throws org.cairnml.base.DataException if the row has another width or unusable values
   */
  void transformInto(double[] row, double[] out);

  /** The transformed row. */
  default double[] transform(double[] row) {
    double[] out = new double[output().width()];
    transformInto(row, out);
    return out;
  }

  /** The transformed rows of x (n x d); the same as row by row. */
  default Matrix transform(Matrix x) {
    int width = output().width();
    double[] all = new double[x.rows() * width];
    Batch.run(
        x,
        schema(),
        width,
        (i, row, out) -> {
          transformInto(row, out);
          System.arraycopy(out, 0, all, i * width, width);
        });
    return Matrix.wrap(all, x.rows(), width);
  }

  /**
   * The same rows with transformed features. Sparse ones stay sparse where the transformation keeps
   * zeros, otherwise they are made dense.
   *
   * @throws org.cairnml.base.DataException as {@link Dataset#dense()}
   */
  default Dataset transform(Dataset data) {
    return data.withFeatures(transform(data.dense().x()), output());
  }
}
