package org.cairnml.preprocessing.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.core.Feature;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;
import org.cairnml.preprocessing.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeaturesTest {

  private final Reference reference = Reference.read("features.txt");
  private final Matrix x = reference.matrix("x");

  @Test
  void productsEqualScikitLearn() {
    reference.assertSame(
        new PolynomialFeatures().withDegree(3).fit(x).transform(x), "polynomial.3");
    var interactions = new PolynomialFeatures().withProducts(Products.INTERACTIONS).withBias(false);
    reference.assertSame(interactions.fit(x).transform(x), "polynomial.interactions");
  }

  @Test
  void productsAreNamedByTheirFactors() {
    Dataset data = Dataset.of(Matrix.of(1, 2, 3, 4), Schema.numeric("a", "b"));
    assertThat(new PolynomialFeatures().fit(data).output().names())
        .containsExactly("1", "a", "b", "a^2", "a*b", "b^2");
  }

  @Test
  void categoriesFollowTheProducts() {
    var schema =
        new Schema(List.of(Feature.category("c", List.of("u", "v")), Feature.numeric("a")));
    PolynomialModel model = new PolynomialFeatures().fit(Dataset.of(Matrix.of(1, 2, 1, 3), schema));
    assertThat(model.output().names()).containsExactly("1", "a", "a^2", "c");
    assertThat(model.transform(new double[] {1, 3})).containsExactly(1, 3, 9, 1);
  }

  @Test
  void tooManyProductsAreRefusedBeforeTheyAreMade() {
    assertThatThrownBy(() -> new PolynomialFeatures().withDegree(8).fit(Matrix.zeros(1, 100)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("100 numeric columns")
        .hasMessageContaining("degree 8");
  }

  @Test
  void aProductThatOverflowsIsRefusedByRowAndName() {
    Dataset data = Dataset.of(Matrix.of(2, 1, 1, 1e200), Schema.numeric("a"));
    assertThatThrownBy(() -> new PolynomialFeatures().fit(data))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 1")
        .hasMessageContaining("a^2");
  }

  @ParameterizedTest
  @CsvSource({"UNIFORM, uniform", "QUANTILE, quantile", "K_MEANS, kmeans"})
  void binsEqualScikitLearn(BinStrategy strategy, String name) {
    var bins = new KBinsDiscretizer(4, strategy, BinEncoding.ORDINAL);
    BinsModel model = bins.fit(x);
    reference.assertSame(model.transform(x), "bins." + name);
    reference.assertSame(model.inverse(model.transform(x)), "bins." + name + ".inverse");
  }

  @Test
  void oneHotBinsEqualScikitLearn() {
    BinsModel model = new KBinsDiscretizer().fit(x);
    reference.assertSame(model.transform(x), "bins.onehot");
    reference.assertSame(model.inverse(model.transform(x)), "bins.onehot.inverse");
  }

  @Test
  void theInverseRefusesWhatIsNoBin() {
    BinsModel model = new KBinsDiscretizer(4, BinStrategy.UNIFORM, BinEncoding.ORDINAL).fit(x);
    assertThat(model.inverse(new double[] {Double.NaN, 0, 0})[0]).isNaN();
    assertThatThrownBy(() -> model.inverse(new double[] {0, 4, 0}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("'x1'")
        .hasMessageContaining("4.0")
        .hasMessageContaining("0 to 3");
    BinsModel spread = new KBinsDiscretizer().fit(Matrix.of(3, 1, 4, 4, 4));
    assertThat(spread.inverse(new double[] {1})).containsExactly(4);
    assertThat(spread.inverse(new double[] {0})).containsExactly(Double.NaN);
  }

  @Test
  void binsAreNamedByTheirInterval() {
    Dataset data = Dataset.of(Matrix.of(4, 1, 0, 1, 2, 3), Schema.numeric("age"));
    var model = new KBinsDiscretizer(3, BinStrategy.UNIFORM, BinEncoding.ONE_HOT).fit(data);
    assertThat(model.output().names()).containsExactly("age=<1.0", "age=[1.0,2.0)", "age=>=2.0");
    assertThat(model.transform(new double[] {1})).containsExactly(0, 1, 0);
    assertThat(model.transform(new double[] {-9})).containsExactly(1, 0, 0);
    assertThat(model.transform(new double[] {99})).containsExactly(0, 0, 1);
  }

  @Test
  void aConstantColumnIsOneBin() {
    BinsModel model = new KBinsDiscretizer().fit(Matrix.of(3, 1, 4, 4, 4));
    assertThat(model.cuts(0)).isEmpty();
    assertThat(model.transform(new double[] {7})).containsExactly(1);
  }
}
