package org.cairnml.linear;

import org.cairnml.core.FitMonitor;
import org.cairnml.linalg.Backends;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linear.LogisticSolution.Ending;

/**
 * Minimizes a {@link LogisticProblem} with a penalty on magnitudes: each step goes to the minimum
 * of the loss's second-order expansion plus the penalty, which coordinate descent finds.
 *
 * <p>Source: Lee, Sun and Saunders 2014, doi:10.1137/130921428.
 */
final class ProximalNewton {

  private static final double SUFFICIENT_DECREASE = 1e-4;
  private static final double SHORTEST_PART = 1e-10;
  private static final double ROUNDING = 1e-14;

  /** Coordinate descent ends when a sweep changes less than this part of the whole step... */
  private static final double INNER_PART = 1e-3;

  /** ... or than this part of the tolerance, or after so many sweeps. */
  private static final double INNER_TOLERANCE = 1e-2;

  private static final int MOST_SWEEPS = 2000;

  private final Backend backend = Backends.get();
  private final LogisticProblem problem;
  private final double tolerance;
  private final int size;
  private final double[] gradient;
  private final Matrix hessian;
  private double[] theta;
  private double value;

  private ProximalNewton(LogisticProblem problem, double tolerance) {
    this.problem = problem;
    this.tolerance = tolerance;
    this.size = problem.parameters();
    this.gradient = new double[size];
    this.hessian = Matrix.zeros(size, size);
    this.theta = new double[size];
  }

  /** The minimum, or as near as the limit and the monitor let it come. */
  static LogisticSolution minimize(
      LogisticProblem problem, double tolerance, int maxIterations, FitMonitor monitor) {
    return new ProximalNewton(problem, tolerance).run(maxIterations, monitor);
  }

  private LogisticSolution run(int maxIterations, FitMonitor monitor) {
    value = valueAt(theta);
    for (int iteration = 1; ; iteration++) {
      double[] step = step();
      double length = 0;
      for (double s : step) {
        length = Math.max(length, Math.abs(s));
      }
      boolean moved = descend(step);
      boolean goesOn = monitor.step(value);
      boolean converged = length <= tolerance || !moved && length <= Math.sqrt(tolerance);
      if (converged || !moved || !goesOn || iteration == maxIterations) {
        return new LogisticSolution(theta, value, iteration, Ending.of(converged));
      }
    }
  }

  private double valueAt(double[] point) {
    return problem.valueGradientAndHessian(point, gradient, hessian) + problem.magnitudes(point);
  }

  /** The step to the minimum of the expansion at theta. */
  private double[] step() {
    double[] step = new double[size];
    double[] slope = gradient.clone();
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      double change = 0;
      double length = 0;
      for (int j = 0; j < size; j++) {
        double move = best(j, theta[j] + step[j], slope[j]) - (theta[j] + step[j]);
        if (move != 0) {
          step[j] += move;
          backend.axpy(size, move, hessian.data(), j * size, slope, 0);
        }
        change = Math.max(change, Math.abs(move));
        length = Math.max(length, Math.abs(step[j]));
      }
      if (change <= Math.max(INNER_PART * length, INNER_TOLERANCE * tolerance)) {
        break;
      }
    }
    return step;
  }

  /** The value of coefficient {@code j}, now {@code b}, that is best if no other changes. */
  private double best(int j, double b, double slope) {
    double curvature = hessian.get(j, j);
    double l1 = problem.l1(j);
    if (!(curvature > 0)) {
      return l1 > 0 ? 0 : b;
    }
    return LogisticProblem.shrink(b - slope / curvature, l1 / curvature);
  }

  /** Moves by the step or a part of it; false if rounding hides all further descent. */
  private boolean descend(double[] step) {
    double[] start = theta;
    double startValue = value;
    double expected = backend.dot(size, gradient, 0, step, 0) - problem.magnitudes(start);
    expected += problem.magnitudes(after(start, step, 1));
    for (double part = 1; part >= SHORTEST_PART; part /= 2) {
      theta = after(start, step, part);
      value = valueAt(theta);
      double enough = startValue + SUFFICIENT_DECREASE * part * expected;
      if (value <= enough + ROUNDING * Math.abs(startValue)) {
        return true;
      }
    }
    theta = start;
    value = startValue;
    return false;
  }

  private static double[] after(double[] start, double[] step, double part) {
    double[] next = new double[start.length];
    for (int i = 0; i < next.length; i++) {
      next[i] = start[i] + part * step[i];
    }
    return next;
  }
}
