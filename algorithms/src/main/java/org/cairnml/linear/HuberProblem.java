package org.cairnml.linear;

import java.util.Arrays;
import java.util.Optional;
import org.cairnml.base.Workers;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;

/** Newton's method for the objective of a {@link HuberRegressor}, on standardized rows. */
final class HuberProblem {
  // The objective is convex in the coefficients and the scale together, and smooth but for jumps
  // of the second derivatives where rows become outliers. Steps are halved until they lower it
  // enough; second derivatives that are singular, as where few rows are no outliers, get a
  // growing part of those that all rows would have added. The scale has a lower bound, relative
  // to the target, where rounding of residuals still leaves digits; there it takes part no more.

  private static final double SUFFICIENT_DECREASE = 1e-4;
  private static final double SHORTEST_PART = 1e-12;
  private static final double ROUNDING = 1e-14;
  private static final double LEAST_SCALE = 1e-10;

  /** One step may take this part of the scale away at most. */
  private static final double MOST_SHRINKING = 0.9;

  private static final double LEAST_DAMPING = 1e-10;

  private final Matrix x;
  private final double[] y;
  private final double[] weights;
  private final double epsilon;
  private final double[] penalty;
  private final Workers workers;
  private final Matrix everyone;
  private final double total;
  private final double leastScale;
  private final int p;

  HuberProblem(StandardizedRows rows, Dataset data, double epsilon, double alpha, Workers workers) {
    this.x = rows.x();
    this.y = data.target();
    this.weights = data.weights();
    this.epsilon = epsilon;
    this.workers = workers;
    this.p = x.cols();
    this.penalty = new double[p];
    double[] deviation = rows.scale().deviation();
    for (int j = 0; j < deviation.length; j++) {
      penalty[j] = alpha / (deviation[j] * deviation[j]);
    }
    this.everyone = WeightedGram.of(x, weights, workers);
    this.total = Arrays.stream(weights).sum();
    double largest = Arrays.stream(y).map(Math::abs).max().orElseThrow();
    this.leastScale = LEAST_SCALE * (largest > 0 ? largest : 1);
  }

  /**
   * Where the search ended.
   *
   * @param theta the coefficients (p)
   * @param value the objective
   */
  record Solution(double[] theta, double scale, double value, int iterations, boolean converged) {}

  /** A point with the residuals of the rows and the objective there. */
  private record Point(double[] theta, double scale, double[] residuals, double value) {}

  /** The minimum, or as near as the limit and the monitor let it come. */
  Solution minimize(double tolerance, int maxIterations, FitMonitor monitor) {
    double squares = 0;
    for (int i = 0; i < y.length; i++) {
      squares += weights[i] / total * y[i] * y[i];
    }
    Point at = point(new double[p], Math.max(leastScale, Math.sqrt(squares)));
    for (int iteration = 1; ; iteration++) {
      double[] gradient = gradient(at);
      boolean scaleIsFree = at.scale > leastScale || gradient[p] < 0;
      gradient[p] = scaleIsFree ? gradient[p] : 0;
      Vector step = step(hessian(at, scaleIsFree), at, Vector.wrap(gradient));
      double decrease = step.dot(Vector.wrap(gradient)) / 2;
      boolean converged = decrease <= tolerance * tolerance * at.value;
      Optional<Point> next = descend(at, step, decrease);
      converged |= next.isEmpty() && decrease <= Math.sqrt(ROUNDING) * at.value;
      at = next.orElse(at);
      boolean goesOn = monitor.step(at.value) && iteration < maxIterations;
      if (converged || next.isEmpty() || !goesOn) {
        return new Solution(at.theta, at.scale, at.value, iteration, converged);
      }
    }
  }

  private Point point(double[] theta, double scale) {
    double[] residuals = Vector.of(y).minus(x.times(Vector.of(theta))).toArray();
    double value = total * scale;
    for (int i = 0; i < y.length; i++) {
      double z = Math.abs(residuals[i]) / scale;
      double loss = z <= epsilon ? z * z : epsilon * (2 * z - epsilon);
      value += weights[i] == 0 ? 0 : weights[i] * loss * scale;
    }
    for (int j = 0; j < p; j++) {
      value += penalty[j] * theta[j] * theta[j];
    }
    return new Point(theta, scale, residuals, value);
  }

  /** The derivatives by the coefficients and, last, by the scale. */
  private double[] gradient(Point at) {
    double[] pull = new double[y.length];
    double byScale = total;
    for (int i = 0; i < y.length; i++) {
      double z = at.residuals[i] / at.scale;
      double bounded = Math.max(-epsilon, Math.min(epsilon, z));
      pull[i] = -2 * weights[i] * bounded;
      byScale -= weights[i] * bounded * bounded;
    }
    double[] gradient = Arrays.copyOf(x.transposeTimes(Vector.wrap(pull)).toArray(), p + 1);
    for (int j = 0; j < p; j++) {
      gradient[j] += 2 * penalty[j] * at.theta[j];
    }
    gradient[p] = byScale;
    return gradient;
  }

  private Matrix hessian(Point at, boolean scaleIsFree) {
    double[] near = new double[y.length];
    double[] slopes = new double[y.length];
    double byScale = 0;
    for (int i = 0; i < y.length; i++) {
      double z = at.residuals[i] / at.scale;
      near[i] = Math.abs(z) <= epsilon ? 2 * weights[i] / at.scale : 0;
      slopes[i] = near[i] * z;
      byScale += slopes[i] * z;
    }
    Matrix gram = WeightedGram.of(x, near, workers);
    Vector mixed = x.transposeTimes(Vector.wrap(slopes));
    Matrix hessian = Matrix.zeros(p + 1, p + 1);
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < p; j++) {
        hessian.set(i, j, gram.get(i, j) + (i == j ? 2 * penalty[i] : 0));
      }
      hessian.set(i, p, scaleIsFree ? mixed.get(i) : 0);
      hessian.set(p, i, scaleIsFree ? mixed.get(i) : 0);
    }
    hessian.set(p, p, scaleIsFree ? byScale : 1);
    return hessian;
  }

  /** The solution of hessian * step = gradient, damped until there is one. */
  private Vector step(Matrix hessian, Point at, Vector gradient) {
    double damping = 0;
    while (true) {
      Matrix damped = hessian.copy();
      for (int j = 0; j <= p; j++) {
        double most = 2 / at.scale * (j < p ? everyone.get(j, j) : total);
        damped.set(j, j, damped.get(j, j) + damping * (most > 0 ? most : 1));
      }
      var system = NormalEquations.tryOf(damped, 0, Math.ulp(2.0 * p));
      if (system.isPresent()) {
        return system.get().solve(gradient);
      }
      damping = damping == 0 ? LEAST_DAMPING : 10 * damping;
      if (!Double.isFinite(damping)) {
        throw Overflow.found();
      }
    }
  }

  /** Where the step or a part of it lowers the value enough; empty if rounding hides descent. */
  private Optional<Point> descend(Point from, Vector step, double decrease) {
    double shrinking = step.get(p) / from.scale;
    double part = shrinking > MOST_SHRINKING ? MOST_SHRINKING / shrinking : 1;
    for (; part >= SHORTEST_PART; part /= 2) {
      double[] theta = from.theta.clone();
      for (int j = 0; j < p; j++) {
        theta[j] -= part * step.get(j);
      }
      Point next = point(theta, Math.max(leastScale, from.scale - part * step.get(p)));
      double enough = from.value - SUFFICIENT_DECREASE * part * 2 * decrease;
      if (next.value <= enough + ROUNDING * from.value) {
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }
}
