package org.cairnml.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.cairnml.base.Seed;
import org.cairnml.cluster.KMeans;
import org.cairnml.core.Dataset;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.linear.LinearRegression;
import org.cairnml.linear.LogisticRegression;
import org.cairnml.preprocessing.select.SelectionModel;
import org.cairnml.tree.RandomForestClassifier;
import org.junit.jupiter.api.Test;

/** Selection by a model and recursive elimination, on made-up data whose best columns are known. */
class ColumnSelectionTest {

  private static final int ROWS = 200;
  private static final double[] COEFFICIENTS = {0.5, 0, 4, 0, -3, 1};

  private static Dataset numbers() {
    SplittableRandom random = Seed.of(5).generator();
    Matrix x = Matrix.zeros(ROWS, COEFFICIENTS.length);
    double[] y = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < x.cols(); j++) {
        x.set(i, j, random.nextDouble() - 0.5);
        y[i] += COEFFICIENTS[j] * x.get(i, j);
      }
      y[i] += 0.01 * random.nextDouble();
    }
    return Dataset.of(x, y);
  }

  private static Dataset classes() {
    Dataset numbers = numbers();
    int[] codes =
        java.util.Arrays.stream(numbers.target()).mapToInt(value -> value > 0 ? 1 : 0).toArray();
    return numbers.withLabels(Labels.ofCodes(codes, java.util.List.of("low", "high")));
  }

  @Test
  void whatCountsAboveTheMeanIsKept() {
    SelectionModel model = new SelectByModel().withBase(new LinearRegression()).fit(numbers());
    assertThat(model.kept()).containsExactly(2, 4);
    assertThat(new SelectByModel().withMost(1).fit(numbers()).kept()).containsExactly(2);
    assertThat(new SelectByModel().withThreshold(0.3).fit(numbers()).kept())
        .containsExactly(0, 2, 4, 5);
  }

  @Test
  void aClassifierJudgesByLabels() {
    for (var base :
        new org.cairnml.core.Learner[] {
          new LogisticRegression(), new RandomForestClassifier().withTrees(20)
        }) {
      assertThat(new SelectByModel().withBase(base).fit(classes()).kept())
          .as(base.toString())
          .containsExactly(2, 4);
    }
  }

  @Test
  void roundsDropTheLeastFirst() {
    SelectionModel model =
        new RecursiveElimination().withBase(new LinearRegression()).withKeep(2).fit(numbers());
    assertThat(model.kept()).containsExactly(2, 4);
    double[] scores = model.scores();
    assertThat(scores[0]).isEqualTo(3);
    assertThat(scores[5]).isEqualTo(4);
    assertThat(scores[2]).isEqualTo(5).isEqualTo(scores[4]);
    assertThat(model.summary().iterations()).isEqualTo(4);
    SelectionModel fast = new RecursiveElimination().withStep(3).withKeep(2).fit(numbers());
    assertThat(fast.kept()).containsExactly(2, 4);
    assertThat(fast.summary().iterations()).isEqualTo(2);
    assertThat(new RecursiveElimination().fit(numbers()).kept()).containsExactly(2, 4, 5);
  }

  @Test
  void onlyLearnersThatTellImportancesJudge() {
    assertThatThrownBy(() -> new SelectByModel().withBase(new KMeans()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("classifier or a regressor");
    var silent = new CalibratedClassifier().withFolds(2);
    assertThatThrownBy(() -> new RecursiveElimination().withBase(silent).fit(classes()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("linear model");
  }
}
