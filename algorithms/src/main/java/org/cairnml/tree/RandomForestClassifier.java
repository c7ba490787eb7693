package org.cairnml.tree;

import java.util.List;
import java.util.OptionalInt;
import org.cairnml.base.Seed;
import org.cairnml.core.ClassWeights;
import org.cairnml.core.Classifier;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesCategories;
import org.cairnml.core.HandlesMissing;
import org.cairnml.core.Param;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;
import org.cairnml.data.Labels;

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
 * @param classWeights how much rows of each class count
 * @param maxBins the most bins that a feature is cut into
 * @param seed start of all randomness
 */
@Summary("Many trees on random rows and features, for classes")
public record RandomForestClassifier(
    @Param(value = "How many trees", range = "[1, inf)") int trees,
    @Param("What splits make small") ClassificationCriterion criterion,
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
        classWeights,
        maxBins,
        seed);
    MaxFeatures.check(maxFeatures, RandomForestClassifier.class);
    if (outOfBag && !bootstrap) {
      throw new IllegalArgumentException(
          "RandomForestClassifier: outOfBag needs bootstrap, since without it every tree sees all rows");
    }
  }

  /** 100 trees of Gini impurity over the square root of the features, as in scikit-learn. */
  public RandomForestClassifier() {
    this(
        100,
        ClassificationCriterion.GINI,
        OptionalInt.empty(),
        OptionalInt.empty(),
        2,
        1,
        0,
        0,
        "sqrt",
        true,
        1.0,
        false,
        ClassWeights.EQUAL,
        255,
        0);
  }

  @Override
  public ClassificationForest fit(Dataset data, FitOptions options) {
    return grow(List.of(), data, options);
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
    return grow(forest.trees(), data, options);
  }

  private ClassificationForest grow(List<Tree> before, Dataset data, FitOptions options) {
    data.check(Missing.ALLOWED);
    Labels labels = data.labels();
    TrainingRows training = TrainingRows.of(data, classWeights);
    int k = labels.classes().size();
    var target = new ClassTarget(labels.codes(), k, training.weights(), criterion);
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
    OutOfBag unseen = outOfBag ? OutOfBag.ofClasses(plan, all, data, options.workers()) : null;
    return new ClassificationForest(
        data.schema(),
        labels.classes(),
        all,
        monitor.summary(all.size(), true, Double.NaN),
        unseen);
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
