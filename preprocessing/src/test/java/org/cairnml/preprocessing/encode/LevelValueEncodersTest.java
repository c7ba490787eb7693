package org.cairnml.preprocessing.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.core.Feature;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Schema;
import org.cairnml.core.TransformModel;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.junit.jupiter.api.Test;

class LevelValueEncodersTest {

  private static final double NAN = Double.NaN;
  private static final Schema TOWN =
      new Schema(
          List.of(
              Feature.numeric("age"), Feature.category("town", List.of("Graz", "Ulm", "Wien"))));
  private static final Matrix X = Matrix.of(6, 2, 1, 0, 2, 0, 3, 1, 4, 1, 5, 1, 6, NAN);
  private static final Dataset DATA = Dataset.of(X, TOWN);

  private static double[] encode(TransformModel model, double level) {
    double[] row = model.transform(new double[] {7, level});
    assertThat(row[0]).isEqualTo(7);
    return Arrays.copyOfRange(row, 1, row.length);
  }

  @Test
  void ordinalIsTheIndex() {
    OrdinalModel model = new OrdinalEncoder().withUnseen(-5).fit(DATA);
    assertThat(encode(model, 2)).containsExactly(2);
    assertThat(encode(model, Feature.UNSEEN)).containsExactly(-5);
    assertThat(encode(model, NAN)).containsExactly(NAN);
    assertThat(model.output()).isEqualTo(Schema.numeric("age", "town"));
  }

  @Test
  void theInverseOfAnUnseenCategoryIsMissing() {
    OrdinalModel model = new OrdinalEncoder().withUnseen(-5).fit(DATA);
    assertThat(model.inverse(new double[] {7, 2})).containsExactly(7, 2);
    assertThat(model.inverse(new double[] {-5, -5})).containsExactly(-5, NAN);
    assertThat(model.inverse(new double[] {7, NAN})).containsExactly(7, NAN);
    assertThatThrownBy(() -> model.inverse(new double[] {7, 3}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("'town'")
        .hasMessageContaining("3.0");
  }

  @Test
  void frequencyIsTheShareOrTheCount() {
    LevelValueModel model = new FrequencyEncoder().fit(DATA);
    assertThat(encode(model, 1)).containsExactly(0.5);
    assertThat(encode(model, 2)).containsExactly(0);
    assertThat(encode(model, NAN)[0]).isCloseTo(1 / 6.0, within(1e-15));
    assertThat(encode(model, Feature.UNSEEN)).containsExactly(0);
    var counts = new FrequencyEncoder().withUnit(FrequencyEncoder.Unit.COUNT).fit(DATA);
    assertThat(encode(counts, 1)).containsExactly(3);
  }

  @Test
  void withoutSmoothingATargetEncodingIsTheMeanOfTheLevel() {
    Dataset data = DATA.withTarget(1, 3, 10, 20, 60, 8);
    LevelValueModel model = new TargetEncoder().withSmoothing(0).fit(data);
    assertThat(encode(model, 0)).containsExactly(2);
    assertThat(encode(model, 1)).containsExactly(30);
    assertThat(encode(model, NAN)).containsExactly(8);
    assertThat(encode(model, 2)).containsExactly(17);
    assertThat(encode(model, Feature.UNSEEN)).containsExactly(17);
  }

  @Test
  void smoothingCountsForSoManyRows() {
    Dataset data = DATA.withTarget(1, 3, 10, 20, 60, 8);
    LevelValueModel model = new TargetEncoder().withSmoothing(2).fit(data);
    assertThat(encode(model, 0)[0]).isCloseTo((2 * 2 + 2 * 17) / 4.0, within(1e-12));
    LevelValueModel all = new TargetEncoder().withSmoothing(1e15).fit(data);
    assertThat(encode(all, 0)[0]).isCloseTo(17, within(1e-9));
  }

  @Test
  void estimatedSmoothingWeighsVariances() {
    Dataset data = DATA.withTarget(1, 3, 10, 20, 60, 8);
    double overall = (256 + 196 + 49 + 9 + 1849 + 81) / 6.0;
    double within = (400 + 100 + 900) / 3.0;
    double share = overall / (overall + within / 3);
    assertThat(encode(new TargetEncoder().fit(data), 1)[0])
        .isCloseTo(share * 30 + (1 - share) * 17, within(1e-12));
  }

  @Test
  void labelsGiveOneColumnOrOneForEachClass() {
    var binary = new TargetEncoder().withSmoothing(0);
    Dataset two = DATA.withLabels(Labels.of("no", "yes", "yes", "no", "no", "no"));
    assertThat(binary.fit(two).output().names()).containsExactly("age", "town");
    assertThat(encode(binary.fit(two), 0)).containsExactly(0.5);
    Dataset three = DATA.withLabels(Labels.of("a", "b", "c", "c", "c", "a"));
    assertThat(binary.fit(three).output().names())
        .containsExactly("age", "town=a", "town=b", "town=c");
    assertThat(encode(binary.fit(three), 0)).containsExactly(0.5, 0.5, 0);
  }

  @Test
  void aTrainingRowDoesNotSeeItsOwnTarget() {
    int n = 60;
    double[] x = IntStream.range(0, n).mapToDouble(i -> i % 5).toArray();
    double[] y = IntStream.range(0, n).mapToDouble(i -> i * i % 17).toArray();
    Schema schema = new Schema(List.of(Feature.category("c", List.of("a", "b", "c", "d", "e"))));
    var encoder = new TargetEncoder();
    Dataset data = Dataset.of(Matrix.wrap(x, n, 1), schema).withTarget(y);
    double[] encoded = trained(encoder, data).x().column(0).toArray();
    for (int i = 0; i < n; i++) {
      double[] other = y.clone();
      other[i] = 1000;
      double[] again = trained(encoder, data.withTarget(other)).x().column(0).toArray();
      assertThat(again[i]).isEqualTo(encoded[i]);
      assertThat(again).isNotEqualTo(encoded);
    }
  }

  @Test
  void theNumberOfWorkersChangesNothing() {
    Dataset data = DATA.withTarget(1, 3, 10, 20, 60, 8);
    var encoder = new TargetEncoder().withFolds(3);
    LevelValueModel model = encoder.fit(data);
    assertThat(encoder.transformTraining(model, data, new FitOptions().withWorkers(1)).x())
        .isEqualTo(encoder.transformTraining(model, data, new FitOptions().withWorkers(4)).x());
  }

  private static Dataset trained(TargetEncoder encoder, Dataset data) {
    return encoder.transformTraining(encoder.fit(data), data, new FitOptions());
  }

  @Test
  void aTargetIsNeeded() {
    assertThatThrownBy(() -> new TargetEncoder().fit(DATA))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("target");
  }
}
