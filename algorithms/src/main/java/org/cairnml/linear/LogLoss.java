package org.cairnml.linear;

import java.util.Arrays;
import org.cairnml.base.Workers;
import org.cairnml.linalg.Backends;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.Transpose;

/**
 * The log loss of rows as a function of the coefficients of standardized features, with its first
 * and second derivatives.
 *
 * <p>The coefficients theta are (k x p), row-major: one row for two classes (the log-odds of the
 * second), else one row a class; p is d plus 1 for the intercept, which stands last.
 */
final class LogLoss {
  // Rows are standardized block by block into a small buffer that stays in the cache, and all that
  // is needed of a block is computed there: scores by one product, the gradient by another, the
  // second derivatives by one more for each pair of classes.

  private static final int BLOCK_ROWS = 256;

  private final Matrix x;
  private final int[] codes;
  private final double[] weights;
  private final boolean intercept;
  private final Standardization scale;
  private final Workers workers;
  private final int p;
  private final int k;

  /**
   * The loss.
   *
   * @param x features (n x d)
   * @param codes classes from 0 (n)
   * @param classes how many classes there are
   * @param weights of the rows (n)
   * @param intercept whether there are intercepts
   * @param scale how features are standardized
   */
  LogLoss(
      Matrix x,
      int[] codes,
      int classes,
      double[] weights,
      boolean intercept,
      Standardization scale,
      Workers workers) {
    this.x = x;
    this.codes = codes;
    this.weights = weights;
    this.intercept = intercept;
    this.scale = scale;
    this.workers = workers;
    this.p = x.cols() + (intercept ? 1 : 0);
    this.k = classes == 2 ? 1 : classes;
  }

  /**
   * The same on every {@code step}-th row, which count {@code step} times as much; in the units of
   * this one.
   */
  LogLoss sample(int step) {
    int m = (x.rows() + step - 1) / step;
    int[] rows = new int[m];
    int[] sampleCodes = new int[m];
    double[] sampleWeights = new double[m];
    for (int i = 0; i < m; i++) {
      rows[i] = i * step;
      sampleCodes[i] = codes[i * step];
      sampleWeights[i] = step * weights[i * step];
    }
    int classes = k == 1 ? 2 : k;
    return new LogLoss(
        x.rows(rows), sampleCodes, classes, sampleWeights, intercept, scale, workers);
  }

  /** How many rows there are. */
  int rows() {
    return x.rows();
  }

  /** The sum of the rows' weights. */
  double total() {
    return Arrays.stream(weights).sum();
  }

  /** Rows of coefficients: 1 for two classes, else as many as classes. */
  int k() {
    return k;
  }

  /** Coefficients in a row, the intercept included. */
  int p() {
    return p;
  }

  /** The loss; writes its gradient. */
  double valueAndGradient(double[] theta, double[] gradient) {
    return sums(theta, gradient, Order.FIRST)[0];
  }

