package org.cairnml.boosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.cairnml.core.Dataset;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.testing.Reference;
import org.junit.jupiter.api.Test;

/** Errors on rows that were not trained on, beside XGBoost's with the same settings. */
final class BoostingQualityTest {

  private static final int FOLDS = 6;
  private static final Reference TABLE = Reference.table(BoostingQualityTest.class, "quality.csv");
  private static final Matrix X = TABLE.matrixOf("x");

  /** What xgboost 1.7.4 reaches, in the header of quality.csv. */
  private static final double XGBOOST_RMSE = 1.0001;

  private static final double XGBOOST_LOSS_OF_TWO = 0.5291;
  private static final double XGBOOST_LOSS_OF_THREE = 0.8871;

  /** Over 12 such sets the ratio of the errors was 1.00 on average, its deviation at most .017. */
  private static final double LUCK = 1.03;

  private static final BoostingSettings SETTINGS =
      new BoostingSettings()
          .withTrees(60)
          .withMaxLeaves(15)
          .withMinSamplesLeaf(1)
          .withMinChildWeight(1)
          .withL2(1);

  /**
   * Of three classes XGBoost takes the second derivatives times 2: with half of the rate and of
   * what is compared with them, the steps are the same.
   */
  private static final BoostingSettings SETTINGS_OF_THREE =
      SETTINGS.withLearningRate(0.05).withMinChildWeight(0.5).withL2(0.5);

  private static int[] rows(IntPredicate of) {
    return IntStream.range(0, X.rows()).filter(of).toArray();
  }

  @Test
  void ofNumbers() {
    Dataset all = Dataset.of(X, TABLE.numbers("number"));
    var learner = new GradientBoostingRegressor().withBoosting(SETTINGS);
    double sum = 0;
    for (int k = 0; k < FOLDS; k++) {
      int fold = k;
      Dataset held = all.rows(rows(i -> i % FOLDS == fold));
      var model = learner.fit(all.rows(rows(i -> i % FOLDS != fold)));
      double[] predicted = model.predict(held.x()).toArray();
      double[] y = held.target();
      for (int i = 0; i < y.length; i++) {
        sum += (predicted[i] - y[i]) * (predicted[i] - y[i]);
      }
    }
    assertThat(Math.sqrt(sum / X.rows())).isLessThan(XGBOOST_RMSE * LUCK);
  }

  @Test
  void ofTwoClasses() {
    assertThat(logLoss("two", SETTINGS)).isLessThan(XGBOOST_LOSS_OF_TWO * LUCK);
  }

  @Test
  void ofThreeClasses() {
    assertThat(logLoss("three", SETTINGS_OF_THREE)).isLessThan(XGBOOST_LOSS_OF_THREE * LUCK);
  }

  private static double logLoss(String target, BoostingSettings settings) {
    int[] classes = Arrays.stream(TABLE.numbers(target)).mapToInt(v -> (int) v).toArray();
    Dataset all = Dataset.of(X, Labels.of(classes));
    var learner = new GradientBoostingClassifier().withBoosting(settings);
    double sum = 0;
    for (int k = 0; k < FOLDS; k++) {
      int fold = k;
      Dataset held = all.rows(rows(i -> i % FOLDS == fold));
      var model = learner.fit(all.rows(rows(i -> i % FOLDS != fold)));
      Matrix p = model.probabilities(held.x());
      for (int i = 0; i < p.rows(); i++) {
        sum -= Math.log(p.get(i, held.labels().code(i)));
      }
    }
    return sum / X.rows();
  }
}
