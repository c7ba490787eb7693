package org.cairnml.preprocessing.impute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.cairnml.core.Dataset;
import org.cairnml.core.Feature;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;
import org.cairnml.preprocessing.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KNNImputerTest {

  private static final double NAN = Double.NaN;

  /** scikit-learn takes squared distances as differences of squares. */
  private static final double CANCELLATION = 1e-9;

  private final Reference reference = Reference.read("transformers.txt");

  @ParameterizedTest
  @EnumSource(NeighborWeights.class)
  void equalsScikitLearn(NeighborWeights weights) {
    Matrix x = reference.matrix("knn.input");
    var imputer = new KNNImputer().withNeighbors(4).withWeights(weights).withIndicator(true);
    Matrix expected = reference.matrix("knn." + weights.name().toLowerCase(Locale.ROOT));
    Reference.assertClose(imputer.fit(x).transform(x), expected, CANCELLATION);
  }

  @Test
  void aRowThatSharesNoColumnGetsTheMean() {
    Matrix x = Matrix.of(3, 2, 1, NAN, 3, NAN, NAN, 10);
    assertThat(new KNNImputer().fit(x).transform(x))
        .isEqualTo(Matrix.of(3, 2, 1, 10, 3, 10, 2, 10));
  }

  @Test
  void equalRowsCountAloneByDistance() {
    Matrix x = Matrix.of(4, 2, 1, 5, 1, 7, 2, 100, 1, NAN);
    var imputer = new KNNImputer().withNeighbors(3).withWeights(NeighborWeights.DISTANCE);
    assertThat(imputer.fit(x).transform(new double[] {1, NAN})).containsExactly(1, 6);
  }

  @Test
  void categoriesPassThroughAndDoNotCount() {
    var schema =
        new Schema(
            List.of(
                Feature.numeric("a"),
                Feature.category("c", List.of("p", "q")),
                Feature.numeric("b")));
    Matrix x = Matrix.of(3, 3, 1, 0, 10, 2, 1, 20, 9, 0, 90);
    var model = new KNNImputer().withNeighbors(1).fit(Dataset.of(x, schema));
    assertThat(model.transform(new double[] {8, 1, NAN})).containsExactly(8, 1, 90);
    assertThat(model.transform(new double[] {8, NAN, 3})).containsExactly(8, NAN, 3);
  }

  @Test
  void anEmptyColumnIsDroppedAndReported() {
    Matrix x = Matrix.of(2, 2, NAN, 1, NAN, 2);
    var model = new KNNImputer().fit(Dataset.of(x, Schema.numeric("empty", "full")));
    assertThat(model.output().names()).containsExactly("full");
    assertThat(model.summary().note()).contains("empty");
  }

  @Test
  void moreRowsThanABlockAreAllFilledWithinTheRangeOfTheData() {
    int n = 5000;
    double[] data = new double[n * 3];
    for (int i = 0; i < data.length; i++) {
      data[i] = i % 7 == 0 ? NAN : Math.sin(i);
    }
    Matrix x = Matrix.wrap(data, n, 3);
    Matrix filled = new KNNImputer().fit(x).transform(x);
    for (double value : filled.data()) {
      assertThat(value).isBetween(-1.0, 1.0);
    }
  }
}
