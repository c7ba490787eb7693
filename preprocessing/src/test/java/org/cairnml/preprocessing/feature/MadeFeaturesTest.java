package org.cairnml.preprocessing.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.core.Feature;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;
import org.cairnml.preprocessing.encode.TargetEncoder;
import org.cairnml.preprocessing.impute.SimpleImputer;
import org.cairnml.preprocessing.scale.StandardScaler;
import org.junit.jupiter.api.Test;

/** Cyclic features, ratios and unions. */
class MadeFeaturesTest {

  /** Sine and cosine of a full circle. */
  private static final double ROUNDING = 1e-15;

  @Test
  void theEndOfACycleIsItsBeginning() {
    CyclicModel model = new CyclicFeatures().fit(Matrix.of(new double[][] {{0}, {24}, {6}}));
    assertThat(model.output().names()).containsExactly("x0 sin", "x0 cos");
    assertThat(model.transform(new double[] {24})).isEqualTo(model.transform(new double[] {0}));
    assertThat(model.transform(new double[] {6})[0]).isEqualTo(1);
    double[] point = model.transform(new double[] {-7.5});
    assertThat(point[0] * point[0] + point[1] * point[1]).isCloseTo(1, within(ROUNDING));
    assertThat(model.transform(new double[] {Double.NaN})).containsOnly(Double.NaN);
  }

  @Test
  void ratiosOfEachColumnToTheLaterOnes() {
    Dataset data =
        Dataset.of(
            Matrix.of(new double[][] {{6, 3, 2}, {1, 0, -4}, {0, 0, Double.NaN}}),
            Schema.numeric("a", "b", "c"));
    RatioModel model = new RatioFeatures().withByZero(-1).fit(data);
    assertThat(model.output().names()).containsExactly("a", "b", "c", "a/b", "a/c", "b/c");
    assertThat(model.transform(data.x()).toArray())
        .isEqualTo(
            new double[][] {
              {6, 3, 2, 2, 3, 1.5},
              {1, 0, -4, -1, -0.25, -0.0},
              {0, 0, Double.NaN, -1, Double.NaN, Double.NaN}
            });
    Dataset huge =
        Dataset.of(Matrix.of(new double[][] {{1e300, 1e-300}}), Schema.numeric("a", "b"));
    assertThatThrownBy(() -> new RatioFeatures().fit(huge))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 0, column 'a/b'");
  }

  @Test
  void aUnionPutsItsPartsSideBySide() {
    Matrix x = Matrix.of(new double[][] {{1, 10}, {3, Double.NaN}, {5, 30}});
    var scaler = new StandardScaler();
    var imputer = new SimpleImputer().withIndicator(true);
    FeatureUnionModel model = new FeatureUnion(List.of(scaler, imputer)).fit(x);
    assertThat(model.output().names())
        .containsExactly("x0", "x1", "x0 [2]", "x1 [2]", "x1 missing");
    Matrix made = model.transform(x);
    assertThat(made.slice(0, 3, 0, 2).copy()).isEqualTo(scaler.fit(x).transform(x));
    assertThat(made.slice(0, 3, 2, 5).copy()).isEqualTo(imputer.fit(x).transform(x));
    assertThatThrownBy(() -> new FeatureUnion().fit(x))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aUnionDoesNotShowTrainingRowsTheirOwnTarget() {
    var schema = new Schema(List.of(Feature.category("c", List.of("u", "v"))));
    Matrix x = Matrix.of(new double[][] {{0}, {0}, {0}, {1}, {1}, {1}, {1}, {0}});
    Dataset data = Dataset.of(x, schema).withTarget(5, 1, 2, 8, 9, 7, 6, 3);
    var encoder = new TargetEncoder();
    var union = new FeatureUnion(List.of(encoder));
    assertThat(union.transformTraining(union.fit(data), data, new FitOptions()).x())
        .isEqualTo(encoder.transformTraining(encoder.fit(data), data, new FitOptions()).x());
  }
}
