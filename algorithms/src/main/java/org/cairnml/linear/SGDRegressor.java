package org.cairnml.linear;

import java.util.List;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesSparse;
import org.cairnml.core.IncrementalLearner;
import org.cairnml.core.Param;
import org.cairnml.core.Regressor;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;

/**
 * Linear regression by stochastic gradient descent, one row after the other: for very many rows, and
 * for rows that come in batches. Minimizes the mean of {@code w_i loss(y_i, x_i b + b0)} plus {@code
 * alpha (r |b|_1 + (1 - r) |b|^2 / 2)}, where r is 1 for the penalty L1, 0 for L2, and l1Ratio for
 * the elastic net; the intercept b0 is not penalized.
 *
 * <p>Parameters, defaults and steps are those of scikit-learn, except that rows are drawn in another
 * order, the intercept moves as much for sparse features as for dense ones, and what the penalty
 * on magnitudes takes of a column where rows are 0 is settled at the end of each pass. Columns must
 * be of like size, as by {@code StandardScaler}. {@link #fit} makes passes over the rows until their
 * loss falls no more; {@link #partialFit} makes one, and goes on from the model that it is given.
 *
 * <p>Source: Bottou 2012, doi:10.1007/978-3-642-35289-8_25.
 *
 * @param loss what a residual costs
 * @param epsilon where the loss HUBER becomes linear, and up to where EPSILON_INSENSITIVE is 0
 * @param penalty what is penalized
 * @param alpha strength of the penalty; the learning rate OPTIMAL goes by it even without one
 * @param l1Ratio the share of the penalty on magnitudes in an elastic net; of no effect otherwise
 * @param intercept whether the score may be other than 0 where all features are 0
 * @param learningRate how the length of steps changes
 * @param eta0 the length of the first step, except where the schedule is OPTIMAL
 * @param power of the step number in INVERSE_SCALING
 * @param maxIterations passes at most
 * @param tolerance a pass that lowers the mean loss of rows by no more counts as without success
 * @param patience passes without success before the end
 * @param averaged whether predictions use the mean of the coefficients after each step
 * @param shuffled whether each pass takes the rows in a random order
 * @param seed where randomness starts
 */
@Summary("Linear regression by stochastic gradient descent, also on streams")
public record SGDRegressor(
    @Param("What a residual costs") ResidualLoss loss,
    @Param(value = "The bound of HUBER and EPSILON_INSENSITIVE", range = "[0, inf)") double epsilon,
    @Param("What is penalized") Penalty penalty,
    @Param(value = "Strength of the penalty", range = "(0, inf)") double alpha,
    @Param(value = "Share of the L1 penalty in an elastic net", range = "[0, 1]") double l1Ratio,
    @Param("Whether to fit intercepts") boolean intercept,
    @Param("How the length of steps changes") LearningRate learningRate,
    @Param(value = "The length of the first step", range = "(0, inf)") double eta0,
    @Param(value = "Power of the step number in INVERSE_SCALING", range = "[0, inf)") double power,
    @Param(value = "Passes over the rows at most", range = "[1, inf)") int maxIterations,
    @Param(value = "The fall of the mean loss that counts", range = "[0, inf)") double tolerance,
    @Param(value = "Passes without a fall before the end", range = "[1, inf)") int patience,
    @Param("Whether to predict with the mean of all steps") boolean averaged,
    @Param("Whether passes take rows in random order") boolean shuffled,
    @Param("Where randomness starts") long seed)
    implements Regressor<SGDRegressionModel>,
        IncrementalLearner<SGDRegressionModel>,
        HandlesSparse,
        SGDRegressorParams {

  /** Checks the ranges; use {@code new SGDRegressor().withLoss(...)} instead. */
  public SGDRegressor {
    SGDRegressorParams.check(loss, epsilon, penalty, alpha, l1Ratio, intercept, learningRate, eta0, power, maxIterations, tolerance, patience, averaged, shuffled, seed);
  }

  /**
   * Squared loss, epsilon 0.1, penalty L2, alpha 1e-4, l1Ratio 0.15, with an intercept, inverse
   * scaling from 0.01 with power 0.25, 1000 passes at most, tolerance 1e-3, patience 5, no
   * averaging, shuffled, seed 0.
   */
  public SGDRegressor() {
    this(ResidualLoss.SQUARED, 0.1, Penalty.L2, 1e-4, 0.15, true, LearningRate.INVERSE_SCALING, 0.01, 0.25, 1000, 1e-3, 5, false, true, 0);
  }

  @Override
  public SGDRegressionModel fit(Dataset data, FitOptions options) {
    data.check(Missing.REFUSED);
    var search = search(data, SGDState.start(data.cols(), settings()));
    FitMonitor monitor = options.monitor("sgd", maxIterations);
    var summary = Warnings.unlessConverged("stochastic gradient descent", search.untilSettled(monitor, options.workers()));
    return new SGDRegressionModel(data.schema(), search.states().get(0), summary);
  }

  @Override
  public SGDRegressionModel partialFit(Dataset batch) {
    batch.check(Missing.REFUSED);
    return onePass(batch, SGDState.start(batch.cols(), settings()));
  }

  @Override
  public SGDRegressionModel partialFit(SGDRegressionModel model, Dataset batch) {
    batch.check(Missing.REFUSED);
    SGDSearch.requireSame(model.schema(), batch.schema());
    return onePass(batch, model.state());
  }

  private SGDRegressionModel onePass(Dataset batch, SGDState from) {
    var search = search(batch, from);
    var summary = search.once(new FitOptions());
    return new SGDRegressionModel(batch.schema(), search.states().get(0), summary);
  }

  private SGDSearch search(Dataset data, SGDState from) {
    return new SGDSearch(
        settings(), loss.loss(epsilon), data, List.of(data.target()), data.weights(), List.of(from));
  }

  private SGDSettings settings() {
    return new SGDSettings(penalty, alpha, l1Ratio, intercept, learningRate, eta0, power, maxIterations, tolerance, patience, averaged, shuffled, seed);
  }
}
