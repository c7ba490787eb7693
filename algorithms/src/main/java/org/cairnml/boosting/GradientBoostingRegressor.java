package org.cairnml.boosting;

import java.util.List;
import java.util.OptionalInt;
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
 * <p>Columns are cut into at most {@code maxBins} bins once, missing values (NaN) in a bin of their
 * own, whose side each split learns; category columns are split into two sets of categories. With
 * {@link FitOptions#validation} boosting ends once the loss on these rows has not fallen for {@code
 * patience} rounds, and the model keeps the rounds up to the best. Defaults follow scikit-learn's
 * histogram gradient boosting.
 *
 * <p>Sources: Friedman 2001, doi:10.1214/aos/1013203451; Chen and Guestrin 2016,
 * doi:10.1145/2939672.2939785; Ke et al. 2017, LightGBM, NeurIPS 30.
 *
 * @param loss what is made small
 * @param quantile which quantile the quantile loss estimates
 * @param huberDelta the error from which on the Huber loss is linear
 * @param tweediePower power of the mean that the Tweedie variance is proportional to
 * @param trees trees at most; of more than two classes, for each class
 * @param learningRate what the values of each tree are multiplied by
 * @param growth which leaf is split next
 * @param maxLeaves the most leaves of a tree
 * @param maxDepth the most questions from the root to a leaf
 * @param minSamplesLeaf fewest rows of a leaf
 * @param minChildWeight least second derivative of the loss in a leaf
 * @param l1 penalty on the absolute leaf values
 * @param l2 penalty on the squared leaf values
 * @param minGain least gain of a split
 * @param maxStep largest absolute leaf value, before the learning rate
 * @param rowShare share of the rows drawn for each round
 * @param columnShare share of the columns drawn for each tree
 * @param maxBins the most bins that a feature is cut into
 * @param categorySmoothing what draws rare categories together: added to their second derivatives
 * @param rising columns in which the prediction must not fall
 * @param falling columns in which the prediction must not rise
 * @param interactions sets of columns that may act together; empty for all
 * @param patience rounds without improvement on the validation data before the end
 * @param seed start of all randomness
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
    @Param(value = "Trees at most; of more than two classes, for each class", range = "[1, inf)")
        int trees,
    @Param(value = "What the values of each tree are multiplied by", range = "(0, 1]")
        double learningRate,
    @Param("Which leaf is split next") Growth growth,
    @Param(value = "The most leaves of a tree", range = "[2, inf)") int maxLeaves,
    @Param(value = "The most questions from the root to a leaf", range = "[1, inf)")
        OptionalInt maxDepth,
    @Param(value = "Fewest rows of a leaf", range = "[1, inf)") int minSamplesLeaf,
    @Param(value = "Least second derivative of the loss in a leaf", range = "[0, inf)")
        double minChildWeight,
    @Param(value = "Penalty on the absolute leaf values", range = "[0, inf)") double l1,
    @Param(value = "Penalty on the squared leaf values", range = "[0, inf)") double l2,
    @Param(value = "Least gain of a split", range = "[0, inf)") double minGain,
    @Param(value = "Largest absolute leaf value, before the learning rate", range = "(0, inf]")
        double maxStep,
    @Param(value = "Share of the rows drawn for each round", range = "(0, 1]") double rowShare,
    @Param(value = "Share of the columns drawn for each tree", range = "(0, 1]") double columnShare,
    @Param(value = "The most bins that a feature is cut into", range = "[2, 255]") int maxBins,
    @Param(
            value = "What draws rare categories together: added to their second derivatives",
            range = "[0, inf)")
        double categorySmoothing,
    @Param("Columns in which the prediction must not fall") List<String> rising,
    @Param("Columns in which the prediction must not rise") List<String> falling,
    @Param("Sets of columns that may act together; empty for all") List<List<String>> interactions,
    @Param(
            value = "Rounds without improvement on the validation data before the end",
            range = "[1, inf)")
        int patience,
    @Param("Start of all randomness") long seed)
    implements Regressor<RegressionBoosting>,
        GradientBoostingRegressorParams,
        HandlesMissing,
        HandlesCategories {

  /** Checks the ranges; use {@code new GradientBoostingRegressor().with...(...)} instead. */
  public GradientBoostingRegressor {
    GradientBoostingRegressorParams.check(
        loss,
        quantile,
        huberDelta,
        tweediePower,
        trees,
        learningRate,
        growth,
        maxLeaves,
        maxDepth,
        minSamplesLeaf,
        minChildWeight,
        l1,
        l2,
        minGain,
        maxStep,
        rowShare,
        columnShare,
        maxBins,
        categorySmoothing,
        rising,
        falling,
        interactions,
        patience,
        seed);
    rising = List.copyOf(rising);
    falling = List.copyOf(falling);
    interactions = interactions.stream().map(List::copyOf).toList();
  }

  /** The defaults. */
  public GradientBoostingRegressor() {
    this(
        RegressionLoss.SQUARED,
        0.5,
        1,
        1.5,
        100,
        0.1,
        Growth.LEAF_WISE,
        31,
        OptionalInt.empty(),
        20,
        1e-3,
        0,
        0,
        0,
        Double.POSITIVE_INFINITY,
        1,
        1,
        255,
        10,
        List.of(),
        List.of(),
        List.of(),
        10,
        0);
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
    if (data.cols() != model.schema().width() || model.link() != builtIn().link()) {
      throw new DataException(
          "the model has %d columns and the link %s, these data %d and this loss %s"
              .formatted(model.schema().width(), model.link(), data.cols(), builtIn().link()));
    }
    return fit(data, options, builtIn(), model.ensemble());
  }

  private RegressionBoosting fit(
      Dataset data, FitOptions options, Loss chosen, TreeEnsemble before) {
    Boosted boosted =
        new Booster(settings(), data, options, set -> objective(set, chosen)).train(before);
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

  private BoostingSettings settings() {
    return new BoostingSettings(
        trees,
        learningRate,
        new TreeSettings(
            growth,
            maxLeaves,
            maxDepth.orElse(Integer.MAX_VALUE),
            minSamplesLeaf,
            minChildWeight,
            l1,
            l2,
            minGain,
            maxStep),
        maxBins,
        rowShare,
        columnShare,
        patience,
        categorySmoothing,
        rising,
        falling,
        interactions,
        seed);
  }
}
