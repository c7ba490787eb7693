package org.cairnml.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cairnml.core.ClassWeights;
import org.cairnml.core.Dataset;
import org.cairnml.core.Feature;
import org.cairnml.core.Schema;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.junit.jupiter.api.Test;

final class CategoriesAndWeightsTest {

  /** Derivatives are rounded to some 2^-30 of the largest before they are added up. */
  private static final double GRADIENT_UNIT = 1e-6;

  private static final List<String> CLASSES = List.of("a", "b", "c");

  /** Columns of 60 values each, and classes of which the last is rare. */
  private static Dataset classes() {
    var random = new SplittableRandom(1);
    int n = 1500;
    Matrix x = Matrix.zeros(n, 3);
    int[] codes = new int[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < 3; j++) {
        x.set(i, j, random.nextInt(60));
      }
      double sum = x.get(i, 0) + random.nextInt(40);
      codes[i] = sum > 80 ? 2 : sum > 40 ? 1 : 0;
    }
    return Dataset.of(x).withLabels(Labels.ofCodes(codes, CLASSES));
  }

  @Test
  void balancedClassesAreRowsWeighedByTheirClass() {
    Dataset data = classes();
    int[] counts = data.labels().counts();
    double[] weights =
        IntStream.of(data.labels().codes())
            .mapToDouble(code -> (double) data.rows() / (CLASSES.size() * counts[code]))
            .toArray();
    var learner = new GradientBoostingClassifier().withTrees(10);
    var balanced = learner.withClassWeights(ClassWeights.BALANCED).fit(data);
    var weighted = learner.fit(data.withWeights(weights));
    assertThat(balanced.trees()).isEqualTo(weighted.trees());
  }

  @Test
  void weightsOfClassifiedRowsAreRepetitions() {
    Dataset data = classes();
    double[] weights = IntStream.range(0, data.rows()).mapToDouble(i -> 1 + i % 3).toArray();
    int[] repeated =
        IntStream.range(0, data.rows())
            .flatMap(i -> IntStream.range(0, 1 + i % 3).map(k -> i))
            .toArray();
    var learner =
        new GradientBoostingClassifier().withTrees(5).withMinSamplesLeaf(1).withMinChildWeight(1);
    double[] once = learner.fit(data.withWeights(weights)).probabilities(data.x()).data();
    double[] often = learner.fit(data.rows(repeated)).probabilities(data.x()).data();
    assertThat(once).containsExactly(often, within(GRADIENT_UNIT));
  }

  @Test
  void aCategoryNeverSeenCountsAsMissing() {
    var random = new SplittableRandom(2);
    int n = 900;
    Matrix x = Matrix.zeros(n, 1);
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x.set(i, 0, i % 9 == 0 ? Double.NaN : random.nextInt(5));
      y[i] = Double.isNaN(x.get(i, 0)) ? 20 : x.get(i, 0);
    }
    var schema = new Schema(List.of(Feature.category("k", List.of("0", "1", "2", "3", "4"))));
    var model = new GradientBoostingRegressor().fit(Dataset.of(x, schema).withTarget(y));
    double missing = model.predict(new double[] {Double.NaN});
    assertThat(missing).isCloseTo(20, within(0.1));
    assertThat(model.predict(new double[] {Feature.UNSEEN})).isEqualTo(missing);
    Matrix batch = Matrix.wrap(new double[] {Feature.UNSEEN, 5, Double.NaN, 1}, 4, 1);
    assertThat(model.predict(batch).toArray())
        .containsExactly(missing, missing, missing, model.predict(new double[] {1}));
  }
}
