package org.cairnml.preprocessing.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.core.InvertibleTransformModel;
import org.cairnml.core.TransformModel;
import org.cairnml.core.Transformer;
import org.cairnml.linalg.Matrix;
import org.cairnml.preprocessing.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalersTest {

  /** Two line searches for the top of a flat likelihood stop within the root of rounding. */
  private static final double SEARCH = 1e-6;

  private final Reference reference = Reference.read("transformers.txt");
  private final Matrix holes = reference.matrix("holes");
  private final Matrix varying = reference.matrix("x").columns(new int[] {0, 3});

  private static Matrix fitTransform(Transformer<?> transformer, Matrix x) {
    return transformer.fit(x).transform(x);
  }

  @Test
  void linearScalersEqualScikitLearn() {
    reference.assertSame(fitTransform(new MinMaxScaler(), holes), "minmax");
    reference.assertSame(
        fitTransform(new MinMaxScaler().withLow(-1).withHigh(3), holes), "minmax.range");
    reference.assertSame(fitTransform(new MaxAbsScaler(), holes), "maxabs");
    reference.assertSame(fitTransform(new RobustScaler(), holes), "robust");
    reference.assertSame(
        fitTransform(new RobustScaler().withLower(0.1).withUpper(0.9), holes), "robust.deciles");
  }

  @ParameterizedTest
  @EnumSource(Norm.class)
  void normalizerEqualsScikitLearn(Norm norm) {
    reference.assertSame(
        fitTransform(new Normalizer(norm), reference.matrix("x")),
        "normalizer." + norm.name().toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 60})
  void quantilesEqualScikitLearn(int count) {
    Matrix x = reference.matrix("rounded");
    var transformer = new QuantileTransformer().withQuantiles(count);
    Reference.assertClose(
        fitTransform(transformer, x), reference.matrix("quantile.uniform." + count), 1e-12);
    Reference.assertClose(
        fitTransform(transformer.withShape(Shape.NORMAL), x),
        reference.matrix("quantile.normal." + count),
        1e-8);
  }

  @Test
  void powersEqualScikitLearn() {
    PowerModel model = new PowerTransformer().fit(varying);
    assertThat(model.lambdas())
        .containsExactly(reference.values("power.lambdas"), Offset.offset(SEARCH));
    Reference.assertClose(model.transform(varying), reference.matrix("power"), 10 * SEARCH);
    Matrix positive = varying.columns(new int[] {1});
    PowerModel boxCox = new PowerTransformer().withMethod(PowerMethod.BOX_COX).fit(positive);
    assertThat(boxCox.lambdas())
        .containsExactly(reference.values("boxcox.lambdas"), Offset.offset(SEARCH));
    Reference.assertClose(boxCox.transform(positive), reference.matrix("boxcox"), 10 * SEARCH);
  }

  @Test
  void boxCoxRefusesWhatIsNotPositive() {
    var boxCox = new PowerTransformer().withMethod(PowerMethod.BOX_COX);
    assertThatThrownBy(() -> boxCox.fit(Matrix.of(2, 1, 3, -1)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 1")
        .hasMessageContaining("x0")
        .hasMessageContaining("Yeo-Johnson");
    PowerModel model = boxCox.fit(Matrix.of(3, 1, 1, 2, 5));
    assertThatThrownBy(() -> model.transform(new double[] {0}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("x0");
  }

  @Test
  void inversesGiveTheInputBack() {
    Matrix x = reference.matrix("x");
    for (Transformer<? extends InvertibleTransformModel> transformer :
        List.<Transformer<? extends InvertibleTransformModel>>of(
            new MinMaxScaler(),
            new MaxAbsScaler(),
            new RobustScaler(),
            new PowerTransformer(),
            new QuantileTransformer())) {
      InvertibleTransformModel model = transformer.fit(x);
      Reference.assertClose(model.inverse(model.transform(x)), x, 1e-9);
    }
    var normal = new QuantileTransformer().withShape(Shape.NORMAL).fit(varying);
    Reference.assertClose(normal.inverse(normal.transform(varying)), varying, 1e-6);
  }

  @Test
  void clippingHoldsNewValuesToTheRange() {
    Matrix x = Matrix.of(2, 1, 0, 10);
    ScalingModel clipped = new MinMaxScaler().withClip(true).fit(x);
    assertThat(clipped.transform(Matrix.of(3, 1, -5, 5, 20)).data()).containsExactly(0, 0.5, 1);
    assertThat(new MinMaxScaler().fit(x).transform(new double[] {20})).containsExactly(2);
  }

  @Test
  void aConstantColumnKeepsItsScale() {
    Matrix x = Matrix.of(3, 1, 4, 4, 4);
    assertThat(fitTransform(new MinMaxScaler(), x).data()).containsExactly(0, 0, 0);
    assertThat(fitTransform(new RobustScaler(), x).data()).containsExactly(0, 0, 0);
    assertThat(fitTransform(new MaxAbsScaler(), x).data()).containsExactly(1, 1, 1);
    assertThat(fitTransform(new PowerTransformer(), x).data()).containsExactly(0, 0, 0);
    assertThat(fitTransform(new QuantileTransformer(), x).data()).containsExactly(0, 0, 0);
  }

  @Test
  void aRowOfWeightTwoCountsAsTwoRows() {
    Matrix x = Matrix.of(5, 1, 1, 7, 2, 9, 3);
    Dataset weighted = Dataset.of(x).withWeights(2, 1, 0, 1, 3);
    Matrix repeated = Matrix.of(7, 1, 1, 1, 7, 9, 3, 3, 3);
    for (Transformer<?> transformer :
        List.<Transformer<?>>of(
            new RobustScaler(),
            new MinMaxScaler(),
            new MaxAbsScaler(),
            new PowerTransformer(),
            new QuantileTransformer().withQuantiles(4))) {
      TransformModel one = transformer.fit(weighted);
      TransformModel two = transformer.fit(repeated);
      Reference.assertClose(one.transform(x), two.transform(x), 1e-6);
    }
  }

  @Test
  void aRangeThatIsEmptyIsRefused() {
    assertThatThrownBy(() -> new MinMaxScaler().withLow(2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2.0");
    assertThatThrownBy(() -> new RobustScaler().withLower(0.5))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