  /** The loss; writes its gradient and the second derivatives. */
  double valueGradientAndHessian(double[] theta, double[] gradient, Matrix hessian) {
    double[] sums = sums(theta, gradient, Order.SECOND);
    int size = k * p;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        hessian.set(i, j, sums[1 + size + i * size + j]);
        hessian.set(j, i, sums[1 + size + i * size + j]);
      }
    }
    return sums[0];
  }

  private double[] sums(double[] theta, double[] gradient, Order order) {
    int size = k * p;
    double[] sums =
        RowSums.of(
            x.rows(),
            1 + size + (order == Order.SECOND ? size * size : 0),
            workers,
            (from, to, s) -> new Block(theta).addRows(from, to, s, order));
    System.arraycopy(sums, 1, gradient, 0, size);
    return sums;
  }

  /** Which derivatives to add up. */
  private enum Order {
    FIRST,
    SECOND
  }

  /** The work on some rows at a time. */
  private final class Block {

    private final Backend backend = Backends.get();
    private final double[] theta;

    private final double[] z = new double[BLOCK_ROWS * p];
    private final double[] scaled = new double[BLOCK_ROWS * p];
    private final double[] scores = new double[BLOCK_ROWS * k];
    private final double[] chances = new double[BLOCK_ROWS * k];
    private final double[] own = new double[BLOCK_ROWS];

    Block(double[] theta) {
      this.theta = theta;
    }

    /** Adds value, gradient and, if asked for, second derivatives of these rows to the sums. */
    void addRows(int from, int to, double[] sums, Order order) {
      for (int start = from; start < to; start += BLOCK_ROWS) {
        int rows = Math.min(BLOCK_ROWS, to - start);
        standardize(start, rows);
        backend.gemm(
            Transpose.NO, Transpose.YES, rows, k, p, 1, z, 0, p, theta, 0, p, 0, scores, 0, k);
        sums[0] += k == 1 ? two(start, rows) : many(start, rows);
        backend.gemm(
            Transpose.YES, Transpose.NO, k, p, rows, 1, scores, 0, k, z, 0, p, 1, sums, 1, p);
        if (order == Order.SECOND) {
          addHessian(start, rows, sums);
        }
      }
    }

    private void standardize(int start, int rows) {
      int d = x.cols();
      double[] mean = scale.mean();
      double[] deviation = scale.deviation();
      for (int i = 0; i < rows; i++) {
        int in = x.offset() + (start + i) * x.stride();
        int out = i * p;
        for (int j = 0; j < d; j++) {
          z[out + j] = (x.data()[in + j] - mean[j]) / deviation[j];
        }
        if (intercept) {
          z[out + d] = 1;
        }
      }
    }

    /**
     * The loss of rows of two classes; scores become the derivatives by the scores. The loss is
     * -log of the chance of the row's own class, which needs no other function.
     */
    private double two(int start, int rows) {
      for (int i = 0; i < rows; i++) {
        own[i] = codes[start + i] == 1 ? scores[i] : -scores[i];
      }
      backend.sigmoid(rows, own, 0, chances, 0);
      backend.log(rows, chances, 0, own, 0);
      double loss = 0;
      for (int i = 0; i < rows; i++) {
        double weight = weights[start + i];
        loss -= weight == 0 ? 0 : weight * own[i];
        double slope = weight * (1 - chances[i]);
        scores[i] = codes[start + i] == 1 ? -slope : slope;
      }
      return loss;
    }

    /** The same for more classes. */
    private double many(int start, int rows) {
      for (int i = 0; i < rows; i++) {
        int at = i * k;
        double largest = scores[at];
        for (int c = 1; c < k; c++) {
          largest = Math.max(largest, scores[at + c]);
        }
        for (int c = 0; c < k; c++) {
          scores[at + c] -= largest;
        }
        own[i] = scores[at + codes[start + i]];
      }
      backend.exp(rows * k, scores, 0, chances, 0);
      double loss = 0;
      for (int i = 0; i < rows; i++) {
        int at = i * k;
        double sum = 0;
        for (int c = 0; c < k; c++) {
          sum += chances[at + c];
        }
        double weight = weights[start + i];
        for (int c = 0; c < k; c++) {
          chances[at + c] /= sum;
          scores[at + c] = weight * (chances[at + c] - (codes[start + i] == c ? 1 : 0));
        }
        loss += weight * (Math.log(sum) - own[i]);
      }
      return loss;
    }

    private void addHessian(int start, int rows, double[] sums) {
      int size = k * p;
      int base = 1 + size;
      if (k == 1) {
        for (int i = 0; i < rows; i++) {
          double spread = Math.sqrt(weights[start + i] * chances[i] * (1 - chances[i]));
          scaleRow(i, spread);
        }
        backend.syrk(Transpose.YES, p, rows, 1, scaled, 0, p, 1, sums, base, p);
        return;
      }
      for (int c = 0; c < k; c++) {
        for (int e = 0; e <= c; e++) {
          for (int i = 0; i < rows; i++) {
            double other = (c == e ? 1 : 0) - chances[i * k + e];
            scaleRow(i, weights[start + i] * chances[i * k + c] * other);
          }
          int to = base + c * p * size + e * p;
          backend.gemm(
              Transpose.YES, Transpose.NO, p, p, rows, 1, z, 0, p, scaled, 0, p, 1, sums, to, size);
        }
      }
    }

    private void scaleRow(int i, double factor) {
      for (int j = i * p; j < (i + 1) * p; j++) {
        scaled[j] = factor * z[j];
      }
    }
  }
}
