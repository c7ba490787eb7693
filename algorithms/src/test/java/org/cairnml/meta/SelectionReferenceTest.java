package org.cairnml.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.cairnml.core.Dataset;
import org.cairnml.core.Transformer;
import org.cairnml.data.Labels;
import org.cairnml.linear.LinearRegression;
import org.cairnml.linear.LogisticRegression;
import org.cairnml.linear.Ridge;
import org.cairnml.preprocessing.select.SelectionModel;
import org.cairnml.testing.Reference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Selection by a model and recursive elimination keep what scikit-learn's keep. */
class SelectionReferenceTest {

  private static final Reference DATA =
      Reference.table(SelectionReferenceTest.class, "selection.csv");
  private static final Reference EXPECTED =
      Reference.table(SelectionReferenceTest.class, "selection_reference.csv");

  /** The solvers of the logistic regressions stop at gradients of about 1e-8. */
  private static final double SOLVER = 1e-6;

  static Stream<Arguments> selections() {
    var least = new LinearRegression();
    var logistic = new LogisticRegression();
    var ridge = new Ridge().withAlpha(5);
    return Stream.of(
        Arguments.of("mean", new SelectByModel().withBase(least)),
        Arguments.of("ridge", new SelectByModel().withBase(ridge)),
        Arguments.of("threshold", new SelectByModel().withBase(least).withThreshold(0.3)),
        Arguments.of("most", new SelectByModel().withBase(least).withMost(2)),
        Arguments.of("labels", new SelectByModel().withBase(logistic)),
        Arguments.of("binary", new SelectByModel().withBase(logistic)));
  }

  static Stream<Arguments> eliminations() {
    var least = new LinearRegression();
    var logistic = new LogisticRegression();
    var rounds = new RecursiveElimination();
    return Stream.of(
        Arguments.of("half", rounds.withBase(least)),
        Arguments.of("one", rounds.withBase(new Ridge().withAlpha(5)).withKeep(1)),
        Arguments.of("by three", rounds.withBase(least).withKeep(2).withStep(3)),
        Arguments.of("rounds of labels", rounds.withBase(logistic).withKeep(3)),
        Arguments.of("rounds of binary", rounds.withBase(logistic).withKeep(2).withStep(2)));
  }

  private static SelectionModel fit(String name, Transformer<SelectionModel> selection) {
    Dataset data = Dataset.of(DATA.matrixOf("x"));
    if (name.endsWith("labels")) {
      return selection.fit(data.withLabels(Labels.of(DATA.strings("label"))));
    }
    return name.endsWith("binary")
        ? selection.fit(data.withLabels(Labels.of(DATA.strings("binary"))))
        : selection.fit(data.withTarget(DATA.numbers("y")));
  }

  private static int[] kept(Map<String, double[]> expected) {
    double[] kept = expected.get("kept");
    return IntStream.range(0, kept.length).filter(j -> kept[j] == 1).toArray();
  }

  @ParameterizedTest
  @MethodSource("selections")
  void selectionByAModel(String name, Transformer<SelectionModel> selection) {
    Map<String, double[]> expected = EXPECTED.values(name);
    SelectionModel model = fit(name, selection);
    assertThat(model.kept()).isEqualTo(kept(expected));
    assertThat(model.scores()).containsExactly(expected.get("score"), Offset.offset(SOLVER));
  }

  /** A ranking counts back from the last round; a score counts the rounds. */
  @ParameterizedTest
  @MethodSource("eliminations")
  void recursiveElimination(String name, Transformer<SelectionModel> selection) {
    Map<String, double[]> expected = EXPECTED.values(name);
    SelectionModel model = fit(name, selection);
    assertThat(model.kept()).isEqualTo(kept(expected));
    double last = Arrays.stream(model.scores()).max().orElseThrow();
    assertThat(Arrays.stream(model.scores()).map(score -> last - score + 1).toArray())
        .isEqualTo(expected.get("score"));
  }
}
