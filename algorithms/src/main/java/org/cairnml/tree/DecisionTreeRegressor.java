package org.cairnml.tree;

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
 * A tree of questions about single features, each chosen to lower the error of its leaves most.
 *
 * <p>Numbers are cut into at most {@code maxBins} bins first, so splits are exact in columns of no
 * more distinct values, and in others fall between bins; missing values (NaN) and categories are
 * used as they are.
 *
 * <p>Source: Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984.
 *
 * @param criterion what splits make small
 * @param limits when nodes are split, and by how many features
 * @param ccpAlpha cost of a leaf when pruning; 0 prunes nothing
 * @param maxBins the most bins that a feature is cut into
 * @param seed start of all randomness
 */
@Summary("One decision tree for numbers")
public record DecisionTreeRegressor(
    @Param("What splits make small") RegressionCriterion criterion,
    TreeLimits limits,
    @Param(value = "Cost of a leaf when pruning; 0 prunes nothing", range = "[0, inf)")
        double ccpAlpha,
    @Param(value = "The most bins that a feature is cut into", range = "[2, 255]") int maxBins,
    @Param("Start of all randomness") long seed)
    implements Regressor<RegressionTree>,
        DecisionTreeRegressorParams,
        HandlesMissing,
        HandlesCategories {

  /** Checks the ranges; use {@code new DecisionTreeRegressor().with...(...)} instead. */
  public DecisionTreeRegressor {
    DecisionTreeRegressorParams.check(criterion, limits, ccpAlpha, maxBins, seed);
  }

  /** Squared error, grown until leaves are pure, as in scikit-learn. */
  public DecisionTreeRegressor() {
    this(RegressionCriterion.SQUARED, new TreeLimits(), 0, 255, 0);
  }

  @Override
  public RegressionTree fit(Dataset data, FitOptions options) {
    FitMonitor monitor = options.monitor("decision tree", 1);
    Tree tree = plan(data, options).grow(ccpAlpha);
    monitor.step(Double.NaN);
    return new RegressionTree(data.schema(), tree, monitor.summary(1, true, Double.NaN));
  }

  /** The values of {@code ccpAlpha}, ascending from 0, at which pruning removes leaves. */
  public double[] pruningPath(Dataset data, FitOptions options) {
    return plan(data, options).pruningPath();
  }

  private TreePlan plan(Dataset data, FitOptions options) {
    data.check(Missing.ALLOWED);
    TrainingRows training = TrainingRows.of(data);
    var target = NumberTarget.of(data, training.weights(), criterion);
    return new TreePlan(data, training, target, limits, maxBins, seed, options);
  }
}
