package org.cairnml.tree;

import java.util.OptionalInt;
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
 * A tree of questions about single features, each chosen to part the classes best.
 *
 * <p>Numbers are cut into at most {@code maxBins} bins first; missing values (NaN) and categories
 * are used as they are.
 *
 * <p>Source: Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984.
 *
 * @param criterion what splits make small
 * @param maxDepth the most questions from the root to a leaf
 * @param maxLeaves the most leaves of a tree, the best splits first
 * @param minSamplesSplit fewest rows of a node that is split
 * @param minSamplesLeaf fewest rows of a leaf
 * @param minWeightFractionLeaf least weight of a leaf, as a share of all
 * @param minImpurityDecrease least improvement by a split, a row of the data
 * @param maxFeatures features drawn at each node: sqrt, log2, all, a count or a share
 * @param ccpAlpha cost of a leaf when pruning; 0 prunes nothing
 * @param classWeights how much rows of each class count
 * @param maxBins the most bins that a feature is cut into
 * @param seed start of all randomness
 */
@Summary("One decision tree for classes")
public record DecisionTreeClassifier(
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
    @Param(value = "Cost of a leaf when pruning; 0 prunes nothing", range = "[0, inf)")
        double ccpAlpha,
    @Param("How much rows of each class count") ClassWeights classWeights,
    @Param(value = "The most bins that a feature is cut into", range = "[2, 255]") int maxBins,
    @Param("Start of all randomness") long seed)
    implements Classifier<ClassificationTree>,
        DecisionTreeClassifierParams,
        HandlesMissing,
        HandlesCategories {

  /** Checks the ranges; use {@code new DecisionTreeClassifier().with...(...)} instead. */
  public DecisionTreeClassifier {
    DecisionTreeClassifierParams.check(
        criterion,
        maxDepth,
        maxLeaves,
        minSamplesSplit,
        minSamplesLeaf,
        minWeightFractionLeaf,
        minImpurityDecrease,
        maxFeatures,
        ccpAlpha,
        classWeights,
        maxBins,
        seed);
    MaxFeatures.check(maxFeatures, DecisionTreeClassifier.class);
  }

  /** Gini impurity, grown until leaves are pure, as in scikit-learn. */
  public DecisionTreeClassifier() {
    this(
        ClassificationCriterion.GINI,
        OptionalInt.empty(),
        OptionalInt.empty(),
        2,
        1,
        0,
        0,
        "all",
        0,
        ClassWeights.EQUAL,
        255,
        0);
  }

  @Override
  public ClassificationTree fit(Dataset data, FitOptions options) {
    FitMonitor monitor = options.monitor("decision tree", 1);
    Tree tree = plan(data, options).grow(ccpAlpha);
    monitor.step(Double.NaN);
    return new ClassificationTree(
        data.schema(), data.labels().classes(), tree, monitor.summary(1, true, Double.NaN));
  }

  /** The values of {@code ccpAlpha}, ascending from 0, at which pruning removes leaves. */
  public double[] pruningPath(Dataset data, FitOptions options) {
    return plan(data, options).pruningPath();
  }

  private TreePlan plan(Dataset data, FitOptions options) {
    data.check(Missing.ALLOWED);
    Labels labels = data.labels();
    TrainingRows training = TrainingRows.of(data, classWeights);
    int k = labels.classes().size();
    var target = new ClassTarget(labels.codes(), k, training.weights(), criterion);
    return new TreePlan(data, training, target, rules(data, training), maxBins, seed, options);
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
