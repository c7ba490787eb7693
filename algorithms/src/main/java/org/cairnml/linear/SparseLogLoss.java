package org.cairnml.linear;

import java.util.Arrays;
import org.cairnml.base.Workers;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SparseMatrix;
import org.cairnml.linalg.Vector;

/** The {@link LogLoss} of sparse rows, of which nothing is made dense. */
final class SparseLogLoss implements LogLoss {
  // Standardized rows are z = x T, x having a 1 behind it, where T divides by the deviations and
  // subtracts the means. Products with z are products with x, before or after one with T.

  private static final int BLOCK_ROWS = 256;

  private final SparseMatrix x;
  private final CodedRows coded;
  private final boolean intercept;
  private final Standardization scale;
  private final Workers workers;
  private final int d;
  private final int p;
  private final int k;

  SparseLogLoss(
      SparseMatrix x, CodedRows coded, boolean intercept, Standardization scale, Workers workers) {
    this.x = x;
    this.coded = coded;
    this.intercept = intercept;
    this.scale = scale;
    this.workers = workers;
    this.d = x.cols();
    this.p = d + (intercept ? 1 : 0);
    this.k = coded.scores();
  }

  @Override
  public LogLoss sample(int step) {
    return new SparseLogLoss(
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
    Matrix slopes = Matrix.zeros(x.rows(), k);
    return valueAndGradient(theta, gradient, slopes, Matrix.zeros(x.rows(), k));
  }

  /** The same; also writes the derivatives by the scores, and the chances (n x k). */
  private double valueAndGradient(
      double[] theta, double[] gradient, Matrix slopes, Matrix chances) {
    double[] constants = new double[k];
    Matrix scores = x.times(unscaled(theta, constants));
    double[] sums =
        RowSums.of(
            x.rows(),
            1 + k,
            workers,
            (from, to, s) -> addLoss(scores, constants, from, to, s, slopes, chances));
    Matrix pulls = x.transposeTimes(slopes);
    for (int c = 0; c < k; c++) {
      for (int j = 0; j < d; j++) {
        gradient[c * p + j] =
            (pulls.get(j, c) - scale.mean()[j] * sums[1 + c]) / scale.deviation()[j];
      }
      if (intercept) {
        gradient[c * p + d] = sums[1 + c];
      }
    }
    return sums[0];
  }

  /** The coefficients of the features as they are (d x k); writes the intercepts. */
  private Matrix unscaled(double[] theta, double[] constants) {
    Matrix b = Matrix.zeros(d, k);
    for (int c = 0; c < k; c++) {
      constants[c] = intercept ? theta[c * p + d] : 0;
      for (int j = 0; j < d; j++) {
        b.set(j, c, theta[c * p + j] / scale.deviation()[j]);
        constants[c] -= scale.mean()[j] * b.get(j, c);
      }
    }
    return b;
  }

  private void addLoss(
      Matrix scores,
      double[] constants,
      int from,
      int to,
      double[] sums,
      Matrix slopes,
      Matrix chances) {
    var loss = new ScoreLoss(coded.codes(), coded.weights(), k, BLOCK_ROWS);
    for (int start = from; start < to; start += BLOCK_ROWS) {
      int rows = Math.min(BLOCK_ROWS, to - start);
      for (int i = 0; i < rows * k; i++) {
        loss.scores()[i] = scores.data()[start * k + i] + constants[i % k];
      }
      sums[0] += loss.derive(start, rows);
      System.arraycopy(loss.scores(), 0, slopes.data(), start * k, rows * k);
      System.arraycopy(loss.chances(), 0, chances.data(), start * k, rows * k);
      for (int i = 0; i < rows * k; i++) {
        sums[1 + i % k] += loss.scores()[i];
      }
    }
  }

  @Override
  public double valueGradientAndHessian(double[] theta, double[] gradient, Matrix hessian) {
    Matrix chances = Matrix.zeros(x.rows(), k);
    double value = valueAndGradient(theta, gradient, Matrix.zeros(x.rows(), k), chances);
    for (int c = 0; c < k; c++) {
      for (int e = 0; e <= c; e++) {
        double[] curvatures = curvatures(chances, c, e);
        Matrix part = products(curvatures);
        for (int i = 0; i < p; i++) {
          for (int j = 0; j < p; j++) {
            hessian.set(c * p + i, e * p + j, part.get(i, j));
            hessian.set(e * p + j, c * p + i, part.get(i, j));
          }
        }
      }
    }
    return value;
  }

  private double[] curvatures(Matrix chances, int c, int e) {
    double[] curvatures = new double[x.rows()];
    for (int i = 0; i < curvatures.length; i++) {
      double other = (c == e ? 1 : 0) - chances.get(i, e);
      curvatures[i] = coded.weights()[i] * chances.get(i, c) * other;
    }
    return curvatures;
  }

  /** The sum over rows of {@code u[i] z_i' z_i} (p x p). */
  private Matrix products(double[] u) {
    Matrix raw = WeightedGram.of(x, u, workers);
    double[] along = x.transposeTimes(Vector.wrap(u)).toArray();
    double total = Arrays.stream(u).sum();
    double[] mean = scale.mean();
    double[] deviation = scale.deviation();
    Matrix all = Matrix.zeros(p, p);
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        double centred = raw.get(i, j) - mean[i] * along[j] - mean[j] * along[i];
        centred += mean[i] * mean[j] * total;
        all.set(i, j, centred / (deviation[i] * deviation[j]));
        all.set(j, i, all.get(i, j));
      }
      if (intercept) {
        all.set(i, d, (along[i] - mean[i] * total) / deviation[i]);
        all.set(d, i, all.get(i, d));
      }
    }
    if (intercept) {
      all.set(d, d, total);
    }
    return all;
  }
}
