package org.cairnml.core;

import org.cairnml.linalg.Matrix;

/** A transformation that can be undone, at least for the values of the training data. */
public interface InvertibleTransformModel extends TransformModel {

  /**
   * Writes the row that {@link #transformInto} would turn into {@code transformed}; does not
   * allocate.
   *
   * @param transformed as many values as {@link #output()} has columns; not changed
   * @param out d values, as {@link #schema()}; not the same array as {@code transformed}
   */
  void inverseInto(double[] transformed, double[] out);

  /** The row that would be transformed into this one. */
  default double[] inverse(double[] transformed) {
    double[] out = new double[schema().width()];
    inverseInto(transformed, out);
    return out;
  }

  /** The rows (n x d) that would be transformed into these; the same as row by row. */
  default Matrix inverse(Matrix transformed) {
    int width = schema().width();
    double[] all = new double[transformed.rows() * width];
    Batch.run(
        transformed,
        output(),
        width,
        (i, row, out) -> {
          inverseInto(row, out);
          System.arraycopy(out, 0, all, i * width, width);
        });
    return Matrix.wrap(all, transformed.rows(), width);
  }
}
