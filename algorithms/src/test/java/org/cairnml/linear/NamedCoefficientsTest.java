package org.cairnml.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cairnml.linear.ClassificationData.THREE;
import static org.cairnml.linear.ClassificationData.TWO;

import java.util.List;
import java.util.Map;
import org.cairnml.base.DataException;
import org.cairnml.core.Classifier;
import org.cairnml.core.Dataset;
import org.cairnml.core.Regressor;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;
import org.cairnml.preprocessing.scale.StandardScaler;
import org.junit.jupiter.api.Test;

/** Every linear model tells its coefficients by the names of features, and has a table. */
class NamedCoefficientsTest {

  private static final Dataset DATA =
      Dataset.of(Matrix.of(6, 2, 1, 2, 2, 1, 3, 5, 4, 2, 5, 9, 6, 4), Schema.numeric("size", "age"))
          .withTarget(3, 4, 8, 7, 13, 11);

  private static final List<Regressor<? extends LinearCoefficients>> REGRESSORS =
      List.of(
          new ElasticNet().withAlpha(0.1),
          new ElasticNetCV().withFolds(2),
          new GeneralizedLinearModel(),
          new HuberRegressor(),
          new Lasso().withAlpha(0.1),
          new LassoCV().withFolds(2),
          new LinearRegression(),
          new QuantileRegressor(),
          new Ridge(),
          new RidgeCV(),
          new SGDRegressor());

  private static final List<Classifier<? extends ClassCoefficients>> CLASSIFIERS =
      List.of(
          new LinearDiscriminantAnalysis(),
          new LogisticRegression(),
          new LogisticRegression().withPenalty(Penalty.L1),
          new SGDClassifier());

  private static final Dataset SCALED =
      THREE.withFeatures(new StandardScaler().fit(THREE).transform(THREE.x()), THREE.schema());

  @Test
  void ofNumbers() {
    for (var learner : REGRESSORS) {
      LinearCoefficients model = learner.fit(DATA);
      Map<String, Double> named = model.namedCoefficients();
      assertThat(named.keySet()).as("%s", learner).containsExactly("size", "age");
      assertThat(named.values()).containsExactly(model.coefficients()[0], model.coefficients()[1]);
      assertThat(model.coefficient("age")).isEqualTo(named.get("age"));
      assertThat(model.table()).contains("size", "age", "(intercept)");
      assertThatThrownBy(() -> model.coefficient("weight"))
          .isInstanceOf(DataException.class)
          .hasMessageContainingAll("weight", "size");
    }
  }

  @Test
  void ofClasses() {
    for (var learner : CLASSIFIERS) {
      ClassCoefficients three = learner.fit(SCALED);
      assertThat(three.namedCoefficients().keySet()).containsExactly("ash", "birch", "cedar");
      assertThat(three.namedCoefficients().get("birch").get("x2"))
          .isEqualTo(three.coefficients().get(1, 2));
      assertThat(three.table()).contains("ash", "birch", "cedar", "x2", "(intercept)");
    }
    LogisticModel two = new LogisticRegression().fit(TWO);
    assertThat(two.namedCoefficients()).containsOnlyKeys("birch");
    assertThat(two.namedCoefficients().get("birch"))
        .containsEntry("x3", two.coefficients().get(0, 3));
  }
}
