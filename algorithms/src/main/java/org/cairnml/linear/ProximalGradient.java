package org.cairnml.linear;

import org.cairnml.core.FitMonitor;
import org.cairnml.linear.LogisticSolution.Ending;

/**
 * Minimizes a {@link LogisticProblem} with a penalty on magnitudes by accelerated proximal gradient
 * steps, for more coefficients than {@link ProximalNewton} can hold second derivatives of.
 *
 * <p>Sources: Beck and Teboulle 2009, doi:10.1137/080716542; restarts of O'Donoghue and Candes
 * 2015, doi:10.1007/s10208-013-9150-3.
 */
final class ProximalGradient {

  /** How much bolder each step tries to be than the one before. */
  private static final double BOLDER = 0.95;

  private static final double ROUNDING = 1e-14;

  private ProximalGradient() {}

  /**
   * The minimum, or as near as the limit and the monitor let it come. It is reached where the
   * gradient of the mean loss and penalty, as the steps see it, is nowhere above the tolerance.
   */
  static LogisticSolution minimize(
      LogisticProblem problem, double tolerance, int maxIterations, FitMonitor monitor) {
    int size = problem.parameters();
    double[] theta = new double[size];
    double[] ahead = theta;
    double[] gradient = new double[size];
    double curvature = problem.total() / 4;
    double momentum = 1;
    for (int iteration = 1; ; iteration++) {
      double value = problem.valueAndGradient(ahead, gradient);
      double[] next;
      double nextValue;
      double[] unused = new double[size];
      curvature *= BOLDER;
      while (true) {
        next = shrunk(problem, ahead, gradient, curvature);
        nextValue = problem.valueAndGradient(next, unused);
        double bound = value + ROUNDING * Math.abs(value);
        for (int j = 0; j < size; j++) {
          double step = next[j] - ahead[j];
          bound += step * (gradient[j] + curvature / 2 * step);
        }
        if (nextValue <= bound || !Double.isFinite(curvature)) {
          break;
        }
        curvature *= 2;
      }
      double steepest = 0;
      double turned = 0;
      for (int j = 0; j < size; j++) {
        steepest = Math.max(steepest, curvature * Math.abs(next[j] - ahead[j]));
        turned += (ahead[j] - next[j]) * (next[j] - theta[j]);
      }
      double objective = nextValue + problem.magnitudes(next);
      boolean converged = steepest <= tolerance * problem.total();
      boolean goesOn = monitor.step(objective) && iteration < maxIterations;
      if (converged || !goesOn) {
        return new LogisticSolution(next, objective, iteration, Ending.of(converged));
      }
      double nextMomentum = turned > 0 ? 1 : (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
      double further = turned > 0 ? 0 : (momentum - 1) / nextMomentum;
      ahead = new double[size];
      for (int j = 0; j < size; j++) {
        ahead[j] = next[j] + further * (next[j] - theta[j]);
      }
      theta = next;
      momentum = nextMomentum;
    }
  }

  private static double[] shrunk(
      LogisticProblem problem, double[] from, double[] gradient, double curvature) {
    double[] next = new double[from.length];
    for (int j = 0; j < next.length; j++) {
      next[j] =
          LogisticProblem.shrink(from[j] - gradient[j] / curvature, problem.l1(j) / curvature);
    }
    return next;
  }
}
