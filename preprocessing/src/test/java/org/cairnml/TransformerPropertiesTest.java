package org.cairnml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairnml.base.Seed;
import org.cairnml.core.Dataset;
import org.cairnml.core.Feature;
import org.cairnml.core.HandlesMissing;
import org.cairnml.core.InvertibleTransformModel;
import org.cairnml.core.Schema;
import org.cairnml.core.SparseTransformModel;
import org.cairnml.core.TransformModel;
import org.cairnml.core.Transformer;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.preprocessing.Reference;
import org.cairnml.preprocessing.feature.CyclicFeatures;
import org.cairnml.preprocessing.feature.FeatureUnion;
import org.cairnml.preprocessing.feature.KBinsDiscretizer;
import org.cairnml.preprocessing.feature.PolynomialFeatures;
import org.cairnml.preprocessing.feature.RatioFeatures;
import org.cairnml.preprocessing.outlier.OutlierAction;
import org.cairnml.preprocessing.outlier.OutlierBounds;
import org.cairnml.preprocessing.scale.PowerTransformer;
import org.cairnml.preprocessing.scale.QuantileTransformer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every transformer, whatever it makes of the data. */
class TransformerPropertiesTest {

  private static final int ROWS = 60;

  /** Two ways to compute a value differ by the rounding of a few sums. */
  private static final double ROUNDING = 1e-9;

  static Stream<Transformer<?>> transformers() {
    return EveryTransformer.all();
  }

  /** Positive numbers of three scales and a category between them, with gaps where they may be. */
  private static Dataset data(Transformer<?> transformer) {
    SplittableRandom random = Seed.of(11).generator();
    Matrix x = Matrix.zeros(ROWS, 4);
    int[] codes = new int[ROWS];
    for (int i = 0; i < ROWS; i++) {
      x.set(i, 0, 0.5 + random.nextDouble());
      x.set(i, 1, random.nextInt(3));
      x.set(i, 2, Math.exp(3 * random.nextDouble()));
      x.set(i, 3, 1 + random.nextInt(40));
      codes[i] = x.get(i, 0) + 0.3 * x.get(i, 1) + random.nextDouble() > 1.8 ? 1 : 0;
      if (transformer instanceof HandlesMissing && i % 7 == 3) {
        x.set(i, i % 4, Double.NaN);
      }
    }
    Schema schema =
        new Schema(
            List.of(
                Feature.numeric("size"),
                Feature.category("color", List.of("blue", "green", "red")),
                Feature.numeric("price"),
                Feature.numeric("age")));
    return Dataset.of(x, schema).withLabels(Labels.ofCodes(codes, List.of("no", "yes")));
  }

  @ParameterizedTest
  @MethodSource("transformers")
  void someRowsAreTransformedAsAmongAll(Transformer<?> transformer) {
    Dataset data = data(transformer);
    TransformModel model = transformer.fit(data);
    int[] rows = IntStream.range(0, 2 * ROWS).map(i -> i * 17 % ROWS).toArray();
    assertThat(model.transform(data.x().rows(rows)))
        .isEqualTo(model.transform(data.x()).rows(rows));
  }

  @ParameterizedTest
  @MethodSource("transformers")
  void everyOutputHasANameOfItsOwn(Transformer<?> transformer) {
    TransformModel model = transformer.fit(data(transformer));
    assertThat(model.output().names()).doesNotHaveDuplicates().hasSize(model.output().width());
  }

  @ParameterizedTest
  @MethodSource("transformers")
  void theOrderOfColumnsMovesOutputsOnly(Transformer<?> transformer) {
    Dataset data = data(transformer);
    int[] order =
        transformer instanceof RatioFeatures ? new int[] {0, 2, 3, 1} : new int[] {3, 1, 0, 2};
    Dataset moved =
        data.withFeatures(
            data.x().columns(order),
            new Schema(IntStream.of(order).mapToObj(data.schema()::get).toList()));
    Map<String, double[]> expected = byName(transformer.fit(data), data);
    Map<String, double[]> actual = byName(transformer.fit(moved), moved);
    assertThat(actual.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
    expected.forEach((name, values) -> assertClose(actual.get(name), values));
  }

  /** The columns made; of a product, whatever the order of its factors. */
  private static Map<String, double[]> byName(TransformModel model, Dataset data) {
    Matrix made = model.transform(data.x());
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (int j = 0; j < made.cols(); j++) {
      String[] factors = model.output().name(j).split("\\*");
      Arrays.sort(factors);
      columns.put(String.join("*", factors), made.column(j).toArray());
    }
    return columns;
  }

  private static void assertClose(double[] actual, double[] expected) {
    Reference.assertClose(
        Matrix.wrap(actual, 1, actual.length), Matrix.wrap(expected, 1, expected.length), ROUNDING);
  }

  /**
   * All but those that make other columns of any column, powers, and quantiles, whose landmarks lie
   * between values where some are missing.
   */
  static Stream<Transformer<?>> idempotent() {
    return transformers()
        .filter(
            t ->
                !(t instanceof CyclicFeatures
                    || t instanceof FeatureUnion
                    || t instanceof KBinsDiscretizer
                    || t instanceof PolynomialFeatures
                    || t instanceof PowerTransformer
                    || t instanceof QuantileTransformer
                    || t instanceof RatioFeatures
                    || t instanceof OutlierBounds bounds && bounds.action() == OutlierAction.FLAG));
  }

  @ParameterizedTest
  @MethodSource("idempotent")
  void whatIsTransformedIsLeftAsItIs(Transformer<?> transformer) {
    Dataset data = data(transformer);
    Dataset once = transformer.fit(data).transform(data);
    Dataset twice = transformer.fit(once).transform(once);
    assertThat(twice.schema().names()).isEqualTo(once.schema().names());
    Reference.assertClose(twice.x(), once.x(), ROUNDING);
  }

  static Stream<Transformer<?>> invertible() {
    return transformers().filter(t -> t.fit(data(t)) instanceof InvertibleTransformModel);
  }

  /** Bins give a value of their own back, the others the very value. */
  @ParameterizedTest
  @MethodSource("invertible")
  void theInverseGivesTheValuesBack(Transformer<?> transformer) {
    Dataset data = data(transformer);
    var model = (InvertibleTransformModel) transformer.fit(data);
    Matrix made = model.transform(data.x());
    if (!(transformer instanceof KBinsDiscretizer)) {
      Reference.assertClose(model.inverse(made), data.x(), ROUNDING);
    }
    Reference.assertClose(model.transform(model.inverse(made)), made, ROUNDING);
  }

  static Stream<Transformer<?>> sparse() {
    return transformers().filter(t -> t.fit(data(t)) instanceof SparseTransformModel);
  }

  @ParameterizedTest
  @MethodSource("sparse")
  void sparseRowsAreTheDenseOnesWithoutZeros(Transformer<?> transformer) {
    Dataset data = data(transformer);
    var model = (SparseTransformModel) transformer.fit(data);
    assertThat(model.transformSparse(data.x()).toDense()).isEqualTo(model.transform(data.x()));
  }
}
