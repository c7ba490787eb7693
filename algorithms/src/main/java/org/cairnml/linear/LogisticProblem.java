package org.cairnml.linear;

import java.util.Arrays;
import java.util.List;
import org.cairnml.base.Progress;
import org.cairnml.base.Workers;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitSummary;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Backends;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.Transpose;
import org.cairnml.linear.LogisticSolution.Ending;
import org.cairnml.optimize.LBFGS;
import org.cairnml.optimize.Minimum;
import org.cairnml.optimize.Objective;

/**
 * The penalized log loss as a function of the coefficients of standardized features, with its first
 * and second derivatives.
 *
 * <p>The coefficients theta are (k x p), row-major: one row for two classes (the log-odds of the
 * second), else one row a class; p is d plus 1 for the intercept, which stands last.
 */
final class LogisticProblem implements Objective {
  // Rows are standardized block by block into a small buffer that stays in the cache, and all that
  // is needed of a block is computed there: scores by one product, the gradient by another, the
  // second derivatives by one more for each pair of classes.
  //
  // With all classes' coefficients free, adding the same to all of them changes no probability. To
  // keep the second derivatives invertible, half the squared sum over classes is added to the
  // objective for the intercepts, and for all coefficients where there is no penalty; at the
  // minimum it is 0.

  private static final int BLOCK_ROWS = 256;

  /** Without a penalty, a mean loss below this tells of separated classes. */
  private static final double NO_LOSS = 1e-7;

  private final Matrix x;
  private final int[] codes;
  private final int classes;
  private final double[] weights;
  private final double total;
  private final boolean intercept;
  private final Standardization scale;
  private final double[] penalty;
  private final double[] magnitude;
  private final Workers workers;
  private final int p;
  private final int k;

  private LogisticProblem(
      Matrix x,
      int[] codes,
      int classes,
      double[] weights,
      boolean intercept,
      Standardization scale,
      double[] penalty,
      double[] magnitude,
      Workers workers) {
    this.x = x;
    this.codes = codes;
    this.classes = classes;
    this.weights = weights;
    this.intercept = intercept;
    this.scale = scale;
    this.penalty = penalty;
    this.magnitude = magnitude;
    this.workers = workers;
    this.p = penalty.length;
    this.k = classes == 2 ? 1 : classes;
    double sum = 0;
    for (double w : weights) {
      sum += w;
    }
    this.total = sum;
  }

  /**
   * The problem with l1 times the magnitudes and l2 / 2 times the squares of the coefficients, in
   * the units of the features, added to the loss.
   */
  static LogisticProblem of(
      Dataset data,
      int[] codes,
      int classes,
      double[] weights,
      double l1,
      double l2,
      boolean intercept,
      Workers workers) {
    var scale = Standardization.of(data.x(), weights, intercept, workers);
    Overflow.refuse(Vector.wrap(scale.deviation()), 0);
    Overflow.refuse(Vector.wrap(scale.mean()), 0);
    int d = data.cols();
    double[] penalty = new double[intercept ? d + 1 : d];
    double[] magnitude = new double[penalty.length];
    for (int j = 0; j < d; j++) {
      penalty[j] = l2 / (scale.deviation()[j] * scale.deviation()[j]);
      magnitude[j] = l1 / scale.deviation()[j];
    }
    return new LogisticProblem(
        data.x(), codes, classes, weights, intercept, scale, penalty, magnitude, workers);
  }

  /**
   * The same problem on every {@code step}-th row, which count {@code step} times as much; in the
   * units of this problem.
   */
  LogisticProblem sample(int step) {
    int m = (x.rows() + step - 1) / step;
    int[] rows = new int[m];
    int[] sampleCodes = new int[m];
    double[] sampleWeights = new double[m];
    for (int i = 0; i < m; i++) {
      rows[i] = i * step;
      sampleCodes[i] = codes[i * step];
      sampleWeights[i] = step * weights[i * step];
    }
    return new LogisticProblem(
        x.rows(rows),
        sampleCodes,
        classes,
        sampleWeights,
        intercept,
        scale,
        penalty,
        magnitude,
        workers);
  }

  /** How many rows there are. */
  int rows() {
    return x.rows();
  }

  /** How many coefficients there are, intercepts included. */
  int parameters() {
    return k * p;
  }

  /** Whether coefficients are penalized. */
  boolean isPenalized() {
    return penalty[0] > 0 || magnitude[0] > 0;
  }

  /** Whether magnitudes of coefficients are penalized, which value and derivatives leave out. */
  boolean hasMagnitudes() {
    return magnitude[0] > 0;
  }

  /** What a unit of the coefficient at {@code i} of theta costs. */
  double l1(int i) {
    return magnitude[i % p];
  }

