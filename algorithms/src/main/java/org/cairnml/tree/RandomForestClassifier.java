package org.cairnml.tree;

import java.util.List;
import org.cairnml.core.ClassWeights;
import org.cairnml.core.Classifier;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesCategories;
import org.cairnml.core.HandlesMissing;
import org.cairnml.core.Param;
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
 * @param limits when nodes are split, and by how many features
 * @param sampling which rows each tree is grown on
 * @param classWeights how much rows of each class count
 * @param maxBins the most bins that a feature is cut into
 * @param seed start of all randomness
 */
@Summary("Many trees on random rows and features, for classes")
public record RandomForestClassifier(
    @Param(value = "How many trees", range = "[1, inf)") int trees,
    @Param("What splits make small") ClassificationCriterion criterion,
    TreeLimits limits,
    RowSampling sampling,
    @Param("How much rows of each class count") ClassWeights classWeights,
    @Param(value = "The most bins that a feature is cut into", range = "[2, 255]") int maxBins,
    @Param("Start of all randomness") long seed)
    implements Classifier<ClassificationForest>,
        RandomForestClassifierParams,
        HandlesMissing,
        HandlesCategories {

  /** Checks the ranges; use {@code new RandomForestClassifier().with...(...)} instead. */
  public RandomForestClassifier {
    RandomForestClassifierParams.check(
        trees, criterion, limits, sampling, classWeights, maxBins, seed);
  }

  /** 100 trees of Gini impurity over the square root of the features, as in scikit-learn. */
  public RandomForestClassifier() {
    this(
        100,
        ClassificationCriterion.GINI,
        new TreeLimits().withMaxFeatures("sqrt"),
        new RowSampling(),
        ClassWeights.EQUAL,
        255,
        0);
  }

  @Override
  public ClassificationForest fit(Dataset data, FitOptions options) {
    return recipe().grow(List.of(), data, options, criterion, classWeights);
  }

  /**
   * Goes on from a forest of this learner with fewer trees, fitted on the same data: the result is
   * that of fitting all trees at once.
   *
   * @throws org.cairnml.base.DataException if the data have other columns or classes
   */
  public ClassificationForest resume(
      ClassificationForest forest, Dataset data, FitOptions options) {
    forest.requireFittedOn(data);
    return recipe().grow(forest.trees(), data, options, criterion, classWeights);
  }

  private ForestRecipe recipe() {
    return new ForestRecipe(
        "random forest", trees, limits, GrowthRules.Thresholds.BEST, sampling, maxBins, seed);
  }
}
