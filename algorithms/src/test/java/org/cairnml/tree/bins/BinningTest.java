package org.cairnml.tree.bins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.cairnml.base.DataException;
import org.cairnml.base.Seed;
import org.cairnml.base.Workers;
import org.cairnml.core.Feature;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;
import org.junit.jupiter.api.Test;

class BinningTest {

  private static Binning bins(double[] column, double[] weights, int maxBins) {
    Matrix x = Matrix.ofColumns(column);
    return Binning.of(x, Schema.numeric(1), weights, maxBins, Workers.of(1));
  }

  @Property
  void binAndThresholdAskTheSameQuestion(
      @ForAll @Size(min = 1, max = 60) double[] column,
      @ForAll @IntRange(min = 2, max = 20) int k) {
    FeatureBins bins = bins(column, null, k).feature(0);
    assertThat(bins.count()).isBetween(1, k);
    for (double value : column) {
      for (int b = 0; b < bins.count() - 1; b++) {
        assertThat(bins.bin(value) <= b).isEqualTo(value <= bins.bound(b));
      }
    }
  }

  @Test
  void fewDistinctValuesHaveABinEach() {
    double[] column = {3, 1, Double.NaN, 1, -2, 3, 0.0, -0.0};
    FeatureBins bins = bins(column, null, 4).feature(0);
    assertThat(bins.count()).isEqualTo(4);
    assertThat(Arrays.stream(column).mapToInt(bins::bin)).containsExactly(3, 2, 4, 2, 0, 3, 1, 1);
  }

  @Test
  void manyValuesFillBinsEvenly() {
    double[] column = Seed.of(1).generator().doubles(100_000).toArray();
    FeatureBins bins = bins(column, null, 255).feature(0);
    int[] counts = new int[bins.count() + 1];
    Arrays.stream(column).forEach(v -> counts[bins.bin(v)]++);
    double expected = column.length / 255.0;
    assertThat(bins.count()).isEqualTo(255);
    for (int b = 0; b < 255; b++) {
      assertThat((double) counts[b]).as("bin %d", b).isBetween(0.6 * expected, 1.5 * expected);
    }
  }

  @Test
  void weightsMoveTheQuantiles() {
    double[] column = IntStream.range(0, 10_000).mapToDouble(i -> i).toArray();
    double[] weights = Arrays.stream(column).map(v -> v < 5_000 ? 9 : 1).toArray();
    FeatureBins bins = bins(column, weights, 100).feature(0);
    assertThat(bins.bin(4_999)).isBetween(88, 92);
  }

  @Test
  void aHeavyValueHasABinOfItsOwn() {
    double[] column = IntStream.range(0, 2_000).mapToDouble(i -> i % 2 == 0 ? 500.5 : i).toArray();
    FeatureBins bins = bins(column, null, 16).feature(0);
    int heavy = bins.bin(500.5);
    assertThat(bins.high(heavy) - bins.low(heavy)).isLessThan(120);
    assertThat(bins.count()).isGreaterThan(8);
  }

  @Test
  void theRarestOfTooManyCategoriesShareABin() {
    List<String> levels = IntStream.range(0, 1_000).mapToObj(i -> "c" + i).toList();
    double[] column =
        IntStream.range(0, 3_000).mapToDouble(i -> i % 1_000 % (1 + i % 997)).toArray();
    Schema schema = new Schema(List.of(Feature.category("city", levels)));
    Matrix x = Matrix.ofColumns(column);
    Binning binning = Binning.of(x, schema, null, 255, Workers.of(2));
    FeatureBins bins = binning.feature(0);
    assertThat(bins.count()).isEqualTo(255);
    assertThat(bins.bin(0)).isZero();
    assertThat(bins.bin(1_000)).isEqualTo(bins.missingBin());
    assertThat(bins.bin(0.5)).isEqualTo(bins.missingBin());
    assertThat(bins.bin(Double.NaN)).isEqualTo(bins.missingBin());
    BinnedData data = binning.apply(x, Workers.of(2));
    for (int i = 0; i < column.length; i++) {
      assertThat(data.column(0)[i] & 0xff).isEqualTo(bins.bin(column[i]));
    }
  }

  @Test
  void aCategoryThatIsNoneIsNamed() {
    Schema schema = new Schema(List.of(Feature.category("city", List.of("a", "b"))));
    Matrix x = Matrix.ofColumns(new double[] {0, 2});
    assertThatThrownBy(() -> Binning.of(x, schema, null, 255, Workers.of(1)))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("row 1", "city", "2.0", "2 categories");
  }

  @Test
  void extremeValuesKeepTheirOrder() {
    double[] column = {-Double.MAX_VALUE, Double.MAX_VALUE, Double.MIN_VALUE, 0, 1e308};
    FeatureBins bins = bins(column, null, 255).feature(0);
    assertThat(Arrays.stream(column).mapToInt(bins::bin)).containsExactly(0, 4, 2, 1, 3);
  }
}
