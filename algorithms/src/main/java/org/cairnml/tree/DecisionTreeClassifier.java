package org.cairnml.tree;

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

/**
 * A tree of questions about single features, each chosen to part the classes best.
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
 * @param classWeights how much rows of each class count
 * @param maxBins the most bins that a feature is cut into
 * @param seed start of all randomness
 */
@Summary("One decision tree for classes")
public record DecisionTreeClassifier(
    @Param("What splits make small") ClassificationCriterion criterion,
    TreeLimits limits,
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
    DecisionTreeClassifierParams.check(criterion, limits, ccpAlpha, classWeights, maxBins, seed);
  }

  /** Gini impurity, grown until leaves are pure, as in scikit-learn. */
  public DecisionTreeClassifier() {
    this(ClassificationCriterion.GINI, new TreeLimits(), 0, ClassWeights.EQUAL, 255, 0);
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
    TrainingRows training = TrainingRows.of(data, classWeights);
    var target = ClassTarget.of(data.labels(), training.weights(), criterion);
    return new TreePlan(data, training, target, limits, maxBins, seed, options);
  }
}
