package org.cairnml.preprocessing.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.core.Feature;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;
import org.cairnml.preprocessing.Reference;
import org.junit.jupiter.api.Test;

class StandardScalerTest {

  private final Reference reference = Reference.read("transformers.txt");

  @Test
  void equalsScikitLearn() {
    Matrix x = reference.matrix("x");
    reference.assertSame(new StandardScaler().fit(x).transform(x), "standard");
    Dataset weighted = Dataset.of(x).withWeights(reference.values("weights"));
    reference.assertSame(new StandardScaler().fit(weighted).transform(x), "standard.weighted");
    Matrix holes = reference.matrix("holes");
    reference.assertSame(new StandardScaler().fit(holes).transform(holes), "standard.holes");
  }

  @Test
  void aConstantColumnIsCentredAndKeepsItsScale() {
    Matrix x = Matrix.of(3, 1, 1e17, 1e17, 1e17);
    ScalingModel model = new StandardScaler().fit(x);
    assertThat(model.scales()).containsExactly(1);
    assertThat(model.transform(x).data()).containsExactly(0, 0, 0);
  }

  @Test
  void smallVarianceOnALargeMeanIsKept() {
    int n = 10_000;
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = 1e9 + i % 2;
    }
    ScalingModel model = new StandardScaler().fit(Matrix.wrap(values, n, 1));
    assertThat(model.centers()[0]).isEqualTo(1e9 + 0.5);
    assertThat(model.scales()[0]).isEqualTo(0.5);
  }

  @Test
  void theInverseGivesTheInputBack() {
    Matrix x = reference.matrix("holes");
    ScalingModel model = new StandardScaler().fit(x);
    Reference.assertClose(model.inverse(model.transform(x)), x, 1e-14);
  }

  @Test
  void aRowOfWeightTwoCountsAsTwoRows() {
    Matrix x = Matrix.of(3, 1, 1, 2, 4);
    var weighted = new StandardScaler().fit(Dataset.of(x).withWeights(2, 1, 0));
    var repeated = new StandardScaler().fit(Matrix.of(3, 1, 1, 1, 2));
    assertThat(weighted.centers()[0]).isEqualTo(repeated.centers()[0]);
    assertThat(weighted.scales()[0]).isEqualTo(repeated.scales()[0]);
  }

  @Test
  void categoryColumnsPassThrough() {
    var schema =
        new Schema(List.of(Feature.category("c", List.of("a", "b")), Feature.numeric("v")));
    Matrix x = Matrix.of(2, 2, 1, 10, 0, 20);
    Matrix out = new StandardScaler().fit(Dataset.of(x, schema)).transform(x);
    assertThat(out).isEqualTo(Matrix.of(2, 2, 1, -1, 0, 1));
  }

  @Test
  void theNumberOfWorkersDoesNotChangeABit() {
    int n = 20_000;
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = Math.sin(i) * 1e3;
    }
    Dataset data = Dataset.of(Matrix.wrap(values, n, 1));
    var one = new StandardScaler().fit(data, new FitOptions().withWorkers(1));
    var four = new StandardScaler().fit(data, new FitOptions().withWorkers(4));
    assertThat(one.centers()).isEqualTo(four.centers());
    assertThat(one.scales()).isEqualTo(four.scales());
  }

  @Test
  void infinityIsRefused() {
    assertThatThrownBy(() -> new StandardScaler().fit(Matrix.of(1, 1, Double.POSITIVE_INFINITY)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("x0")
        .hasMessageContaining("row 0");
  }
}
