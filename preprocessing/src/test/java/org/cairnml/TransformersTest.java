package org.cairnml;

import static org.cairnml.testkit.learner.LearnerSpec.learner;
import static org.cairnml.testkit.learner.Trait.IGNORES_WEIGHTS;
import static org.cairnml.testkit.learner.Trait.ROW_ORDER_FREE;
import static org.cairnml.testkit.learner.Trait.WEIGHT_IS_REPETITION;

import java.util.List;
import org.cairnml.preprocessing.encode.Drop;
import org.cairnml.preprocessing.encode.FrequencyEncoder;
import org.cairnml.preprocessing.encode.OneHotEncoder;
import org.cairnml.preprocessing.encode.OrdinalEncoder;
import org.cairnml.preprocessing.encode.TargetEncoder;
import org.cairnml.preprocessing.feature.CyclicFeatures;
import org.cairnml.preprocessing.feature.FeatureUnion;
import org.cairnml.preprocessing.feature.KBinsDiscretizer;
import org.cairnml.preprocessing.feature.PolynomialFeatures;
import org.cairnml.preprocessing.feature.RatioFeatures;
import org.cairnml.preprocessing.impute.KNNImputer;
import org.cairnml.preprocessing.impute.SimpleImputer;
import org.cairnml.preprocessing.outlier.OutlierAction;
import org.cairnml.preprocessing.outlier.OutlierBounds;
import org.cairnml.preprocessing.outlier.OutlierRule;
import org.cairnml.preprocessing.scale.MaxAbsScaler;
import org.cairnml.preprocessing.scale.MinMaxScaler;
import org.cairnml.preprocessing.scale.Normalizer;
import org.cairnml.preprocessing.scale.PowerTransformer;
import org.cairnml.preprocessing.scale.QuantileTransformer;
import org.cairnml.preprocessing.scale.RobustScaler;
import org.cairnml.preprocessing.scale.StandardScaler;
import org.cairnml.preprocessing.select.Score;
import org.cairnml.preprocessing.select.SelectKBest;
import org.cairnml.preprocessing.select.VarianceThreshold;
import org.cairnml.testkit.Tolerance;
import org.cairnml.testkit.learner.LearnerContract;
import org.cairnml.testkit.learner.LearnerSpec;

/** Every transformer of this module keeps the contract of learners. */
final class TransformersTest extends LearnerContract {

  @Override
  protected List<LearnerSpec> learners() {
    return List.of(
        learner(new StandardScaler()).traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new SimpleImputer()).traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new OneHotEncoder()).traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE, IGNORES_WEIGHTS),
        learner(new OneHotEncoder().withMinCount(30).withDrop(Drop.FIRST))
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new OrdinalEncoder()).traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE, IGNORES_WEIGHTS),
        learner(new FrequencyEncoder()).traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new TargetEncoder()).traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new KNNImputer().withNeighbors(3)).traits(ROW_ORDER_FREE, IGNORES_WEIGHTS),
        learner(new MinMaxScaler().withClip(true))
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE, IGNORES_WEIGHTS),
        learner(new MaxAbsScaler()).traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE, IGNORES_WEIGHTS),
        learner(new RobustScaler()).traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new QuantileTransformer().withQuantiles(20))
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new PowerTransformer())
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE)
            .tolerance(Tolerance.ITERATIVE),
        learner(new Normalizer()).traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE, IGNORES_WEIGHTS),
        learner(new PolynomialFeatures())
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE, IGNORES_WEIGHTS),
        learner(new CyclicFeatures().withPeriod(7))
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE, IGNORES_WEIGHTS),
        learner(new RatioFeatures()).traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE, IGNORES_WEIGHTS),
        learner(new FeatureUnion(List.of(new StandardScaler(), new SimpleImputer())))
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new KBinsDiscretizer()).traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new OutlierBounds().withFactor(0.1)).traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(
                new OutlierBounds()
                    .withRule(OutlierRule.MAD)
                    .withFactor(0.5)
                    .withAction(OutlierAction.FLAG))
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE),
        learner(new VarianceThreshold())
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE, IGNORES_WEIGHTS),
        learner(new SelectKBest().withK(2).withScore(Score.MUTUAL_INFORMATION))
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE, IGNORES_WEIGHTS),
        learner(new SelectKBest().withK(2))
            .traits(WEIGHT_IS_REPETITION, ROW_ORDER_FREE, IGNORES_WEIGHTS));
  }
}