  /** The penalty on magnitudes. */
  double magnitudes(double[] theta) {
    double sum = 0;
    for (int i = 0; i < theta.length; i++) {
      sum += l1(i) * Math.abs(theta[i]);
    }
    return sum;
  }

  /** The number as far nearer to 0 as {@code by} says, but not beyond. */
  static double shrink(double value, double by) {
    return Math.abs(value) <= by ? 0 : value - Math.copySign(by, value);
  }

  /** The sum of the rows' weights. */
  double total() {
    return total;
  }

  @Override
  public double valueAndGradient(double[] theta, double[] gradient) {
    int size = parameters();
    double[] sums =
        RowSums.of(
            x.rows(),
            1 + size,
            workers,
            (from, to, s) -> new Block(theta).addRows(from, to, s, Order.FIRST));
    System.arraycopy(sums, 1, gradient, 0, size);
    return sums[0] + addPenalty(theta, gradient);
  }

  /** As {@link #valueAndGradient}; also writes the second derivatives. */
  double valueGradientAndHessian(double[] theta, double[] gradient, Matrix hessian) {
    int size = parameters();
    double[] sums =
        RowSums.of(
            x.rows(),
            1 + size + size * size,
            workers,
            (from, to, s) -> new Block(theta).addRows(from, to, s, Order.SECOND));
    System.arraycopy(sums, 1, gradient, 0, size);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double value = sums[1 + size + i * size + j];
        if (i % p == j % p) {
          value += i == j ? penalty[i % p] : 0;
          value += tie(i % p);
        }
        hessian.set(i, j, value);
        hessian.set(j, i, value);
      }
    }
    return sums[0] + addPenalty(theta, gradient);
  }

  /** The weight of the squared sum over classes of coefficient {@code j}. */
  private double tie(int j) {
    return k > 1 && penalty[j] == 0 && magnitude[j] == 0 ? total / classes : 0;
  }

  private double addPenalty(double[] theta, double[] gradient) {
    double value = 0;
    for (int j = 0; j < p; j++) {
      double sum = 0;
      for (int c = 0; c < k; c++) {
        double b = theta[c * p + j];
        value += 0.5 * penalty[j] * b * b;
        gradient[c * p + j] += penalty[j] * b;
        sum += b;
      }
      double tie = tie(j);
      value += 0.5 * tie * sum * sum;
      for (int c = 0; c < k && tie > 0; c++) {
        gradient[c * p + j] += tie * sum;
      }
    }
    return value;
  }

  /** The minimum by L-BFGS. */
  LogisticSolution minimizeByLbfgs(double tolerance, int maxIterations, FitMonitor monitor) {
    Minimum minimum =
        new LBFGS()
            .withGradientTolerance(tolerance * total)
            .withMaxIterations(maxIterations)
            .minimize(
                this,
                new double[parameters()],
                step ->
                    monitor.step(step.objective())
                        ? Progress.Answer.CONTINUE
                        : Progress.Answer.STOP);
    return new LogisticSolution(
        minimum.x(),
        minimum.value(),
        minimum.iterations(),
        isSeparated(minimum.value()) ? Ending.SEPARATED : Ending.of(minimum.converged()));
  }

  /** Whether the loss vanishes, which without a penalty it does where classes are separated. */
  boolean isSeparated(double value) {
    return !isPenalized() && value < NO_LOSS * total;
  }

  /** The model in the units of the features. */
  LogisticModel model(
      Schema schema,
      List<String> names,
      int[] present,
      LogisticSolution solution,
      FitMonitor monitor) {
    int d = x.cols();
    Matrix coefficients = Matrix.zeros(k, d);
    double[] intercepts = new double[k];
    for (int c = 0; c < k; c++) {
      intercepts[c] = intercept ? solution.theta()[c * p + d] : 0;
      for (int j = 0; j < d; j++) {
        double b = solution.theta()[c * p + j] / scale.deviation()[j];
        coefficients.set(c, j, b);
        intercepts[c] -= b * scale.mean()[j];
      }
    }
    if (k > 1 && hasMagnitudes()) {
      double mean = Arrays.stream(intercepts).average().orElseThrow();
      Arrays.setAll(intercepts, c -> intercept ? intercepts[c] - mean : 0);
    }
    return new LogisticModel(
        schema,
        names,
        present,
        coefficients,
        intercepts,
        warned(
            solution.ending(),
            monitor.summary(solution.iterations(), solution.converged(), solution.value())));
  }

  private static FitSummary warned(Ending ending, FitSummary summary) {
    return ending == Ending.SEPARATED
        ? Warnings.of(
            "logistic regression: the features separate classes without error, so that without a"
                + " penalty coefficients grow without limit; they were stopped where they are,"
                + " and a penalty is the cure",
            summary)
        : Warnings.unlessConverged("logistic regression", summary);
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
