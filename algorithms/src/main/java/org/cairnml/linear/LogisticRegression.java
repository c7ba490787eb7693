package org.cairnml.linear;

import java.util.Arrays;
import java.util.Optional;
import org.cairnml.core.ClassWeights;
import org.cairnml.core.Classifier;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesSparse;
import org.cairnml.core.Param;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;

/**
 * Classification by linear log-odds: two classes by the logistic function, more by the multinomial
 * (softmax) one with coefficients for every class. Minimizes {@code sum_i w_i loss_i + (r |B|_1 +
 * (1 - r) |B|^2 / 2) / c} over the coefficients B, where r is 1 for the penalty L1, 0 for L2, and
 * l1Ratio for the elastic net; intercepts are not penalized. A class without rows gets the
 * probability 0.
 *
 * <p>The parameter c and its default are those of scikit-learn's {@code C}, and so are the results,
 * except that the iteration goes on until coefficients are right to about 1e-8 where scikit-learn
 * stops earlier. Columns are standardized within the computation, which changes nothing but its
 * speed. The same is asked by {@link Penalty#NONE} and by {@code c = Infinity}: no penalty. Then
 * dependent columns are refused by Newton's method, since no single best answer exists (L-BFGS
 * finds one of them); and where classes can be separated without error the coefficients would grow
 * without limit: the search ends once the loss has vanished, logs a warning, and the model's
 * summary says that it has not converged.
 *
 * <p>A fit without a penalty has standard errors and tests: {@link LogisticModel#inference()}.
 *
 * <p>Sparse features stay sparse: they are centred and scaled in the products alone.
 *
 * <p>With an L1 part many coefficients are exactly 0. Among an even number of classes above two, a
 * pure L1 penalty may leave the coefficients of a feature undetermined by a common constant; the
 * probabilities are not.
 *
 * <p>Source: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2nd ed.,
 * section 4.4, doi:10.1007/978-0-387-84858-7; Lee, Sun and Saunders 2014, doi:10.1137/130921428
 * (penalties on magnitudes).
 *
 * @param c the inverse of the penalty's strength
 * @param penalty what is penalized
 * @param l1Ratio the share of the penalty on magnitudes in an elastic net; of no effect otherwise
 * @param intercept whether log-odds may be other than 0 where all features are 0
 * @param classWeights how much the rows of each class count; balanced ones are computed from the
 *     weighted shares of the classes
 * @param solver how the minimum is found
 * @param tolerance the largest last step of Newton's method, features standardized, or the largest
 *     gradient of the mean loss for the methods for many coefficients
 * @param maxIterations steps at most
 */
@Summary("Linear classification of two or more classes, with L1 and L2 penalties")
public record LogisticRegression(
    @Param(value = "Inverse of the penalty's strength; Infinity for none", range = "(0, inf]")
        double c,
    @Param("What is penalized") Penalty penalty,
    @Param(value = "Share of the L1 penalty in an elastic net", range = "[0, 1]") double l1Ratio,
    @Param("Whether to fit intercepts") boolean intercept,
    @Param("How much the rows of each class count") ClassWeights classWeights,
    @Param("How the minimum is found") LogisticSolver solver,
    @Param(value = "When to stop", range = "(0, 1)") double tolerance,
    @Param(value = "Steps at most", range = "[1, inf)") int maxIterations)
    implements Classifier<LogisticModel>, HandlesSparse, LogisticRegressionParams {

  private static final int MOST_NEWTON_COEFFICIENTS = 600;

  /** Checks the ranges; use {@code new LogisticRegression().withC(...)} instead. */
  public LogisticRegression {
    LogisticRegressionParams.check(
        c, penalty, l1Ratio, intercept, classWeights, solver, tolerance, maxIterations);
    if (solver == LogisticSolver.LBFGS && l1(c, penalty, l1Ratio) > 0) {
      throw new IllegalArgumentException(
          "L-BFGS cannot minimize a penalty on magnitudes; set solver to AUTO or NEWTON");
    }
  }

  /**
   * c 1, penalty L2, l1Ratio 0.5, intercepts, uniform class weights, automatic solver, tolerance
   * 1e-8, 1000 steps.
   */
  public LogisticRegression() {
    this(1, Penalty.L2, 0.5, true, ClassWeights.EQUAL, LogisticSolver.AUTO, 1e-8, 1000);
  }

  @Override
  public LogisticModel fit(Dataset data, FitOptions options) {
    data.check(Missing.REFUSED);
    FitMonitor monitor = options.monitor("logistic-regression", maxIterations);
    var classes = PresentClasses.of(data);
    double[] weights = classes.rowWeights(data, classWeights);
    var problem =
        LogisticProblem.of(
            data, classes, weights, l1(c, penalty, l1Ratio), l2(), intercept, options.workers());
    LogisticSolution solution = minimize(problem, monitor);
    return problem.model(data, classes, solution, likelihood(problem, classes, solution), monitor);
  }

  private Optional<LogisticLikelihood> likelihood(
      LogisticProblem problem, PresentClasses classes, LogisticSolution solution) {
    if (problem.isPenalized()
        || classWeights != ClassWeights.EQUAL
        || !solution.converged()
        || problem.parameters() > MOST_NEWTON_COEFFICIENTS) {
      return Optional.empty();
    }
    double total = problem.total();
    double shares = Arrays.stream(classes.weights()).map(w -> w * Math.log(w / total)).sum();
    return problem
        .covariance(solution.theta())
        .map(found -> new LogisticLikelihood(found, total, -solution.value(), shares));
  }

  private static double l1(double c, Penalty penalty, double l1Ratio) {
    return switch (penalty) {
      case NONE, L2 -> 0;
      case L1 -> 1 / c;
      case ELASTIC_NET -> l1Ratio / c;
    };
  }

  private double l2() {
    return switch (penalty) {
      case NONE, L1 -> 0;
      case L2 -> 1 / c;
      case ELASTIC_NET -> (1 - l1Ratio) / c;
    };
  }

  private LogisticSolution minimize(LogisticProblem problem, FitMonitor monitor) {
    if (problem.hasMagnitudes()) {
      return usesNewton(problem)
          ? ProximalNewton.minimize(problem, tolerance, maxIterations, monitor)
          : ProximalGradient.minimize(problem, tolerance, maxIterations, monitor);
    }
    return usesNewton(problem)
        ? LogisticNewton.minimize(problem, tolerance, maxIterations, monitor)
        : LogisticLbfgs.minimize(problem, tolerance, maxIterations, monitor);
  }

  private boolean usesNewton(LogisticProblem problem) {
    return switch (solver) {
      case AUTO -> problem.parameters() <= MOST_NEWTON_COEFFICIENTS;
      case NEWTON -> true;
      case LBFGS -> false;
    };
  }
}
