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
 * Linear regression by stochastic gradient descent, one row after the other: for very many rows,
 * and for rows that come in batches. Minimizes the mean of {@code w_i loss(y_i, x_i b + b0)} plus
 * {@code alpha (r |b|_1 + (1 - r) |b|^2 / 2)}, where r is 1 for the penalty L1, 0 for L2, and
 * l1Ratio for the elastic net; the intercept b0 is not penalized.
 *
 * <p>Parameters, defaults and steps are those of scikit-learn, except that rows are drawn in
 * another order, the intercept moves as much for sparse features as for dense ones, and what the
 * penalty on magnitudes takes of a column where rows are 0 is settled at the end of each pass.
 * Columns must be of like size, as by {@code StandardScaler}. {@link #fit} makes passes over the
 * rows until their loss falls no more; {@link #partialFit} makes one, and goes on from the model
 * that it is given.
 *
 * <p>Source: Bottou 2012, doi:10.1007/978-3-642-35289-8_25.
 *
 * @param loss what a residual costs
 * @param epsilon where the loss HUBER becomes linear, and up to where EPSILON_INSENSITIVE is 0
 * @param descent how it descends
 */
@Summary("Linear regression by stochastic gradient descent, also on streams")
public record SGDRegressor(
    @Param("What a residual costs") ResidualLoss loss,
    @Param(value = "The bound of HUBER and EPSILON_INSENSITIVE", range = "[0, inf)") double epsilon,
    SGDSettings descent)
    implements Regressor<SGDRegressionModel>,
        IncrementalLearner<SGDRegressionModel>,
        HandlesSparse,
        SGDRegressorParams {

  /** Checks the ranges; use {@code new SGDRegressor().withLoss(...)} instead. */
  public SGDRegressor {
    SGDRegressorParams.check(loss, epsilon, descent);
  }

  /**
   * Squared loss, epsilon 0.1, inverse scaling with power 0.25, and else what {@link SGDSettings}
   * has: penalty L2, alpha 1e-4, eta0 0.01.
   */
  public SGDRegressor() {
    this(
        ResidualLoss.SQUARED,
        0.1,
        new SGDSettings().withLearningRate(LearningRate.INVERSE_SCALING).withPower(0.25));
  }

  @Override
  public SGDRegressionModel fit(Dataset data, FitOptions options) {
    data.check(Missing.REFUSED);
    var search = search(data, SGDState.start(data.cols(), descent));
    FitMonitor monitor = options.monitor("sgd", descent.maxIterations());
    var summary =
        Warnings.unlessConverged(
            "stochastic gradient descent", search.untilSettled(monitor, options.workers()));
    return new SGDRegressionModel(data.schema(), search.states().get(0), summary);
  }

  @Override
  public SGDRegressionModel partialFit(Dataset batch) {
    batch.check(Missing.REFUSED);
    return onePass(batch, SGDState.start(batch.cols(), descent));
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
        descent, loss.loss(epsilon), data, List.of(data.target()), data.weights(), List.of(from));
  }
}
