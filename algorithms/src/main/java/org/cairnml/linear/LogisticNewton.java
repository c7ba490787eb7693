package org.cairnml.linear;

import java.util.Optional;
import org.cairnml.base.DataException;
import org.cairnml.core.FitMonitor;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;
import org.cairnml.linear.LogisticSolution.Ending;

/** Newton's method for a {@link LogisticProblem}. */
final class LogisticNewton {
  // On many rows the search starts from the minimum for a sample of them, which is close. Second
  // derivatives cost several times as much as the gradient, so they are kept for further steps as
  // long as steps shrink fast.

  private static final int SAMPLE_ROWS_PER_PARAMETER = 20;
  private static final int SMALLEST_SAMPLE = 2000;
  private static final int LEAST_SAVING = 6;
  private static final double SAMPLE_TOLERANCE = 1e-3;
  private static final int SAMPLE_ITERATIONS = 20;

  private static final double FAST_SHRINKING = 0.1;
  private static final double SUFFICIENT_DECREASE = 1e-4;
  private static final double SHORTEST_PART = 1e-10;

  /** Up to this length, standardized, second derivatives hardly change along a step. */
  private static final double SHORT_STEP = 0.02;

  private static final double ROUNDING = 1e-14;

  /** Without a penalty: standardized coefficients beyond this tell of separable classes. */
  private static final double FAR_OUT = 25;

  private final LogisticProblem problem;
  private final double tolerance;
  private final int maxIterations;
  private final int size;
  private final double[] gradient;
  private final Matrix hessian;

  private double[] theta;
  private double value;

  private LogisticNewton(LogisticProblem problem, double tolerance, int maxIterations) {
    this.problem = problem;
    this.tolerance = tolerance;
    this.maxIterations = maxIterations;
    this.size = problem.parameters();
    this.gradient = new double[size];
    this.hessian = Matrix.zeros(size, size);
    this.theta = new double[size];
  }

  /** The minimum, or as near as the limit and the monitor let it come. */
  static LogisticSolution minimize(
      LogisticProblem problem, double tolerance, int maxIterations, FitMonitor monitor) {
    var newton = new LogisticNewton(problem, tolerance, maxIterations);
    newton.startFromSample();
    return newton.run(Optional.of(monitor));
  }

  private void startFromSample() {
    int wanted = Math.max(SMALLEST_SAMPLE, SAMPLE_ROWS_PER_PARAMETER * size);
    int step = problem.rows() / wanted;
    if (step >= LEAST_SAVING && problem.isPenalized()) {
      var sample =
          new LogisticNewton(problem.sample(step), SAMPLE_TOLERANCE, SAMPLE_ITERATIONS)
              .run(Optional.empty());
      if (sample.converged()) {
        theta = sample.theta();
      }
    }
  }

  private LogisticSolution run(Optional<FitMonitor> monitor) {
    value = problem.valueGradientAndHessian(theta, gradient, hessian);
    Optional<NormalEquations> factor = factor();
    double before = Double.POSITIVE_INFINITY;
    boolean stale = false;
    int iteration = 1;
    while (true) {
      if (factor.isEmpty()) {
        return new LogisticSolution(theta, value, iteration, Ending.SEPARATED);
      }
      double[] step = factor.get().solve(Vector.of(gradient)).toArray();
      double length = largest(step);
      if (stale && length > FAST_SHRINKING * before) {
        value = problem.valueGradientAndHessian(theta, gradient, hessian);
        factor = factor();
        before = Double.POSITIVE_INFINITY;
        stale = false;
        continue;
      }
      double slope = Vector.wrap(step).dot(Vector.of(gradient));
      if (length <= tolerance) {
        theta = after(step, 1);
        value -= slope / 2;
        monitor.ifPresent(m -> m.step(value));
        return new LogisticSolution(theta, value, iteration, Ending.CONVERGED);
      }
      stale = length <= SHORT_STEP;
      if (!descend(step, slope, stale)) {
        return new LogisticSolution(theta, value, iteration, Ending.of(length <= SHORT_STEP));
      }
      if (!monitor.map(m -> m.step(value)).orElse(true) || iteration == maxIterations) {
        return new LogisticSolution(theta, value, iteration, Ending.STOPPED);
      }
      if (problem.isSeparated(value)) {
        return new LogisticSolution(theta, value, iteration, Ending.SEPARATED);
      }
      if (!stale) {
        factor = factor();
      }
      before = length;
      iteration++;
    }
  }

  /**
   * Moves by the step, or as much of it as lowers the value; false if rounding hides all further
   * descent. The second derivatives are left as they were if they may go stale.
   */
  private boolean descend(double[] step, double slope, boolean stale) {
    double[] start = theta;
    double startValue = value;
    double[] startGradient = gradient.clone();
    for (double part = 1; part >= SHORTEST_PART; part /= 2) {
      double[] next = after(step, part);
      value =
          stale
              ? problem.valueAndGradient(next, gradient)
              : problem.valueGradientAndHessian(next, gradient, hessian);
      double enough = startValue - SUFFICIENT_DECREASE * part * slope;
      if (value <= enough + ROUNDING * Math.abs(startValue)) {
        theta = next;
        return true;
      }
    }
    theta = start;
    value = startValue;
    System.arraycopy(startGradient, 0, gradient, 0, size);
    return false;
  }

  private double[] after(double[] step, double part) {
    double[] next = new double[size];
    for (int i = 0; i < size; i++) {
      next[i] = theta[i] - part * step[i];
    }
    return next;
  }

  /** The second derivatives, factored; empty far out, where they vanish. */
  private Optional<NormalEquations> factor() {
    var factor = NormalEquations.tryOf(hessian, 0, Math.ulp((double) size));
    if (factor.isEmpty() && largest(theta) <= FAR_OUT) {
      throw new DataException(
          "some columns depend linearly on others, or one is constant, so that without a penalty"
              + " their coefficients are not determined; choose a penalty with a finite value of"
              + " c, or remove such columns");
    }
    return factor;
  }

  private static double largest(double[] values) {
    double largest = 0;
    for (double v : values) {
      largest = Math.max(largest, Math.abs(v));
    }
    return largest;
  }
}
