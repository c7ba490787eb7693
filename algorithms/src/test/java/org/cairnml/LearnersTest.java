package org.cairnml;

import static org.cairnml.testkit.learner.LearnerSpec.learner;
import static org.cairnml.testkit.learner.Trait.IGNORES_WEIGHTS;
import static org.cairnml.testkit.learner.Trait.ROW_ORDER_FREE;
import static org.cairnml.testkit.learner.Trait.WEIGHT_IS_REPETITION;

import java.util.List;
import java.util.stream.Stream;
import org.cairnml.baseline.ClassStrategy;
import org.cairnml.baseline.DummyClassifier;
import org.cairnml.baseline.DummyRegressor;
import org.cairnml.baseline.NumberStrategy;
import org.cairnml.boosting.GradientBoostingClassifier;
import org.cairnml.boosting.GradientBoostingRanker;
import org.cairnml.boosting.GradientBoostingRegressor;
import org.cairnml.cluster.KMeans;
import org.cairnml.cluster.KMeansInit;
import org.cairnml.core.ClassWeights;
import org.cairnml.linear.CovarianceType;
import org.cairnml.linear.ElasticNet;
import org.cairnml.linear.ElasticNetCV;
import org.cairnml.linear.GeneralizedLinearModel;
import org.cairnml.linear.HuberRegressor;
import org.cairnml.linear.IsotonicRegression;
import org.cairnml.linear.Lasso;
import org.cairnml.linear.LassoCV;
import org.cairnml.linear.LearningRate;
import org.cairnml.linear.LinearDiscriminantAnalysis;
import org.cairnml.linear.LinearRegression;
import org.cairnml.linear.LogisticRegression;
import org.cairnml.linear.LogisticSolver;
import org.cairnml.linear.MarginLoss;
import org.cairnml.linear.Penalty;
import org.cairnml.linear.QuadraticDiscriminantAnalysis;
import org.cairnml.linear.QuantileRegressor;
import org.cairnml.linear.ResidualLoss;
import org.cairnml.linear.Ridge;
import org.cairnml.linear.RidgeCV;
import org.cairnml.linear.SGDClassifier;
import org.cairnml.linear.SGDRegressor;
import org.cairnml.meta.CalibratedClassifier;
import org.cairnml.meta.CalibrationMethod;
import org.cairnml.meta.ConformalClassifier;
import org.cairnml.meta.ConformalQuantileRegressor;
import org.cairnml.meta.ConformalRegressor;
import org.cairnml.meta.IntervalWidth;
import org.cairnml.meta.RecursiveElimination;
import org.cairnml.meta.ResampledClassifier;
import org.cairnml.meta.Resampling;
import org.cairnml.meta.SelectByModel;
import org.cairnml.meta.SetScore;
import org.cairnml.meta.ThresholdGoal;
import org.cairnml.meta.TunedThresholdClassifier;
import org.cairnml.testkit.learner.LearnerContract;
import org.cairnml.testkit.learner.LearnerSpec;
import org.cairnml.tree.DecisionTreeClassifier;
import org.cairnml.tree.DecisionTreeRegressor;
import org.cairnml.tree.ExtraTreesClassifier;
import org.cairnml.tree.ExtraTreesRegressor;
import org.cairnml.tree.RandomForestClassifier;
import org.cairnml.tree.RandomForestRegressor;

/** Every learner of this module keeps the contract of learners. */
final class LearnersTest extends LearnerContract {

  @Override
  protected List<LearnerSpec> learners() {
    return Stream.of(baselines(), linear(), clusters(), trees(), boosting(), meta())
        .flatMap(List::stream)
        .toList();
  }

