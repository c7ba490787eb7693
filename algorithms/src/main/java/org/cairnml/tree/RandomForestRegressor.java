package org.cairnml.tree;

import java.util.List;
import java.util.OptionalInt;
import org.cairnml.base.Seed;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesCategories;
import org.cairnml.core.HandlesMissing;
import org.cairnml.core.Param;
import org.cairnml.core.Regressor;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;

/**
 * Trees on bootstrap samples, each node choosing among features drawn at random.
 *
 * <p>Numbers are cut into at most {@code maxBins} bins first; missing values (NaN) and categories
 * are used as they are. Features that are constant in a node do not count as drawn, unlike in
 * scikit-learn.
 *
 * <p>Source: Breiman 2001, doi:10.1023/A:1010933404324.
 *
 * @param trees how many trees
 * @param criterion what splits make small
 * @param maxDepth the most questions from the root to a leaf
 * @param maxLeaves the most leaves of a tree, the best splits first
 * @param minSamplesSplit fewest rows of a node that is split
 * @param minSamplesLeaf fewest rows of a leaf
 * @param minWeightFractionLeaf least weight of a leaf, as a share of all
 * @param minImpurityDecrease least improvement by a split, a row of the data
 * @param maxFeatures features drawn at each node: sqrt, log2, all, a count or a share
 * @param bootstrap whether each tree draws its rows with replacement
 * @param sampleFraction how many rows each tree draws, as a share of all
 * @param outOfBag whether to predict each row by the trees that did not draw it
 * @param maxBins the most bins that a feature is cut into
 * @param seed start of all randomness
 */
@Summary("Many trees on random rows and features, for numbers")
public record RandomForestRegressor(
    @Param(value = "How many trees", range = "[1, inf)") int trees,
    @Param("What splits make small") RegressionCriterion criterion,
    @Param(value = "The most questions from the root to a leaf", range = "[1, inf)")
        OptionalInt maxDepth,
    @Param(value = "The most leaves of a tree, the best splits first", range = "[2, inf)")
        OptionalInt maxLeaves,
    @Param(value = "Fewest rows of a node that is split", range = "[2, inf)") int minSamplesSplit,
    @Param(value = "Fewest rows of a leaf", range = "[1, inf)") int minSamplesLeaf,
    @Param(value = "Least weight of a leaf, as a share of all", range = "[0, 0.5]")
        double minWeightFractionLeaf,
    @Param(value = "Least improvement by a split, a row of the data", range = "[0, inf)")
        double minImpurityDecrease,
    @Param("Features drawn at each node: sqrt, log2, all, a count or a share") String maxFeatures,
    @Param("Whether each tree draws its rows with replacement") boolean bootstrap,
    @Param(value = "How many rows each tree draws, as a share of all", range = "(0, 1]")
        double sampleFraction,
    @Param("Whether to predict each row by the trees that did not draw it") boolean outOfBag,
    @Param(value = "The most bins that a feature is cut into", range = "[2, 255]") int maxBins,
    @Param("Start of all randomness") long seed)
    implements Regressor<RegressionForest>,
        RandomForestRegressorParams,
        HandlesMissing,
        HandlesCategories {

  /** Checks the ranges; use {@code new RandomForestRegressor().with...(...)} instead. */
  public RandomForestRegressor {
    RandomForestRegressorParams.check(
        trees,
        criterion,
        maxDepth,
        maxLeaves,
        minSamplesSplit,
        minSamplesLeaf,
        minWeightFractionLeaf,
        minImpurityDecrease,
        maxFeatures,
        bootstrap,
        sampleFraction,
        outOfBag,
        maxBins,
        seed);
    MaxFeatures.check(maxFeatures, RandomForestRegressor.class);
    if (outOfBag && !bootstrap) {
      throw new IllegalArgumentException(
          "RandomForestRegressor: outOfBag needs bootstrap, since without it every tree sees all rows");
    }
  }

  /** 100 trees of squared error over all features, as in scikit-learn. */
  public RandomForestRegressor() {
    this(
        100,
        RegressionCriterion.SQUARED,
        OptionalInt.empty(),
        OptionalInt.empty(),
        2,
        1,
        0,
        0,
        "all",
        true,
        1.0,
        false,
        255,
        0);
  }

  @Override
  public RegressionForest fit(Dataset data, FitOptions options) {
    return grow(List.of(), data, options);
  }

  /**
   * Goes on from a forest of this learner with fewer trees, fitted on the same data: the result is
   * that of fitting all trees at once.
   *
   * @throws org.cairnml.base.DataException if the data have other columns or classes
   */
  public RegressionForest resume(RegressionForest forest, Dataset data, FitOptions options) {
    forest.requireFittedOn(data);
    return grow(forest.trees(), data, options);
  }

  private RegressionForest grow(List<Tree> before, Dataset data, FitOptions options) {
    data.check(Missing.ALLOWED);
    TrainingRows training = TrainingRows.of(data);
    var target = NumberTarget.of(data, training.weights(), criterion);
    FitMonitor monitor = options.monitor("random forest", Math.max(0, trees - before.size()));
    var plan =
        new ForestPlan(
            data,
            training,
            target,
            rules(data, training),
            bootstrap ? sampleFraction : Double.NaN,
            maxBins,
            Seed.of(seed),
            options);
    List<Tree> all = plan.growFrom(before, trees, monitor);
    OutOfBag unseen = outOfBag ? OutOfBag.ofNumbers(plan, all, data, options.workers()) : null;
    return new RegressionForest(
        data.schema(), all, monitor.summary(all.size(), true, Double.NaN), unseen);
  }

  private GrowthRules rules(Dataset data, TrainingRows training) {
    double weight = training.totalWeight();
    return new GrowthRules(
        maxDepth.orElse(Integer.MAX_VALUE),
        maxLeaves.orElse(Integer.MAX_VALUE),
        minSamplesSplit,
        minSamplesLeaf,
        minWeightFractionLeaf * weight,
        minImpurityDecrease * weight,
        MaxFeatures.of(maxFeatures, data.cols()),
        GrowthRules.Thresholds.BEST);
  }
}
