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
  // Each block of rows is shifted and weighted into a small copy with y and a column of ones
  // behind, so that one symmetric product gives all of X'X, X'y, y'y and the sums, in one pass over
  // the rows. The shift is the mean of some rows, near enough to the mean of all that what is then
  // taken off the products is small beside them.

  private static final int BLOCK_ROWS = 512;
  private static final int SAMPLED_ROWS = 256;

  static Moments of(Dataset data, boolean intercept, Workers workers) {
    return of(
        data.x(), data.target(), data.isWeighted() ? data.weights() : null, intercept, workers);
  }

  /** The same for rows that have all weight 1 if {@code weights} is null. */
  static Moments of(Matrix x, double[] y, double[] weights, boolean intercept, Workers workers) {
    int d = x.cols();
    double[] shift = intercept ? sampleMeans(x, y, weights) : new double[d + 1];
    int width = intercept ? d + 2 : d + 1;
    double[] all =
        RowSums.of(
            x.rows(),
            width * width,
            workers,
            (from, to, sums) -> addProducts(x, y, weights, shift, width, from, to, sums));
    if (intercept) {
      centre(all, width, shift);
    }
    Matrix gram = Matrix.zeros(d, d);
    double[] cross = new double[d];
    for (int i = 0; i < d; i++) {
      cross[i] = all[d * width + i];
      for (int j = 0; j <= i; j++) {
        gram.set(i, j, all[i * width + j]);
        gram.set(j, i, all[i * width + j]);
      }
    }
    return new Moments(
        gram, Vector.wrap(cross), all[d * width + d], Arrays.copyOf(shift, d), shift[d]);
  }

  /** Moves the products from the shift to the mean, and the shift too. */
  private static void centre(double[] products, int width, double[] shift) {
    int ones = (width - 1) * width;
    double total = products[ones + width - 1];
    for (int i = 0; i < shift.length; i++) {
      double mean = products[ones + i] / total;
      for (int j = 0; j <= i; j++) {
        products[i * width + j] -= mean * products[ones + j];
      }
      products[i * width + i] = Math.max(0, products[i * width + i]);
    }
    for (int i = 0; i < shift.length; i++) {
      shift[i] += products[ones + i] / total;
    }
  }

  /**
   * The means of the columns, then of y, over rows of positive weight taken at even distances. They
   * are found as differences from the first of these, so that constants are met exactly.
   */
  private static double[] sampleMeans(Matrix x, double[] y, double[] weights) {
    int d = x.cols();
    int step = Math.max(1, x.rows() / SAMPLED_ROWS);
    double[] first = null;
    double[] sums = new double[d + 1];
    int count = 0;
    for (int i = 0; i < x.rows(); i += weights == null || weights[i] > 0 ? step : 1) {
      if (weights == null || weights[i] > 0) {
        if (first == null) {
          first = Arrays.copyOf(x.row(i).toArray(), d + 1);
          first[d] = y[i];
        }
        for (int j = 0; j < d; j++) {
          sums[j] += x.get(i, j) - first[j];
        }
        sums[d] += y[i] - first[d];
        count++;
      }
    }
    for (int j = 0; j <= d; j++) {
      sums[j] = first[j] + sums[j] / count;
    }
    return sums;
  }

  /**
   * Adds the lower triangle of Z'Z, Z being the shifted and weighted rows, y and, if wide, ones.
   */
  private static void addProducts(
      Matrix x,
      double[] y,
      double[] weights,
      double[] shift,
      int width,
      int from,
      int to,
      double[] products) {
    int d = x.cols();
    double[] block = new double[Math.min(BLOCK_ROWS, to - from) * width];
    for (int start = from; start < to; start += BLOCK_ROWS) {
      int rows = Math.min(BLOCK_ROWS, to - start);
      for (int i = 0; i < rows; i++) {
        double root = weights == null ? 1 : Math.sqrt(weights[start + i]);
        int out = i * width;
        block[out + width - 1] = root;
        shifted(x.data(), x.offset() + (start + i) * x.stride(), shift, root, d, block, out);
        block[out + d] = root * (y[start + i] - shift[d]);
      }
      Backends.get().syrk(Transpose.YES, width, rows, 1, block, 0, width, 1, products, 0, width);
    }
  }

  private static void shifted(
      double[] x, int in, double[] shift, double root, int d, double[] block, int out) {
    for (int j = 0; j < d; j++) {
      block[out + j] = root * (x[in + j] - shift[j]);
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
