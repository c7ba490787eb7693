package org.cairnml.preprocessing.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.core.Schema;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.preprocessing.Reference;
import org.junit.jupiter.api.Test;

class SelectionTest {

  /** Sums of some twenty numbers below 4. */
  private static final Offset<Double> ROUNDING = Offset.offset(1e-14);

  private final Reference reference = Reference.read("features.txt");
  private final Matrix x = reference.matrix("x");
  private final Dataset classes =
      Dataset.of(
          x,
          Labels.of(
              Arrays.stream(reference.values("classes")).mapToObj(c -> "class " + c).toList()));
  private final Dataset numbers = Dataset.of(x, reference.values("y"));

  private void assertScores(SelectionModel model, String name) {
    reference.assertSame(Matrix.wrap(model.scores(), 1, model.scores().length), name);
  }

  @Test
  void scoresEqualScikitLearn() {
    assertScores(new VarianceThreshold().fit(x), "variance");
    assertScores(new SelectKBest().fit(classes), "f.classes");
    assertScores(new SelectKBest().fit(numbers), "f.regression");
    assertScores(new SelectKBest().withScore(Score.CHI_SQUARED).fit(classes), "chi2");
  }

  @Test
  void mutualInformationEqualsScikitLearn() {
    Matrix untied = reference.matrix("untied");
    var best = new SelectKBest().withScore(Score.MUTUAL_INFORMATION);
    assertScores(best.fit(classes.withFeatures(untied, Schema.numeric(3))), "information.classes");
    assertScores(
        best.fit(numbers.withFeatures(untied, Schema.numeric(3))), "information.regression");
  }

  @Test
  void equalValuesAreNeighboursAtDistanceZero() {
    double[] constant = new double[20];
    double[] rising = IntStream.range(0, 20).asDoubleStream().toArray();
    int[] halves = IntStream.range(0, 20).map(i -> i / 10).toArray();
    assertThat(MutualInformation.ofClasses(constant, halves)).isCloseTo(0, ROUNDING);
    assertThat(MutualInformation.ofNumbers(constant, rising)).isCloseTo(0, ROUNDING);
    assertThat(MutualInformation.ofNumbers(rising, rising)).isPositive();
    assertThat(MutualInformation.ofClasses(rising, halves)).isPositive();
    assertThat(MutualInformation.ofClasses(new double[1], new int[1])).isZero();
  }

  /** Of a column and classes that go together in all n rows, the entropy of the classes. */
  @Test
  void repeatedValuesTellAsMuchAsLevelsWould() {
    int n = 400;
    int[] classes = IntStream.range(0, n).map(i -> i % 2).toArray();
    double[] same = IntStream.of(classes).asDoubleStream().toArray();
    double[] rare = new double[n];
    rare[0] = 1;
    double[] number = IntStream.range(0, n).mapToDouble(i -> i % 2 + i * 1e-4).toArray();
    double bias = 3.0 / n;
    assertThat(MutualInformation.ofClasses(same, classes)).isCloseTo(Math.log(2), offset(bias));
    assertThat(MutualInformation.ofClasses(rare, classes)).isLessThan(2 * bias);
    assertThat(MutualInformation.ofNumbers(same, same)).isCloseTo(Math.log(2), offset(bias));
    assertThat(MutualInformation.ofNumbers(same, number)).isCloseTo(Math.log(2), offset(bias));
    assertThat(MutualInformation.ofNumbers(number, same)).isCloseTo(Math.log(2), offset(bias));
  }

  @Test
  void theBestColumnsKeepOrderNameAndValues() {
    double[] scores = new SelectKBest().fit(numbers).scores();
    SelectionModel model = new SelectKBest().withK(2).fit(numbers);
    int worst = 0;
    for (int j = 1; j < scores.length; j++) {
      worst = scores[j] < scores[worst] ? j : worst;
    }
    assertThat(model.kept()).hasSize(2).doesNotContain(worst).isSorted();
    assertThat(model.transform(x)).isEqualTo(x.columns(model.kept()));
    assertThat(model.output().name(0)).isEqualTo("x" + model.kept()[0]);
  }

  @Test
  void aRowOfWeightTwoCountsAsTwoRows() {
    int[] repeated = {0, 0, 1, 3, 4, 4, 4, 5, 6, 7, 8, 9};
    double[] weights = new double[x.rows()];
    for (int row : repeated) {
      weights[row]++;
    }
    for (Dataset data : List.of(classes, numbers)) {
      Matrix expected = Matrix.wrap(new SelectKBest().fit(data.rows(repeated)).scores(), 1, 3);
      double[] scores = new SelectKBest().fit(data.withWeights(weights)).scores();
      Reference.assertClose(Matrix.wrap(scores, 1, 3), expected, 1e-12);
      assertThat(scores).isNotEqualTo(new SelectKBest().fit(data).scores());
    }
  }

  @Test
  void constantColumnsGo() {
    Matrix data = Matrix.of(3, 2, 0.1, 1, 0.1, 2, 0.1, 3);
    assertThat(new VarianceThreshold().fit(data).kept()).containsExactly(1);
    assertThat(new SelectKBest().withK(1).fit(Dataset.of(data, 5, 7, 8)).kept()).containsExactly(1);
  }

  @Test
  void ifNothingVariesEnoughTheColumnsAreNamed() {
    Dataset data = Dataset.of(Matrix.of(2, 1, 4, 4), Schema.numeric("height"));
    assertThatThrownBy(() -> new VarianceThreshold().fit(data))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("height")
        .hasMessageContaining("threshold");
  }

  @Test
  void chiSquaredRefusesNegativeValues() {
    Dataset data =
        Dataset.of(Matrix.of(2, 1, 4, -1), Schema.numeric("change"))
            .withLabels(Labels.of(Arrays.asList("a", "b")));
    assertThatThrownBy(() -> new SelectKBest().withScore(Score.CHI_SQUARED).fit(data))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 1")
        .hasMessageContaining("change")
        .hasMessageContaining("-1");
  }
}
