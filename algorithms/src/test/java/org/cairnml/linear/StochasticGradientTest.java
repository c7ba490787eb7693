package org.cairnml.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.core.ClassWeights;
import org.cairnml.core.Dataset;
import org.cairnml.core.ModelFile;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SparseMatrix;
import org.cairnml.preprocessing.scale.StandardScaler;
import org.cairnml.testing.Reference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("numeric")
class StochasticGradientTest {

  /** The same steps in the same order differ by rounding, over some thousand of them. */
  private static final double SAME_STEPS = 1e-9;

  private static final Reference NUMBERS =
      Reference.table(StochasticGradientTest.class, "regression.csv");
  private static final Reference CLASSES =
      Reference.table(StochasticGradientTest.class, "classification.csv");
  private static final Reference VALUES =
      Reference.table(StochasticGradientTest.class, "sgd_reference.csv");

  private static final Dataset DATA =
      Dataset.of(standardized(NUMBERS.matrixOf("x")), NUMBERS.numbers("y"));
  private static final Dataset THREE =
      Dataset.of(standardized(CLASSES.matrixOf("x")), Labels.of(CLASSES.strings("class")));
  private static final Dataset TWO =
      THREE.withLabels(
          Labels.of(
              CLASSES.strings("class").stream()
                  .map(c -> c.equals("cedar") ? "birch" : c)
                  .toList()));

  private static Matrix standardized(Matrix x) {
    return new StandardScaler().fit(x).transform(x);
  }

  private static void assertSame(
      String name, double[] coefficients, double[] intercepts, int passes) {
    var expected = VALUES.values(name);
    assertThat(coefficients)
        .as(name)
        .containsExactly(expected.get("coefficient"), within(SAME_STEPS));
    assertThat(intercepts).as(name).containsExactly(expected.get("intercept"), within(SAME_STEPS));
    assertThat((double) passes).as(name).isEqualTo(expected.get("passes")[0]);
  }

  private static void assertSame(String name, SGDRegressionModel model) {
    LinearModel line = model.line();
    assertSame(
        name, line.coefficients(), new double[] {line.intercept()}, model.summary().iterations());
  }

  private static SGDRegressor inOrder() {
    return new SGDRegressor().withShuffled(false);
  }

  @ParameterizedTest
  @EnumSource(ResidualLoss.class)
  void lossesOfResidualsTakeScikitLearnsSteps(ResidualLoss loss) {
    var learner = inOrder().withLoss(loss);
    assertSame(loss.name(), learner.fit(DATA));
    assertSame(
        loss + "_weighted", learner.withAveraged(true).fit(DATA.withWeights(NUMBERS.numbers("w"))));
  }

  @ParameterizedTest
  @EnumSource(LearningRate.class)
  void schedulesTakeScikitLearnsSteps(LearningRate rate) {
    assertSame(rate.name(), inOrder().withLearningRate(rate).withAlpha(0.01).fit(DATA));
  }

  @ParameterizedTest
  @EnumSource(
      value = Penalty.class,
      names = {"NONE", "L1", "ELASTIC_NET"})
  void penaltiesTakeScikitLearnsSteps(Penalty penalty) {
    var learner =
        inOrder().withPenalty(penalty).withAlpha(0.05).withL1Ratio(0.4).withIntercept(false);
    assertSame(penalty.name(), learner.fit(DATA));
  }

  @ParameterizedTest
  @EnumSource(MarginLoss.class)
  void lossesOfMarginsTakeScikitLearnsSteps(MarginLoss loss) {
    var rate = loss == MarginLoss.SQUARED_HINGE ? LearningRate.CONSTANT : LearningRate.OPTIMAL;
    var learner =
        new SGDClassifier()
            .withLoss(loss)
            .withAlpha(0.01)
            .withLearningRate(rate)
            .withShuffled(false);
    for (String name : new String[] {"two", "three"}) {
      Dataset data = name.equals("two") ? TWO : THREE;
      assertSame(name + "_" + loss, learner.fit(data));
      assertSame(name + "_" + loss + "_mean", learner.withAveraged(true).fit(data));
    }
  }

