package org.cairnml.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.testing.Reference;
import org.cairnml.testing.Stored;
import org.junit.jupiter.api.Test;

class DiscriminantAnalysisTest {

  /** Closed forms on both sides: what differs is the rounding of the decompositions. */
  private static final double ROUNDING = 1e-10;

  private static final Reference TABLE =
      Reference.table(DiscriminantAnalysisTest.class, "classification.csv");
  private static final Reference EXPECTED =
      Reference.table(DiscriminantAnalysisTest.class, "discriminant_reference.csv");
  private static final Matrix X = TABLE.matrixOf("x");
  private static final Dataset DATA = Dataset.of(X, Labels.of(TABLE.strings("class")));
  private static final List<Double> PRIORS = List.of(0.5, 0.2, 0.3);

  private static final LinearDiscriminantAnalysis LINEAR = new LinearDiscriminantAnalysis();
  private static final QuadraticDiscriminantAnalysis QUADRATIC =
      new QuadraticDiscriminantAnalysis();

  @Test
  void linearAgreesWithScikitLearn() {
    check("lda", LINEAR.fit(DATA), X);
    check("lda_priors", LINEAR.withPriors(PRIORS).fit(DATA), X);
    check("lda_none_shrunk", LINEAR.withShrinkage("0").fit(DATA), X);
    check("lda_shrunk", LINEAR.withShrinkage("0.3").fit(DATA), X);
    check("lda_auto", LINEAR.withShrinkage("auto").fit(DATA), X);
    check("lda_auto_priors", LINEAR.withShrinkage("auto").withPriors(PRIORS).fit(DATA), X);
  }

  @Test
  void linearToleratesDependentColumnsAsScikitLearnDoes() {
    Matrix more = Matrix.zeros(X.rows(), 5);
    for (int i = 0; i < X.rows(); i++) {
      for (int j = 0; j < 4; j++) {
        more.set(i, j, X.get(i, j));
      }
      more.set(i, 4, X.get(i, 0) + X.get(i, 1));
    }
    check("lda_collinear", LINEAR.fit(Dataset.of(more, DATA.labels())), more);
    assertThatThrownBy(() -> QUADRATIC.fit(Dataset.of(more, DATA.labels())))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("'ash'", "4 directions", "regularization");
  }

  @Test
  void quadraticAgreesWithScikitLearn() {
    check("qda", QUADRATIC.fit(DATA), X);
    check("qda_priors", QUADRATIC.withPriors(PRIORS).fit(DATA), X);
    check("qda_regularized", QUADRATIC.withRegularization(0.2).fit(DATA), X);
  }

  private static void check(String name, ProbabilityModel model, Matrix x) {
    var expected = EXPECTED.values(name);
    Matrix found = model.probabilities(x.slice(0, 20, 0, x.cols()));
    for (int c = 0; c < 3; c++) {
      assertThat(found.column(c).toArray())
          .as("%s, class %d", name, c)
          .containsExactly(expected.get("class" + c), within(ROUNDING));
    }
  }

  @Test
  void automaticShrinkageTakesAWeightForARepetition() {
    double[] weights = IntStream.range(0, X.rows()).mapToDouble(i -> i % 3).toArray();
    int[] rows =
        IntStream.range(0, X.rows()).flatMap(i -> IntStream.range(0, i % 3).map(r -> i)).toArray();
    var learner = LINEAR.withShrinkage("auto");
    double[] weighted = learner.fit(DATA.withWeights(weights)).probabilities(X).data();
    double[] repeated = learner.fit(DATA.rows(rows)).probabilities(X).data();
    assertThat(weighted).containsExactly(repeated, within(ROUNDING));
  }

  @Test
  void scoresAreLinearInTheFeatures() {
    var model = Stored.copy(LINEAR.fit(DATA), LinearDiscriminantModel.class);
    double[] row = X.row(3).toArray();
    double[] p = model.probabilities(row);
    double odds = model.intercepts()[1] - model.intercepts()[0];
    for (int j = 0; j < row.length; j++) {
      odds += (model.coefficients().get(1, j) - model.coefficients().get(0, j)) * row[j];
    }
    assertThat(odds).isCloseTo(Math.log(p[1] / p[0]), within(1e-9));
  }

  @Test
  void aStoredQuadraticModelSaysTheSame() {
    var model = QUADRATIC.fit(DATA);
    var copy = Stored.copy(model, QuadraticDiscriminantModel.class);
    assertThat(copy.probabilities(X)).isEqualTo(model.probabilities(X));
    assertThat(copy.means()).isEqualTo(model.means());
  }

  @Test
  void moreColumnsThanRowsNeedShrinkageOnlyForQuadrics() {
    Dataset wide = DATA.rows(IntStream.range(0, 5).toArray());
    assertThatThrownBy(() -> QUADRATIC.fit(wide)).isInstanceOf(DataException.class);
    var model = LINEAR.withShrinkage("auto").fit(wide);
    assertThat(model.probabilities(X).data()).doesNotContain(Double.NaN);
  }

  @Test
  void whatCannotBeLearnedIsRefusedWithTheReason() {
    Matrix x = Matrix.ofColumns(new double[] {1, 1, 2, 2});
    Dataset still = Dataset.of(x, Labels.of(List.of("a", "a", "b", "b")));
    assertThatThrownBy(() -> LINEAR.fit(still))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("no column varies within a class");
    assertThatThrownBy(() -> LINEAR.fit(still.withWeights(0.1, 0.1, 0.1, 0.1)))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("0.4", "number of classes, 2");
    assertThatThrownBy(() -> QUADRATIC.fit(still.withWeights(1, 0, 1, 1)))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("'a'", "weight 1.0");
    assertThatThrownBy(() -> LINEAR.fit(still.rows(0, 1)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("two classes");
  }

  @Test
  void wrongPriorsAndSharesAreRefused() {
    assertThatThrownBy(() -> LINEAR.withPriors(List.of(0.5, 0.6)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[0.5, 0.6]");
    assertThatThrownBy(() -> QUADRATIC.withPriors(List.of(-0.5, 1.5)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LINEAR.withPriors(List.of(0.5, 0.5)).fit(DATA))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("2 priors", "3 classes");
    assertThatThrownBy(() -> LINEAR.withShrinkage("1.5"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'1.5'");
  }

  @Test
  void aPriorOfZeroExcludesAClass() {
    var model = LINEAR.withPriors(List.of(0.0, 0.5, 0.5)).fit(DATA);
    assertThat(model.probabilities(X).column(0).toArray()).containsOnly(0);
  }
}
