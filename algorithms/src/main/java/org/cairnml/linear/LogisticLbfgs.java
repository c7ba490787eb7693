package org.cairnml.linear;

import org.cairnml.base.Progress;
import org.cairnml.core.FitMonitor;
import org.cairnml.linear.LogisticSolution.Ending;
import org.cairnml.optimize.LBFGS;
import org.cairnml.optimize.Minimum;

/** L-BFGS for a {@link LogisticProblem} without a penalty on magnitudes. */
final class LogisticLbfgs {

  private LogisticLbfgs() {}

  /** The minimum, or as near as the limit and the monitor let it come. */
  static LogisticSolution minimize(
      LogisticProblem problem, double tolerance, int maxIterations, FitMonitor monitor) {
    Minimum minimum =
        new LBFGS()
            .withGradientTolerance(tolerance * problem.total())
            .withMaxIterations(maxIterations)
            .minimize(
                problem,
                new double[problem.parameters()],
                step ->
                    monitor.step(step.objective())
                        ? Progress.Answer.CONTINUE
                        : Progress.Answer.STOP);
    boolean separated = problem.isSeparated(minimum.value());
    return new LogisticSolution(
        minimum.x(),
        minimum.value(),
        minimum.iterations(),
        separated ? Ending.SEPARATED : Ending.of(minimum.converged()));
  }
}