  private static void assertSame(String name, SGDClassificationModel model) {
    double[] flat =
        Arrays.stream(model.coefficients().toArray()).flatMapToDouble(Arrays::stream).toArray();
    assertSame(name, flat, model.intercepts(), model.summary().iterations());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void batchesOfAStreamAreOnePassOverAllRows(boolean averaged) {
    var learner =
        inOrder().withMaxIterations(1).withAveraged(averaged).withPenalty(Penalty.ELASTIC_NET);
    SGDRegressionModel whole = learner.fit(DATA);
    int[] cuts = {0, 7, 8, 40, DATA.rows()};
    SGDRegressionModel model = learner.partialFit(rows(DATA, cuts[0], cuts[1]));
    for (int b = 1; b + 1 < cuts.length; b++) {
      model = learner.partialFit(model, rows(DATA, cuts[b], cuts[b + 1]));
    }
    assertThat(model.steps()).isEqualTo(DATA.rows());
    assertThat(model.line().coefficients())
        .containsExactly(whole.line().coefficients(), within(SAME_STEPS));
    assertThat(model.line().intercept()).isCloseTo(whole.line().intercept(), within(SAME_STEPS));
  }

  private static Dataset rows(Dataset data, int from, int to) {
    return data.rows(IntStream.range(from, to).toArray());
  }

  @Test
  void partialFitLeavesTheModelAndGoesOnAfterTheFile(@TempDir Path folder) {
    var learner = new SGDClassifier().withLoss(MarginLoss.LOG).withAveraged(true);
    SGDClassificationModel first = learner.partialFit(rows(THREE, 0, 100));
    Matrix before = first.coefficients();
    SGDClassificationModel second = learner.partialFit(first, rows(THREE, 100, 150));
    assertThat(first.coefficients()).isEqualTo(before).isNotEqualTo(second.coefficients());
    Path file = folder.resolve("stream.cairn");
    ModelFile.save(first, file);
    SGDProbabilityModel loaded = ModelFile.load(file, SGDProbabilityModel.class);
    assertThat(learner.partialFit(loaded, rows(THREE, 100, 150)).coefficients())
        .isEqualTo(second.coefficients());
    assertThat(second).isInstanceOf(ProbabilityModel.class);
  }

  @Test
  void aStreamNamesItsClassesFirst() {
    var learner = new SGDClassifier();
    Dataset firstRows = rows(THREE, 0, 3);
    Labels two = Labels.of("ash", "ash", "birch").withClasses(List.of("ash", "birch"));
    var model = learner.partialFit(firstRows.withLabels(two));
    assertThatThrownBy(
            () -> learner.partialFit(model, firstRows.withLabels(Labels.of("ash", "elm", "ash"))))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("'elm' is new");
    assertThatThrownBy(
            () -> learner.partialFit(firstRows.withLabels(Labels.of("ash", "ash", "ash"))))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("all classes");
    var balanced = learner.withClassWeights(ClassWeights.BALANCED);
    assertThatThrownBy(() -> balanced.partialFit(firstRows.withLabels(two)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("all rows at once");
    assertThat(
            learner
                .partialFit(model, firstRows.withLabels(Labels.of("birch", "birch", "birch")))
                .steps())
        .isEqualTo(6);
  }

  @Test
  void aModelOfOtherColumnsOrSettingsIsRefused() {
    var learner = new SGDRegressor();
    var model = learner.partialFit(DATA);
    Dataset other = Dataset.of(Matrix.zeros(3, 2), 1, 2, 3);
    assertThatThrownBy(() -> learner.partialFit(model, other))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("x0, x1, x2");
    assertThatThrownBy(() -> learner.withAveraged(true).partialFit(model, DATA))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("averaging");
  }

  @ParameterizedTest
  @EnumSource(Penalty.class)
  void sparseRowsTakeTheStepsOfDenseOnes(Penalty penalty) {
    Matrix x = DATA.x().copy();
    for (int i = 0; i < x.rows(); i++) {
      for (int j = 0; j < x.cols(); j++) {
        if ((i + j) % 3 > 0) {
          x.set(i, j, 0);
        }
      }
    }
    Dataset dense = DATA.withFeatures(x, DATA.schema());
    Dataset sparse = DATA.withFeatures(SparseMatrix.of(x), DATA.schema());
    var learner = new SGDRegressor().withPenalty(penalty).withAlpha(0.01).withAveraged(true);
    assertThat(learner.fit(sparse).line().coefficients())
        .containsExactly(learner.fit(dense).line().coefficients(), within(SAME_STEPS));
  }

  @Test
  void unscaledColumnsThatMakeItDivergeAreToldTheCure() {
    Dataset large = DATA.withFeatures(DATA.x().times(1e5), DATA.schema());
    assertThatThrownBy(() -> new SGDRegressor().fit(large))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("scale the features");
  }
}