  private static List<LearnerSpec> baselines() {
    return List.of(
        learner(new DummyClassifier()).traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new DummyClassifier().withStrategy(ClassStrategy.STRATIFIED))
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new DummyRegressor()).traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new DummyRegressor().withStrategy(NumberStrategy.MEDIAN))
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE));
  }

  private static List<LearnerSpec> linear() {
    return List.of(
        learner(new SelectByModel()).traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE, IGNORES_WEIGHTS),
        learner(new RecursiveElimination())
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE, IGNORES_WEIGHTS),
        learner(new Ridge()).traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new Ridge().withAlpha(0).withIntercept(false))
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new ElasticNet().withAlpha(0.1).withTolerance(1e-14))
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new Lasso().withAlpha(0.1).withTolerance(1e-14))
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new ElasticNetCV().withAlphas(30).withL1Ratio(0.9).withFolds(3)),
        learner(new LassoCV().withAlphas(10).withFolds(3)),
        learner(new RidgeCV().withAlphas(List.of(1e-3, 3e-3, 1e-2, 3e-2, 0.1, 0.3, 1.0)))
            .traits(ROW_ORDER_FREE),
        learner(new SGDClassifier()),
        learner(new SGDClassifier().withLoss(MarginLoss.LOG).withPenalty(Penalty.ELASTIC_NET)),
        learner(
            new SGDRegressor()
                .withLearningRate(LearningRate.CONSTANT)
                .withEta0(5e-3)
                .withTolerance(1e-6)
                .withLoss(ResidualLoss.HUBER)
                .withEpsilon(1)
                .withPenalty(Penalty.L1)),
        learner(new LinearRegression()).traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new GeneralizedLinearModel()).traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new GeneralizedLinearModel().withAlpha(0.1).withIntercept(false))
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new HuberRegressor()).traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new QuantileRegressor().withAlpha(0.01))
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new IsotonicRegression().withFeature("x0"))
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new LinearRegression(false, CovarianceType.HC3))
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new LinearDiscriminantAnalysis()).traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new LinearDiscriminantAnalysis().withShrinkage("auto"))
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new QuadraticDiscriminantAnalysis()).traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new QuadraticDiscriminantAnalysis().withRegularization(0.1))
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new LogisticRegression()).traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new LogisticRegression().withPenalty(Penalty.ELASTIC_NET))
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(
                new LogisticRegression()
                    .withSolver(LogisticSolver.LBFGS)
                    .withClassWeights(ClassWeights.BALANCED)
                    .withIntercept(false))
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE));
  }

  private static List<LearnerSpec> clusters() {
    return List.of(
        learner(new KMeans().withClusters(2)).traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new KMeans().withClusters(2).withInit(KMeansInit.RANDOM).withStarts(3))
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE));
  }

  /**
   * At greater depth, splits of equal gain are told apart by the rounding of sums of targets, which
   * depends on the order of rows; sums of class counts are exact.
   */
  private static List<LearnerSpec> trees() {
    var forestOfClasses = new RandomForestClassifier().withTrees(5);
    var forestOfNumbers = new RandomForestRegressor().withTrees(5).withMaxDepth(2);
    return List.of(
        learner(new DecisionTreeClassifier()).traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new DecisionTreeRegressor()),
        learner(new DecisionTreeRegressor().withMaxDepth(2))
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(forestOfClasses)
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE)
            .withoutSampling(forestOfClasses.withBootstrap(false).withMaxFeatures("all")),
        learner(forestOfNumbers.withMaxFeatures("0.5"))
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE)
            .withoutSampling(forestOfNumbers.withBootstrap(false)),
        learner(new ExtraTreesClassifier().withTrees(5))
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new ExtraTreesRegressor().withTrees(5).withMaxDepth(2))
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE));
  }

  private static List<LearnerSpec> boosting() {
    return List.of(
        learner(new GradientBoostingClassifier().withTrees(10).withMinSamplesLeaf(3))
            .traits(ROW_ORDER_FREE),
        learner(new GradientBoostingRanker().withTrees(10).withMinSamplesLeaf(3))
            .traits(ROW_ORDER_FREE),
        learner(new GradientBoostingRegressor().withTrees(10).withMinSamplesLeaf(3))
            .traits(ROW_ORDER_FREE));
  }

  private static List<LearnerSpec> meta() {
    var calibrated = new CalibratedClassifier().withFolds(3);
    return List.of(
        learner(calibrated),
        learner(calibrated.withBase(new SGDClassifier())),
        learner(calibrated.withMethod(CalibrationMethod.ISOTONIC)),
        learner(calibrated.withMethod(CalibrationMethod.TEMPERATURE)),
        learner(new ConformalClassifier()),
        learner(new ConformalClassifier().withScore(SetScore.LAC)),
        learner(
            new ConformalQuantileRegressor()
                .withLower(new LinearRegression())
                .withUpper(new LinearRegression())),
        learner(new ConformalRegressor()),
        learner(new ConformalRegressor().withWidth(IntervalWidth.ADAPTIVE)),
        learner(new ResampledClassifier()),
        learner(new ResampledClassifier().withMethod(Resampling.OVER)),
        learner(new ResampledClassifier().withMethod(Resampling.UNDER)),
        learner(new TunedThresholdClassifier().withFolds(3).withGoal(ThresholdGoal.COST)));
  }
}
