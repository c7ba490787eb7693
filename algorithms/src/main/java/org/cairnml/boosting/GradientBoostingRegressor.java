package org.cairnml.boosting;

import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesCategories;
import org.cairnml.core.HandlesMissing;
import org.cairnml.core.Param;
import org.cairnml.core.Regressor;
import org.cairnml.core.Summary;

/**
 * Trees that each correct the sum of those before, on a loss of choice: for the mean, the median or
 * any quantile, for counts and other targets that cannot be negative, or one of your own.
 *
 * <p>Two models with the quantile loss, at 0.05 and 0.95 say, make an interval that holds 90 % of
 * the targets.
 *
 * <p>{@link BoostingSettings} says how columns are cut, what becomes of missing values and
 * categories, and when boosting ends early.
 *
 * <p>Sources: Friedman 2001, doi:10.1214/aos/1013203451; Chen and Guestrin 2016,
 * doi:10.1145/2939672.2939785; Ke et al. 2017, LightGBM, NeurIPS 30.
 *
 * @param loss what is made small
 * @param quantile which quantile the quantile loss estimates
 * @param huberDelta the error from which on the Huber loss is linear
 * @param tweediePower power of the mean that the Tweedie variance is proportional to
 * @param boosting what does not depend on the loss
 */
@Summary("Gradient boosting of trees for numbers: fast, accurate, takes NaN and categories")
public record GradientBoostingRegressor(
    @Param("What is made small") RegressionLoss loss,
    @Param(value = "Which quantile the quantile loss estimates", range = "(0, 1)") double quantile,
    @Param(value = "The error from which on the Huber loss is linear", range = "(0, inf)")
        double huberDelta,
    @Param(
            value = "Power of the mean that the Tweedie variance is proportional to",
            range = "(1, 2)")
        double tweediePower,
    BoostingSettings boosting)
    implements Regressor<RegressionBoosting>,
        GradientBoostingRegressorParams,
        HandlesMissing,
        HandlesCategories {

  /** Checks the ranges; use {@code new GradientBoostingRegressor().with...(...)} instead. */
  public GradientBoostingRegressor {
    GradientBoostingRegressorParams.check(loss, quantile, huberDelta, tweediePower, boosting);
  }

  /** The defaults. */
  public GradientBoostingRegressor() {
    this(RegressionLoss.SQUARED, 0.5, 1, 1.5, new BoostingSettings());
  }

  @Override
  public RegressionBoosting fit(Dataset data, FitOptions options) {
    return fit(data, options, builtIn());
  }

  /** Learns with a loss of your own; the component {@code loss} does not matter then. */
  public RegressionBoosting fit(Dataset data, FitOptions options, Loss ownLoss) {
    return fit(data, options, ownLoss, null);
  }

  /** Adds {@code trees} more rounds to a model of the same columns. */
  public RegressionBoosting fitOn(RegressionBoosting model, Dataset data, FitOptions options) {
    if (model.link() != builtIn().link()) {
      throw new DataException(
          "the model has the link %s, this loss %s".formatted(model.link(), builtIn().link()));
    }
    return fit(data, options, builtIn(), model.ensembleFor(data));
  }

  private RegressionBoosting fit(
      Dataset data, FitOptions options, Loss chosen, TreeEnsemble before) {
    Boosted boosted =
        new Booster(boosting, data, options, set -> objective(set, chosen)).train(before);
    return new RegressionBoosting(
        data.schema(), chosen.link(), boosted.ensemble(), boosted.summary());
  }

  private static Objective objective(Dataset data, Loss loss) {
    double[] y = data.target();
    loss.check(y);
    return new LossObjective(loss, y, data.isWeighted() ? data.weights() : null);
  }

  private Loss builtIn() {
    return switch (loss) {
      case SQUARED -> new HuberLoss(Double.POSITIVE_INFINITY);
      case HUBER -> new HuberLoss(huberDelta);
      case ABSOLUTE -> new QuantileLoss(0.5, 2);
      case QUANTILE -> new QuantileLoss(quantile, 1);
      case POISSON -> new TweedieLoss(1);
      case GAMMA -> new TweedieLoss(2);
      case TWEEDIE -> new TweedieLoss(tweediePower);
    };
  }
}
