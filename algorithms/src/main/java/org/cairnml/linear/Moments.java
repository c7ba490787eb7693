package org.cairnml.linear;

import java.util.Arrays;
import org.cairnml.base.Workers;
import org.cairnml.core.Dataset;
import org.cairnml.linalg.Backends;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;
import org.cairnml.linalg.backend.Transpose;

/**
 * What a regression with squared loss needs to know of its rows: weighted means and centred
 * products. Without an intercept the means are 0 and nothing is centred.
 *
 * @param gram X'WX (d x d)
 * @param cross X'Wy (d)
 * @param yy y'Wy
 * @param xMean what was subtracted from each column (d)
 * @param yMean what was subtracted from the target
 */
record Moments(Matrix gram, Vector cross, double yy, double[] xMean, double yMean) {
  // Each block of rows is centred and weighted into a small copy with y as its last column, so that
  // one symmetric product gives all of X'X, X'y and y'y.

  private static final int BLOCK_ROWS = 512;

  static Moments of(Dataset data, boolean intercept, Workers workers) {
    return of(
        data.x(), data.target(), data.isWeighted() ? data.weights() : null, intercept, workers);
  }

  /** The same for rows that have all weight 1 if {@code weights} is null. */
  static Moments of(Matrix x, double[] y, double[] weights, boolean intercept, Workers workers) {
    double[] means = intercept ? means(x, y, weights, workers) : new double[x.cols() + 1];
    int width = x.cols() + 1;
    double[] all =
        RowSums.of(
            x.rows(),
            width * width,
            workers,
            (from, to, sums) -> addProducts(x, y, weights, means, from, to, sums));
    int d = x.cols();
    Matrix gram = Matrix.zeros(d, d);
    double[] cross = new double[d];
    for (int i = 0; i < d; i++) {
      cross[i] = all[d * width + i];
      for (int j = 0; j <= i; j++) {
        gram.set(i, j, all[i * width + j]);
        gram.set(j, i, all[i * width + j]);
      }
    }
    double[] xMean = Arrays.copyOf(means, d);
    return new Moments(gram, Vector.wrap(cross), all[d * width + d], xMean, means[d]);
  }

  /**
   * The weighted means of the columns, then that of y. They are found as differences from the first
   * row, so that a constant column is centred to exactly 0.
   */
  private static double[] means(Matrix x, double[] y, double[] weights, Workers workers) {
    int d = x.cols();
    double[] shift = Arrays.copyOf(x.row(0).toArray(), d + 2);
    shift[d] = y[0];
    double[] means =
        RowSums.of(
            x.rows(),
            d + 2,
            workers,
            (from, to, sums) -> {
              for (int i = from; i < to; i++) {
                double w = weights == null ? 1 : weights[i];
                addDifference(w, d, x.data(), x.offset() + i * x.stride(), shift, sums);
                sums[d] += w * (y[i] - shift[d]);
                sums[d + 1] += w;
              }
            });
    for (int j = 0; j <= d; j++) {
      means[j] = shift[j] + means[j] / means[d + 1];
    }
    return means;
  }

  private static void addDifference(
      double w, int d, double[] x, int offset, double[] shift, double[] sums) {
    for (int j = 0; j < d; j++) {
      sums[j] += w * (x[offset + j] - shift[j]);
    }
  }

  /**
   * Adds the lower triangle of Z'Z, Z being the centred and weighted rows with y as last column.
   */
  private static void addProducts(
      Matrix x, double[] y, double[] weights, double[] means, int from, int to, double[] products) {
    int d = x.cols();
    int width = d + 1;
    double[] block = new double[Math.min(BLOCK_ROWS, to - from) * width];
    for (int start = from; start < to; start += BLOCK_ROWS) {
      int rows = Math.min(BLOCK_ROWS, to - start);
      for (int i = 0; i < rows; i++) {
        int in = x.offset() + (start + i) * x.stride();
        int out = i * width;
        double root = weights == null ? 1 : Math.sqrt(weights[start + i]);
        for (int j = 0; j < d; j++) {
          block[out + j] = root * (x.data()[in + j] - means[j]);
        }
        block[out + d] = root * (y[start + i] - means[d]);
      }
      Backends.get().syrk(Transpose.YES, width, rows, 1, block, 0, width, 1, products, 0, width);
    }
  }

  /** The intercept that belongs to the coefficients {@code b}. */
  double intercept(Vector b) {
    return yMean - Vector.wrap(xMean).dot(b);
  }

  /** The weighted sum of squares that {@code b} leaves. */
  double residualSquares(Vector b) {
    return Math.max(0, yy - 2 * cross.dot(b) + gram.times(b).dot(b));
  }
}
