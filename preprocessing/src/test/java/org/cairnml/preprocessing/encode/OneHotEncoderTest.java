package org.cairnml.preprocessing.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.core.Feature;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SparseMatrix;
import org.cairnml.preprocessing.Reference;
import org.junit.jupiter.api.Test;

class OneHotEncoderTest {

  private static final List<String> LEVELS = List.of("a", "b", "c", "d");
  private static final Schema TWO =
      new Schema(List.of(Feature.category("p", LEVELS), Feature.category("q", LEVELS)));
  private static final Schema MIXED =
      new Schema(
          List.of(
              Feature.numeric("age"),
              Feature.category("contract", List.of("Month", "Two year")),
              Feature.numeric("fee")));

  private final Reference reference = Reference.read("transformers.txt");

  @Test
  void sparseRowsAreTheDenseOnesWithoutZeros() {
    var schema =
        new Schema(List.of(Feature.category("c", List.of("u", "v", "w")), Feature.numeric("a")));
    Matrix x = Matrix.of(4, 2, 0, 1.5, 2, 0, Double.NaN, -1, -1, 2);
    OneHotModel model = new OneHotEncoder().fit(Dataset.of(x, schema));
    assertThat(model.transformSparse(x)).isEqualTo(SparseMatrix.of(model.transform(x)));
    assertThat(model.transformSparse(x).nonZeros()).isEqualTo(5);
    assertThatThrownBy(() -> model.transformSparse(Matrix.of(2, 2, 0, 1, 3, 1)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 1, column 'c'");
  }

  @Test
  void equalsScikitLearn() {
    Matrix codes = reference.matrix("codes");
    Dataset data = Dataset.of(codes, TWO);
    reference.assertSame(new OneHotEncoder().fit(data).transform(codes), "onehot");
    reference.assertSame(
        new OneHotEncoder().withDrop(Drop.FIRST).fit(data).transform(codes), "onehot.first");
    reference.assertSame(
        new OneHotEncoder().withMinCount(15).fit(data).transform(codes), "onehot.rare");
  }

  @Test
  void columnsStandWhereTheirSourceStoodAndSayWhatTheyAre() {
    var model = new OneHotEncoder().fit(Dataset.of(Matrix.of(1, 3, 30, 1, 9), MIXED));
    assertThat(model.output().names())
        .containsExactly("age", "contract=Month", "contract=Two year", "fee");
    assertThat(model.transform(new double[] {30, 1, 9})).containsExactly(30, 0, 1, 9);
  }

  @Test
  void unseenAndMissingAreAllZeros() {
    var model = new OneHotEncoder().fit(Dataset.of(Matrix.of(1, 3, 30, 1, 9), MIXED));
    assertThat(model.transform(new double[] {1, Feature.UNSEEN, 2})).containsExactly(1, 0, 0, 2);
    assertThat(model.transform(new double[] {1, Double.NaN, 2})).containsExactly(1, 0, 0, 2);
  }

  @Test
  void theInverseOfNoColumnIsMissingOrTheDroppedLevel() {
    Dataset data = Dataset.of(Matrix.of(1, 3, 30, 1, 9), MIXED);
    double[] row = {30, 1, 9};
    double[] none = {1, Double.NaN, 2};
    OneHotModel all = new OneHotEncoder().fit(data);
    assertThat(all.inverse(all.transform(row))).containsExactly(row);
    assertThat(all.inverse(all.transform(none))).containsExactly(none);
    assertThat(all.inverse(new double[] {1, 0.3, 0.7, 2})).containsExactly(1, 1, 2);
    OneHotModel dropped = new OneHotEncoder().withDrop(Drop.FIRST).fit(data);
    assertThat(dropped.inverse(dropped.transform(row))).containsExactly(row);
    assertThat(dropped.inverse(dropped.transform(none))).containsExactly(1, 0, 2);
  }

  @Test
  void theInverseOfTheColumnOfRareLevelsIsUnseen() {
    Matrix codes = reference.matrix("codes");
    OneHotModel model = new OneHotEncoder().withMinCount(15).fit(Dataset.of(codes, TWO));
    assertThat(model.inverse(new double[] {0, 0, 1, 0, 0, 0, 1}))
        .containsExactly(3, Feature.UNSEEN);
  }

  @Test
  void unseenJoinsTheRareLevels() {
    Matrix codes = reference.matrix("codes");
    var model = new OneHotEncoder().withMinCount(15).fit(Dataset.of(codes, TWO));
    assertThat(model.output().names())
        .containsExactly("p=b", "p=c", "p=d", "p=(other)", "q=a", "q=c", "q=(other)");
    assertThat(model.transform(new double[] {Feature.UNSEEN, Double.NaN}))
        .containsExactly(0, 0, 0, 1, 0, 0, 0);
  }

  @Test
  void maxLevelsGroupsTheRarest() {
    Matrix codes = reference.matrix("codes");
    var encoder = new OneHotEncoder().withMaxLevels(3);
    reference.assertSame(encoder.fit(Dataset.of(codes, TWO)).transform(codes), "onehot.limited");
    assertThat(encoder.fit(Dataset.of(Matrix.of(1, 3, 30, 1, 9), MIXED)).output().width())
        .isEqualTo(4);
  }

  @Test
  void ifBinaryDropsOneOfTwo() {
    var encoder = new OneHotEncoder().withDrop(Drop.IF_BINARY);
    assertThat(encoder.fit(Dataset.of(Matrix.of(1, 3, 30, 1, 9), MIXED)).output().names())
        .containsExactly("age", "contract=Two year", "fee");
    assertThat(encoder.fit(Dataset.of(Matrix.of(1, 2, 0, 0), TWO)).output().width()).isEqualTo(8);
  }

  @Test
  void aValueThatIsNoLevelIsRefusedByName() {
    var model = new OneHotEncoder().fit(Dataset.of(Matrix.of(1, 3, 30, 1, 9), MIXED));
    assertThatThrownBy(() -> model.transform(new double[] {1, 0.5, 2}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("contract")
        .hasMessageContaining("0.5");
  }
}
