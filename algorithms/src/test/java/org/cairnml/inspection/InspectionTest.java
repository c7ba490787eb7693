package org.cairnml.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import javax.xml.parsers.DocumentBuilderFactory;
import org.cairnml.base.DataException;
import org.cairnml.base.Seed;
import org.cairnml.core.Dataset;
import org.cairnml.core.Feature;
import org.cairnml.core.Schema;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.linear.LinearModel;
import org.cairnml.linear.Ridge;
import org.cairnml.metrics.ClassificationMetric;
import org.cairnml.metrics.RegressionMetric;
import org.cairnml.tree.DecisionTreeClassifier;
import org.cairnml.tree.DecisionTreeRegressor;
import org.cairnml.tree.RandomForestClassifier;
import org.junit.jupiter.api.Test;

/** Importances, dependence curves and pictures, on models whose answers are known. */
class InspectionTest {

  private static final double ROUNDING = 1e-9;

  /** y = 3 x0 - 2 x1, x2 is noise. */
  private static Dataset line(int rows) {
    SplittableRandom random = Seed.of(1).generator();
    Matrix x = Matrix.zeros(rows, 3);
    double[] y = new double[rows];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < 3; j++) {
        x.set(i, j, random.nextDouble());
      }
      y[i] = 3 * x.get(i, 0) - 2 * x.get(i, 1);
    }
    return Dataset.of(x, y);
  }

  private static Dataset kinds(int rows) {
    SplittableRandom random = Seed.of(2).generator();
    Matrix x = Matrix.zeros(rows, 2);
    String[] names = new String[rows];
    for (int i = 0; i < rows; i++) {
      x.set(i, 0, random.nextDouble() * 100);
      x.set(i, 1, random.nextInt(3));
      names[i] = x.get(i, 1) == 2 ? "<big> & red" : x.get(i, 0) > 40 ? "old" : "new";
    }
    var schema =
        new Schema(
            List.of(Feature.numeric("age"), Feature.category("colour", List.of("r", "g", "b"))));
    return Dataset.of(x, schema).withLabels(Labels.of(names));
  }

  @Test
  void shufflingAFeatureCostsTwiceItsShareOfTheVariance() {
    Dataset data = line(4000);
    LinearModel model = new Ridge().withAlpha(0).fit(data);
    var importance = PermutationImportance.of(model, data, RegressionMetric.MSE, 10, Seed.of(5));
    double[] means = importance.means();
    double variance = 1 / 12.0;
    double sampling = 0.08;
    assertThat(importance.baseline()).isCloseTo(0, offset(1e-20));
    assertThat(means[0]).isCloseTo(2 * 9 * variance, offset(2 * 9 * variance * sampling));
    assertThat(means[1]).isCloseTo(2 * 4 * variance, offset(2 * 4 * variance * sampling));
    assertThat(means[2]).isCloseTo(0, offset(1e-12));
    double[] interval = importance.interval(0, 0.9);
    assertThat(means[0]).isBetween(interval[0], interval[1]);
    assertThat(importance.deviations()[0]).isPositive();
    assertThat(importance.toString()).startsWith("   1.").contains("x0");
  }

  @Test
  void importanceIsPositiveForHelpWhetherHigherOrLowerIsBetter() {
    Dataset data = kinds(300);
    var model = new RandomForestClassifier().withTrees(20).fit(data);
    for (var metric : List.of(ClassificationMetric.ACCURACY, ClassificationMetric.LOG_LOSS)) {
      assertThat(PermutationImportance.of(model, data, metric, 3, Seed.of(1)).means())
          .as(metric.name())
          .satisfies(
              means -> assertThat(Arrays.stream(means).min().orElseThrow()).isGreaterThan(0.1));
    }
  }

  @Test
  void importanceIsTheSameForTheSameSeed() {
    Dataset data = line(200);
    LinearModel model = new Ridge().fit(data);
    var first = PermutationImportance.of(model, data, RegressionMetric.R2, 4, Seed.of(9));
    var second = PermutationImportance.of(model, data, RegressionMetric.R2, 4, Seed.of(9));
    for (int j = 0; j < 3; j++) {
      assertThat(first.losses(j)).isEqualTo(second.losses(j));
    }
    assertThatThrownBy(
            () -> PermutationImportance.of(model, data, RegressionMetric.R2, 0, Seed.of(9)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMetricOfOnesOwnIsAsGoodAsAnyOther() {
    Dataset data = line(200);
    LinearModel model = new Ridge().fit(data);
    var own =
        PermutationImportance.of(
            data,
            x -> RegressionMetric.R2.value(data.target(), model.predict(x).toArray()),
            4,
            Seed.of(9));
    var known = PermutationImportance.of(model, data, RegressionMetric.R2, 4, Seed.of(9));
    assertThat(own.baseline()).isEqualTo(known.baseline());
    assertThat(own.means()).isEqualTo(known.means());
  }

  @Test
  void theDependenceOfALinearModelIsItsLine() {
    Dataset data = line(300);
    LinearModel model = new Ridge().withAlpha(0).fit(data);
    var curve = PartialDependence.of(model, data.x(), "x0", 20);
    double[] grid = curve.grid();
    double[] means = curve.means();
    assertThat(grid).hasSize(20).isSorted();
    for (int g = 1; g < grid.length; g++) {
      double slope = (means[g] - means[0]) / (grid[g] - grid[0]);
      assertThat(slope).isCloseTo(3, offset(ROUNDING));
    }
    assertThat(curve.individual().rows()).isEqualTo(300);
    assertThat(curve.individual().column(4).sum() / 300).isCloseTo(means[4], offset(ROUNDING));
  }

  @Test
  void twoFeaturesOfALinearModelAddUp() {
    Dataset data = line(100);
    LinearModel model = new Ridge().withAlpha(0).fit(data);
    var plane = PartialDependence2D.of(model, data.x(), "x0", "x1", 5);
    Matrix m = plane.means();
    for (int g = 0; g < 5; g++) {
      for (int h = 0; h < 5; h++) {
        assertThat(m.get(g, h) - m.get(0, h) - m.get(g, 0) + m.get(0, 0))
            .isCloseTo(0, offset(ROUNDING));
      }
    }
    double sum = 0;
    for (double[] row : data.x().toArray()) {
      Matrix alone = plane.individual(row);
      double[] moved = {plane.first()[3], plane.second()[1], row[2]};
      assertThat(alone.get(3, 1)).isEqualTo(model.predict(moved));
      sum += alone.get(2, 4);
    }
    assertThat(sum / 100).isCloseTo(m.get(2, 4), offset(ROUNDING));
    assertThatThrownBy(() -> PartialDependence2D.of(model, data.x(), "x0", "x0", 5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCategoryIsTriedAtEachOfItsLevels() {
    Dataset data = kinds(300);
    var model = new RandomForestClassifier().withTrees(20).fit(data);
    var curve = PartialDependence.of(model, "<big> & red", data.x(), "colour", 10);
    assertThat(curve.grid()).containsExactly(0, 1, 2);
    assertThat(curve.means()[2]).isGreaterThan(0.9);
    assertThat(curve.means()[0]).isLessThan(0.1);
    assertThatThrownBy(() -> PartialDependence.of(model, "none", data.x(), "colour", 10))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("old");
    assertThatThrownBy(() -> PartialDependence.of(model, "old", data.x(), "size", 10))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("age");
  }

  @Test
  void aTreeAsText() {
    String text = TreeText.of(new DecisionTreeClassifier().fit(kinds(300)));
    assertThat(text.lines().findFirst().orElseThrow()).contains("?").contains("(300 rows)");
    assertThat(text).contains("age <= 40.", "colour in [r, g]", "yes: new 100 %", "no:  old 100 %");
    assertThat(text.lines().filter(line -> line.contains("%"))).hasSize(3);
  }

  @Test
  void aQuestionNamesOnlyWhatCanReachIt() {
    SplittableRandom random = Seed.of(3).generator();
    Matrix x = Matrix.zeros(900, 2);
    double[] y = new double[900];
    for (int i = 0; i < 900; i++) {
      x.set(i, 0, random.nextInt(3) == 0 ? Double.NaN : random.nextDouble());
      x.set(i, 1, random.nextInt(3));
      y[i] = 10 * x.get(i, 1) + (Double.isNaN(x.get(i, 0)) ? 1 : 0);
    }
    var schema =
        new Schema(
            List.of(Feature.numeric("weight"), Feature.category("kind", List.of("u", "v", "w"))));
    var model = new DecisionTreeRegressor().fit(Dataset.of(x, schema).withTarget(y));
    String text = TreeText.of(model);
    assertThat(text).contains("weight is known?").doesNotContain("Infinity");
    assertThat(text.lines().filter(line -> line.contains("kind in")).map(InspectionTest::levels))
        .hasSize(2)
        .allSatisfy(levels -> assertThat(levels.length()).isLessThan("u, v, w".length()))
        .anySatisfy(levels -> assertThat(levels).hasSize(1));
  }

  private static String levels(String question) {
    return question.substring(question.indexOf('[') + 1, question.indexOf(']'));
  }

  @Test
  void numbersInTreesAreShort() {
    assertThat(TreeQuestions.number(0.5)).isEqualTo("0.5");
    assertThat(TreeQuestions.number(503_104.375)).isEqualTo("503104");
    assertThat(TreeQuestions.number(-123.456789)).isEqualTo("-123.46");
    assertThat(TreeQuestions.number(123_456_789)).isEqualTo("123456789");
    assertThat(TreeQuestions.number(1.23456e-7)).isEqualTo("1.2346e-07");
    assertThat(TreeQuestions.number(2.5e30)).isEqualTo("2.5000e+30");
    assertThat(TreeQuestions.number(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
  }

  @Test
  void aTreeAsAPictureIsWellFormed() throws Exception {
    for (String svg :
        List.of(
            TreeDrawing.svg(new DecisionTreeClassifier().fit(kinds(300))),
            TreeDrawing.svg(new DecisionTreeRegressor().withMaxDepth(3).fit(line(200))),
            TreeDrawing.svg(new DecisionTreeRegressor().fit(line(1))))) {
      var document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
      int links = document.getElementsByTagName("path").getLength();
      int boxes = document.getElementsByTagName("rect").getLength() - 1;
      assertThat(boxes).isEqualTo(links + 1);
    }
  }
}
