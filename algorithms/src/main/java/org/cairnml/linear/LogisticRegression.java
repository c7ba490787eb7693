package org.cairnml.linear;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.core.ClassWeights;
import org.cairnml.core.Classifier;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Param;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;
import org.cairnml.data.Labels;

/**
 * Classification by linear log-odds: two classes by the logistic function, more by the multinomial
 * (softmax) one with coefficients for every class. Minimizes {@code sum_i w_i loss_i + |B|^2 / (2
 * c)} over the coefficients B; intercepts are not penalized. A class without rows gets the
 * probability 0.
 *
 * <p>The parameter c and its default are those of scikit-learn's {@code C}, and so are the results,
 * except that the iteration goes on until coefficients are right to about 1e-8 where scikit-learn
 * stops earlier. Columns are standardized within the computation, which changes nothing but its
 * speed. {@code c = Infinity} asks for no penalty; then dependent columns and classes that can be
 * separated without error are refused, since no single best answer exists.
 *
 * <p>Source: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2nd ed.,
 * section 4.4, doi:10.1007/978-0-387-84858-7.
 *
 * @param c the inverse of the penalty's strength
 * @param intercept whether log-odds may be other than 0 where all features are 0
 * @param classWeights how much the rows of each class count; balanced ones are computed from the
 *     weighted shares of the classes
 * @param solver how the minimum is found
 * @param tolerance the largest last step of Newton's method, features standardized, or the largest
 *     gradient of the mean loss for L-BFGS
 * @param maxIterations steps at most
 */
@Summary("Linear classification of two or more classes, with an L2 penalty")
public record LogisticRegression(
    @Param(value = "Inverse of the penalty's strength; Infinity for none", range = "(0, inf]")
        double c,
    @Param("Whether to fit intercepts") boolean intercept,
    @Param("How much the rows of each class count") ClassWeights classWeights,
    @Param("How the minimum is found") LogisticSolver solver,
    @Param(value = "When to stop", range = "(0, 1)") double tolerance,
    @Param(value = "Steps at most", range = "[1, inf)") int maxIterations)
    implements Classifier<LogisticModel>, LogisticRegressionParams {

  private static final int MOST_NEWTON_COEFFICIENTS = 600;

  /** Checks the ranges; use {@code new LogisticRegression().withC(...)} instead. */
  public LogisticRegression {
    LogisticRegressionParams.check(c, intercept, classWeights, solver, tolerance, maxIterations);
  }

  /** c 1, intercepts, uniform class weights, automatic solver, tolerance 1e-8, 1000 steps. */
  public LogisticRegression() {
    this(1, true, ClassWeights.EQUAL, LogisticSolver.AUTO, 1e-8, 1000);
  }

  @Override
  public LogisticModel fit(Dataset data, FitOptions options) {
    data.check(Missing.REFUSED);
    Labels labels = data.labels();
    FitMonitor monitor = options.monitor("logistic-regression", maxIterations);
    double[] counts = new double[labels.classes().size()];
    for (int i = 0; i < data.rows(); i++) {
      counts[labels.code(i)] += data.weight(i);
    }
    int[] present = IntStream.range(0, counts.length).filter(k -> counts[k] > 0).toArray();
    if (present.length < 2) {
      throw new DataException(
          "all rows are of the class '"
              + labels.classes().get(present[0])
              + "'; a classifier needs rows of at least two classes");
    }
    int[] position = new int[counts.length];
    for (int k = 0; k < present.length; k++) {
      position[present[k]] = k;
    }
    double[] weights = data.weights();
    double total = Arrays.stream(counts).sum();
    int[] codes = new int[data.rows()];
    for (int i = 0; i < codes.length; i++) {
      int code = labels.code(i);
      codes[i] = position[code];
      if (classWeights == ClassWeights.BALANCED) {
        weights[i] *= counts[code] > 0 ? total / (present.length * counts[code]) : 0;
      }
    }
    var problem =
        LogisticProblem.of(data, codes, present.length, weights, c, intercept, options.workers());
    LogisticSolution solution =
        usesNewton(problem)
            ? LogisticNewton.minimize(problem, tolerance, maxIterations, monitor)
            : problem.minimizeByLbfgs(tolerance, maxIterations, monitor);
    return problem.model(data.schema(), labels.classes(), present, solution, monitor);
  }

  private boolean usesNewton(LogisticProblem problem) {
    return switch (solver) {
      case AUTO -> problem.parameters() <= MOST_NEWTON_COEFFICIENTS;
      case NEWTON -> true;
      case LBFGS -> false;
    };
  }
}
