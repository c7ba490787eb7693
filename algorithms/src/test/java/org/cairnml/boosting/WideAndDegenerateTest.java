package org.cairnml.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cairnml.base.Seed;
import org.cairnml.base.Workers;
import org.cairnml.core.Dataset;
import org.cairnml.core.Feature;
import org.cairnml.core.Schema;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.tree.Importance;
import org.cairnml.tree.Tree;
import org.cairnml.tree.bins.Binning;
import org.junit.jupiter.api.Test;

/** Data at the limits of what boosting takes, and what must not change its trees. */
final class WideAndDegenerateTest {

  private static final double SUMS_IN_FIXED_POINT = 1e-5;

  private static final GradientBoostingRegressor SMALL_LEAVES =
      new GradientBoostingRegressor().withTrees(10).withMinSamplesLeaf(1);

  private static Matrix uniform(int n, int d, long seed) {
    return Matrix.wrap(new SplittableRandom(seed).doubles((long) n * d, -1, 1).toArray(), n, d);
  }

  private static Dataset curved(int n, int d, long seed) {
    Matrix x = uniform(n, d, seed);
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      y[i] = 3 * x.get(i, 0) + Math.abs(x.get(i, 1)) + (x.get(i, 2) > 0.2 ? x.get(i, 0) : 0);
    }
    return Dataset.of(x, y);
  }

  private static Dataset twoClasses(Matrix x, int... codes) {
    return Dataset.of(x).withLabels(Labels.ofCodes(codes, List.of("no", "yes")));
  }

  @Test
  void aHundredThousandColumnsAreTaken() {
    Dataset data = curved(160, 100_000, 1);
    var model = SMALL_LEAVES.withTrees(2).fit(data);
    assertThat(model.trees()).allMatch(tree -> tree.leaves() == 31);
    assertThat(model.trees().get(0).feature(0)).isEqualTo(0);
  }

  @Test
  void treesDoNotDependOnTheMemoryForHistograms() {
    Dataset data = curved(3000, 7, 2);
    Tree everyLeafHasOne = tree(data, Long.MAX_VALUE);
    assertThat(everyLeafHasOne.leaves()).isEqualTo(31);
    long oneHistogram = 8L * 256 * Long.BYTES;
    for (long bytes : new long[] {0, oneHistogram, 3 * oneHistogram, 9 * oneHistogram}) {
      assertThat(tree(data, bytes)).isEqualTo(everyLeafHasOne);
    }
  }

  private static Tree tree(Dataset data, long poolBytes) {
    Workers workers = Workers.of(2);
    int n = data.rows();
    Binning binning = Binning.of(data.x(), data.schema(), null, 255, workers);
    PackedBins bins = PackedBins.of(binning.apply(data.x(), workers), 31, workers);
    int[] active = IntStream.range(0, n).toArray();
    double[] first = Arrays.stream(data.target()).map(y -> -y).toArray();
    double[] second = first.clone();
    Arrays.setAll(second, i -> 0.2 + i % 3);
    TreeSettings settings = new TreeSettings();
    ColumnSample allColumns = new ColumnSample(new BoostingSettings(), data.cols(), Seed.of(0));
    Constraints free = Constraints.of(data.schema(), List.of(), List.of(), List.of(), 10);
    Tree[] grown = new Tree[1];
    Crew.lead(
        workers,
        crew -> {
          GradientPack pack = new GradientPack(n);
          pack.set(crew, 0, first, second, active, n);
          grown[0] =
              new TreeGrower(bins, settings, free, crew.size(), poolBytes)
                  .grow(crew, 0, pack, active, n, allColumns)
                  .toTree();
        });
    return grown[0];
  }

  @Test
  void aThousandCategoriesAreTaken() {
    int n = 6000;
    Matrix x = Matrix.zeros(n, 1);
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x.set(i, 0, i % 1000);
      y[i] = i % 1000 % 2 == 0 ? 5 : -5;
    }
    List<String> names = IntStream.range(0, 1000).mapToObj(k -> "k" + k).toList();
    Schema schema = new Schema(List.of(Feature.category("code", names)));
    var model = SMALL_LEAVES.fit(Dataset.of(x, schema).withTarget(y));
    double[] p = model.predict(x).toArray();
    double explained = 0;
    for (int i = 0; i < n; i++) {
      assertThat(p[i]).isBetween(-5.1, 5.1);
      explained += p[i] * y[i];
    }
    assertThat(explained).isPositive();
  }

  @Test
  void columnsThatSayNothingMakeNoSplit() {
    double[] y = {1, 2, 3, 6};
    for (double value : new double[] {7, Double.NaN}) {
      Matrix x = Matrix.wrap(new double[] {value, value, value, value}, 4, 1);
      var model = SMALL_LEAVES.fit(Dataset.of(x, y));
      assertThat(model.predict(new double[] {value})).isCloseTo(3, within(SUMS_IN_FIXED_POINT));
      assertThat(model.trees()).allMatch(tree -> tree.nodes() == 1);
    }
  }

  @Test
  void oneRowIsPredictedAsItself() {
    Matrix x = Matrix.wrap(new double[] {1, 2}, 1, 2);
    var model = SMALL_LEAVES.fit(Dataset.of(x, new double[] {4.5}));
    assertThat(model.predict(new double[] {9, 9})).isCloseTo(4.5, within(SUMS_IN_FIXED_POINT));
  }

  @Test
  void conflictingLabelsOfEqualRowsBecomeTheirShares() {
    Matrix x = Matrix.zeros(40, 2);
    int[] codes = IntStream.range(0, 40).map(i -> i % 4 == 0 ? 1 : 0).toArray();
    var model = new GradientBoostingClassifier().withMinSamplesLeaf(1).fit(twoClasses(x, codes));
    assertThat(model.probabilities(new double[2])[1]).isCloseTo(0.25, within(SUMS_IN_FIXED_POINT));
  }

  @Test
  void extremeValuesAreSplit() {
    double[] values = {-Double.MAX_VALUE, -1e300, Double.MIN_VALUE, 0, 1e-300, 1e300};
    Matrix x = Matrix.wrap(values, 6, 1);
    double[] y = {0, 1, 2, 3, 4, 5};
    double[] p = SMALL_LEAVES.withTrees(150).fit(Dataset.of(x, y)).predict(x).toArray();
    assertThat(p[0]).isCloseTo(0, within(0.01));
    assertThat(p[5]).isCloseTo(5, within(0.01));
    var large = SMALL_LEAVES.withTrees(150).fit(Dataset.of(x, new double[] {0, 0, 0, 0, 0, 1e12}));
    assertThat(large.predict(new double[] {1e300})).isCloseTo(1e12, within(1e8));
  }

  @Test
  void aBinaryColumnWhoseBorderRowsShareALabelIsSplit() {
    int n = 200;
    Matrix x = Matrix.zeros(n, 1);
    int[] codes = new int[n];
    for (int i = 0; i < n; i++) {
      x.set(i, 0, i < 100 ? 0 : 1);
      codes[i] = i < 90 || i >= 190 ? 0 : 1;
      codes[i] = i == 99 || i == 100 ? 1 : codes[i];
    }
    var model = new GradientBoostingClassifier().withTrees(1).fit(twoClasses(x, codes));
    assertThat(model.trees().get(0).leaves()).isEqualTo(2);
    assertThat(model.predictCode(new double[] {0})).isZero();
    assertThat(model.predictCode(new double[] {1})).isEqualTo(1);
  }

  @Test
  void aMonotoneTransformLeavesThePartition() {
    Dataset data = curved(200, 3, 3);
    Matrix bent = data.x().copy();
    for (int i = 0; i < bent.rows(); i++) {
      bent.set(i, 0, Math.exp(4 * bent.get(i, 0)));
      bent.set(i, 1, Math.cbrt(bent.get(i, 1)));
    }
    var model = SMALL_LEAVES.fit(data);
    var ofBent = SMALL_LEAVES.fit(Dataset.of(bent, data.target()));
    assertThat(ofBent.leafIndices(bent)).isDeepEqualTo(model.leafIndices(data.x()));
  }

  @Test
  void permutedColumnsPermuteImportances() {
    Dataset data = curved(500, 5, 4);
    int[] from = {3, 0, 4, 2, 1};
    Matrix permuted = Matrix.zeros(500, 5);
    for (int i = 0; i < 500; i++) {
      for (int j = 0; j < 5; j++) {
        permuted.set(i, j, data.x().get(i, from[j]));
      }
    }
    double[] one = Importance.GAIN.of(SMALL_LEAVES.fit(data).trees(), 5);
    var other = SMALL_LEAVES.fit(Dataset.of(permuted, data.target()));
    double[] permutedOne = Importance.GAIN.of(other.trees(), 5);
    for (int j = 0; j < 5; j++) {
      assertThat(permutedOne[j]).isCloseTo(one[from[j]], within(1e-9));
    }
  }
}
