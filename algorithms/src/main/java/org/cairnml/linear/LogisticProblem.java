package org.cairnml.linear;

import java.util.Arrays;
import java.util.Optional;
import org.cairnml.base.Workers;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;
import org.cairnml.optimize.Objective;

/**
 * {@link LogLoss} with penalties on the coefficients, theta; all there is known of them is said
 * there.
 */
final class LogisticProblem implements Objective {
  // With all classes' coefficients free, adding the same to all of them changes no probability. To
  // keep the second derivatives invertible, half the squared sum over classes is added to the
  // objective for the intercepts, and for all coefficients where there is no penalty; at the
  // minimum it is 0.

  /** Without a penalty, a mean loss below this tells of separated classes. */
  private static final double NO_LOSS = 1e-7;

  /** Less of a column than this, besides those before it, is not told from rounding. */
  private static final double LEAST_INFORMATION = 1e-12;

  private final LogLoss loss;
  private final Standardization scale;
  private final boolean intercept;
  private final double[] penalty;
  private final double[] magnitude;
  private final double total;
  private final int p;
  private final int k;

  private LogisticProblem(
      LogLoss loss,
      Standardization scale,
      boolean intercept,
      double[] penalty,
      double[] magnitude) {
    this.loss = loss;
    this.scale = scale;
    this.intercept = intercept;
    this.penalty = penalty;
    this.magnitude = magnitude;
    this.total = loss.total();
    this.p = loss.p();
    this.k = loss.k();
  }

  /**
   * The problem with l1 times the magnitudes and l2 / 2 times the squares of the coefficients, in
   * the units of the features, added to the loss.
   */
  static LogisticProblem of(
      Dataset data,
      PresentClasses classes,
      double[] weights,
      double l1,
      double l2,
      boolean intercept,
      Workers workers) {
    var scale = Standardization.of(data, weights, intercept, workers);
    Overflow.refuse(Vector.wrap(scale.deviation()), 0);
    Overflow.refuse(Vector.wrap(scale.mean()), 0);
    int d = data.cols();
    double[] penalty = new double[intercept ? d + 1 : d];
    double[] magnitude = new double[penalty.length];
    for (int j = 0; j < d; j++) {
      penalty[j] = l2 / (scale.deviation()[j] * scale.deviation()[j]);
      magnitude[j] = l1 / scale.deviation()[j];
    }
    var coded = new CodedRows(classes.codes(), classes.count(), weights);
    LogLoss loss =
        data.isSparse()
            ? new SparseLogLoss(data.sparse(), coded, intercept, scale, workers)
            : new DenseLogLoss(data.x(), coded, intercept, scale, workers);
    return new LogisticProblem(loss, scale, intercept, penalty, magnitude);
  }

  /** The same problem on every {@code step}-th row; see {@link LogLoss#sample}. */
  LogisticProblem sample(int step) {
    return new LogisticProblem(loss.sample(step), scale, intercept, penalty, magnitude);
  }

  /** How many rows there are. */
  int rows() {
    return loss.rows();
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
    return loss.valueAndGradient(theta, gradient) + addPenalty(theta, gradient);
  }

  /** As {@link #valueAndGradient}; also writes the second derivatives. */
  double valueGradientAndHessian(double[] theta, double[] gradient, Matrix hessian) {
    double value = loss.valueGradientAndHessian(theta, gradient, hessian);
    for (int i = 0; i < k * p; i++) {
      for (int j = i % p; j < k * p; j += p) {
        double more = tie(j % p) + (i == j ? penalty[j % p] : 0);
        hessian.set(i, j, hessian.get(i, j) + more);
      }
    }
    return value + addPenalty(theta, gradient);
  }

  /** The weight of the squared sum over classes of coefficient {@code j}. */
  private double tie(int j) {
    return k > 1 && penalty[j] == 0 && magnitude[j] == 0 ? total / k : 0;
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

  /** Whether the loss vanishes, which without a penalty it does where classes are separated. */
  boolean isSeparated(double value) {
    return !isPenalized() && value < NO_LOSS * total;
  }

  /**
   * The covariance of the estimates at a minimum without a penalty, as in {@link
   * LogisticLikelihood}; empty where columns depend on each other.
   */
  Optional<Matrix> covariance(double[] theta) {
    Matrix hessian = Matrix.zeros(parameters(), parameters());
    valueGradientAndHessian(theta, new double[parameters()], hessian);
    Matrix contrasts = contrasts();
    return NormalEquations.tryOf(hessian, 0, LEAST_INFORMATION)
        .map(system -> contrasts.times(system.inverse()).times(contrasts.transpose()));
  }

  /**
   * What the estimates are of theta: in the units of the features, each class less the first, the
   * intercept in front (q x kp).
   */
  private Matrix contrasts() {
    int first = intercept ? 1 : 0;
    Matrix unscaled = Matrix.zeros(p, p);
    for (int j = 0; j < p - first; j++) {
      unscaled.set(first + j, j, 1 / scale.deviation()[j]);
      if (intercept) {
        unscaled.set(0, j, -scale.mean()[j] / scale.deviation()[j]);
        unscaled.set(0, p - 1, 1);
      }
    }
    if (k == 1) {
      return unscaled;
    }
    Matrix all = Matrix.zeros((k - 1) * p, k * p);
    for (int c = 1; c < k; c++) {
      for (int i = 0; i < p; i++) {
        for (int j = 0; j < p; j++) {
          all.set((c - 1) * p + i, c * p + j, unscaled.get(i, j));
          all.set((c - 1) * p + i, j, -unscaled.get(i, j));
        }
      }
    }
    return all;
  }

  /** The model in the units of the features. */
  LogisticModel model(
      Dataset data,
      PresentClasses classes,
      LogisticSolution solution,
      Optional<LogisticLikelihood> likelihood,
      FitMonitor monitor) {
    int d = data.cols();
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
        data.schema(),
        data.labels().classes(),
        classes.present(),
        coefficients,
        intercepts,
        likelihood,
        solution.summary(monitor));
  }
}
