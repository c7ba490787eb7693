package org.cairnml.linear;

import java.util.Arrays;
import org.cairnml.base.Workers;
import org.cairnml.linalg.Backends;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.Transpose;

/** The {@link LogLoss} of dense rows. */
final class DenseLogLoss implements LogLoss {
  // Rows are standardized block by block into a small buffer that stays in the cache, and all that
  // is needed of a block is computed there: scores by one product, the gradient by another, the
  // second derivatives by one more for each pair of classes.

  private static final int BLOCK_ROWS = 256;

  private final Matrix x;
  private final CodedRows coded;
  private final boolean intercept;
  private final Standardization scale;
  private final Workers workers;
  private final double[] inverse;
  private final int p;
  private final int k;

  /**
   * The loss.
   *
   * @param x features (n x d)
   * @param coded their classes and weights
   * @param intercept whether there are intercepts
   * @param scale how features are standardized
   */
  DenseLogLoss(
      Matrix x, CodedRows coded, boolean intercept, Standardization scale, Workers workers) {
    this.x = x;
    this.coded = coded;
    this.intercept = intercept;
    this.scale = scale;
    this.workers = workers;
    this.inverse = Arrays.stream(scale.deviation()).map(s -> 1 / s).toArray();
    this.p = x.cols() + (intercept ? 1 : 0);
    this.k = coded.scores();
  }

  @Override
  public LogLoss sample(int step) {
    return new DenseLogLoss(
        x.rows(coded.places(step)), coded.every(step), intercept, scale, workers);
  }

  @Override
  public int rows() {
    return coded.count();
  }

  @Override
  public double total() {
    return coded.total();
  }

  @Override
  public int k() {
    return k;
  }

  @Override
  public int p() {
    return p;
  }

  @Override
  public double valueAndGradient(double[] theta, double[] gradient) {
    return sums(theta, gradient, Order.FIRST)[0];
  }

  @Override
  public double valueGradientAndHessian(double[] theta, double[] gradient, Matrix hessian) {
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
    private final ScoreLoss loss = new ScoreLoss(coded.codes(), coded.weights(), k, BLOCK_ROWS);
    private final double[] scores = loss.scores();
    private final double[] chances = loss.chances();
    private final double[] weights = coded.weights();

    Block(double[] theta) {
      this.theta = theta;
    }

    /** Adds value, gradient and, if asked for, second derivatives of these rows to the sums. */
    void addRows(int from, int to, double[] sums, Order order) {
      for (int start = from; start < to; start += BLOCK_ROWS) {
        int rows = Math.min(BLOCK_ROWS, to - start);
        standardize(start, rows);
        score(rows);
        sums[0] += loss.derive(start, rows);
        addGradient(rows, sums);
        if (order == Order.SECOND) {
          addHessian(start, rows, sums);
        }
      }
    }

    private void standardize(int start, int rows) {
      int d = x.cols();
      double[] mean = scale.mean();
      for (int i = 0; i < rows; i++) {
        int in = x.offset() + (start + i) * x.stride();
        int out = i * p;
        for (int j = 0; j < d; j++) {
          z[out + j] = (x.data()[in + j] - mean[j]) * inverse[j];
        }
        if (intercept) {
          z[out + d] = 1;
        }
      }
    }

    private void score(int rows) {
      if (k == 1) {
        backend.gemv(Transpose.NO, rows, p, 1, z, 0, p, theta, 0, 0, scores, 0);
      } else {
        backend.gemm(
            Transpose.NO, Transpose.YES, rows, k, p, 1, z, 0, p, theta, 0, p, 0, scores, 0, k);
      }
    }

    private void addGradient(int rows, double[] sums) {
      if (k == 1) {
        backend.gemv(Transpose.YES, rows, p, 1, z, 0, p, scores, 0, 1, sums, 1);
      } else {
        backend.gemm(
            Transpose.YES, Transpose.NO, k, p, rows, 1, scores, 0, k, z, 0, p, 1, sums, 1, p);
      }
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
