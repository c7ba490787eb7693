package org.cairnml.core;

import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SparseMatrix;

/**
 * A classification model that says how likely each class is. The predicted class is the likeliest,
 * the first of them where several are equally likely.
 */
public interface ProbabilityModel extends ClassificationModel {

  /**
   * Writes the probability of each class of one row (d values) to {@code out} (k values, as {@link
   * #classes()}); they add up to 1.
   *
   * @throws org.cairnml.base.DataException if the row has another width or unusable values
   */
  void probabilitiesInto(double[] row, double[] out);

  /** The probability of each class of one row (d values). */
  default double[] probabilities(double[] row) {
    double[] out = new double[classes().size()];
    probabilitiesInto(row, out);
    return out;
  }

  /** The probabilities (n x k) of the rows of x (n x d); the same as row by row. */
  default Matrix probabilities(Matrix x) {
    int k = classes().size();
    double[] all = new double[x.rows() * k];
    Batch.run(
        x,
        schema(),
        k,
        (i, row, out) -> {
          probabilitiesInto(row, out);
          System.arraycopy(out, 0, all, i * k, k);
        });
    return Matrix.wrap(all, x.rows(), k);
  }

  /** The probabilities (n x k) of the rows of a sparse x (n x d); the same as row by row. */
  default Matrix probabilities(SparseMatrix x) {
    int k = classes().size();
    Matrix all = Matrix.zeros(x.rows(), k);
    Batch.run(
        x,
        schema(),
        k,
        (i, row, out) -> {
          probabilitiesInto(row, out);
          System.arraycopy(out, 0, all.data(), i * k, k);
        });
    return all;
  }

  /** The probabilities (n x k) of the rows of a data set, dense or sparse. */
  default Matrix probabilities(Dataset data) {
    return data.isSparse() ? probabilities(data.sparse()) : probabilities(data.x());
  }

  @Override
  default int predictCode(double[] row) {
    double[] p = probabilities(row);
    int best = 0;
    for (int c = 1; c < p.length; c++) {
      if (p[c] > p[best]) {
        best = c;
      }
    }
    return best;
  }
}
