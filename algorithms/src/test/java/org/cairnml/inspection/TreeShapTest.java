package org.cairnml.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.cairnml.base.DataException;
import org.cairnml.base.Seed;
import org.cairnml.boosting.GradientBoostingClassifier;
import org.cairnml.boosting.GradientBoostingRegressor;
import org.cairnml.core.Dataset;
import org.cairnml.core.Feature;
import org.cairnml.core.Schema;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.tree.AdditiveTrees;
import org.cairnml.tree.DecisionTreeRegressor;
import org.cairnml.tree.RandomForestClassifier;
import org.cairnml.tree.RandomForestRegressor;
import org.cairnml.tree.Tree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shapley values against their definition, by enumeration of all subsets of features. */
class TreeShapTest {

  /** Sums of some hundred terms of magnitude 1. */
  private static final double ROUNDING = 1e-9;

  private static final Schema SCHEMA =
      new Schema(
          List.of(
              Feature.numeric("a"),
              Feature.numeric("b"),
              Feature.category("c", List.of("u", "v", "w")),
              Feature.numeric("d")));

  /** Rows with repeated values, gaps and a category; the target depends on all but d. */
  private static Matrix features(int rows, long seed) {
    SplittableRandom random = Seed.of(seed).generator();
    Matrix x = Matrix.zeros(rows, 4);
    for (int i = 0; i < rows; i++) {
      x.set(i, 0, random.nextInt(8) == 0 ? Double.NaN : random.nextInt(10));
      x.set(i, 1, random.nextDouble());
      x.set(i, 2, random.nextInt(8) == 0 ? Double.NaN : random.nextInt(3));
      x.set(i, 3, random.nextDouble());
    }
    return x;
  }

  private static double[] target(Matrix x) {
    double[] y = new double[x.rows()];
    for (int i = 0; i < y.length; i++) {
      double a = Double.isNaN(x.get(i, 0)) ? -3 : x.get(i, 0);
      y[i] = a * x.get(i, 1) + (x.get(i, 2) == 1 ? 4 : 0);
    }
    return y;
  }

  private static Dataset regression(int rows, long seed) {
    Matrix x = features(rows, seed);
    return Dataset.of(x, SCHEMA).withTarget(target(x));
  }

  private static Dataset classification(int rows, long seed) {
    Matrix x = features(rows, seed);
    double[] y = target(x);
    return Dataset.of(x, SCHEMA)
        .withLabels(
            Labels.of(
                Arrays.stream(y).mapToObj(v -> v < 1 ? "low" : v < 4 ? "mid" : "top").toList()));
  }

  /** phi_j by the definition: the mean gain of knowing j over all orders of the features. */
  private static double[] shapley(int d, ToDoubleFunction<boolean[]> value) {
    double[] phi = new double[d];
    double factorial = 1;
    for (int i = 2; i <= d; i++) {
      factorial *= i;
    }
    for (int set = 0; set < 1 << d; set++) {
      boolean[] known = new boolean[d];
      for (int j = 0; j < d; j++) {
        known[j] = (set >> j & 1) == 1;
      }
      int size = Integer.bitCount(set);
      for (int j = 0; j < d; j++) {
        if (!known[j]) {
          double weight = 1;
          for (int i = 2; i <= size; i++) {
            weight *= i;
          }
          for (int i = 2; i <= d - size - 1; i++) {
            weight *= i;
          }
          double without = value.applyAsDouble(known);
          known[j] = true;
          phi[j] += weight / factorial * (value.applyAsDouble(known) - without);
          known[j] = false;
        }
      }
    }
    return phi;
  }

  private static double byPath(Tree tree, int node, double[] row, boolean[] known) {
    if (tree.isLeaf(node)) {
      return tree.value(node, 0);
    }
    int f = tree.feature(node);
    if (known[f]) {
      int next = tree.goesLeft(node, row[f]) ? tree.left(node) : tree.right(node);
      return byPath(tree, next, row, known);
    }
    double left = tree.cover(tree.left(node));
    double right = tree.cover(tree.right(node));
    return (left * byPath(tree, tree.left(node), row, known)
            + right * byPath(tree, tree.right(node), row, known))
        / (left + right);
  }

  private static double byBackground(Tree tree, Matrix background, double[] row, boolean[] known) {
    double sum = 0;
    double[] mixed = new double[row.length];
    for (int i = 0; i < background.rows(); i++) {
      background.rowInto(i, mixed);
      for (int j = 0; j < row.length; j++) {
        mixed[j] = known[j] ? row[j] : mixed[j];
      }
      sum += tree.predict(mixed);
    }
    return sum / background.rows();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void pathDependentValuesAreTheirDefinition(int seed) {
    var model = new DecisionTreeRegressor().withMaxDepth(5).fit(regression(120, seed));
    TreeShap shap = TreeShap.of(model);
    Matrix rows = features(20, seed + 100);
    for (double[] row : rows.toArray()) {
      double[] expected = shapley(4, known -> byPath(model.tree(), 0, row, known));
      assertThat(shap.explain(row).contributions()).containsExactly(expected, offset(ROUNDING));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void interventionalValuesAreTheirDefinition(int seed) {
    var model = new DecisionTreeRegressor().withMaxDepth(5).fit(regression(120, seed));
    Matrix background = features(15, seed + 200);
    TreeShap shap = TreeShap.of(model, background);
    for (double[] row : features(20, seed + 100).toArray()) {
      double[] expected = shapley(4, known -> byBackground(model.tree(), background, row, known));
      assertThat(shap.explain(row).contributions()).containsExactly(expected, offset(ROUNDING));
    }
  }

  private static void assertSumsTo(AdditiveTrees model, Matrix rows, int output, double[] wanted) {
    for (TreeShap shap : List.of(TreeShap.of(model), TreeShap.of(model, features(10, 77)))) {
      for (int i = 0; i < rows.rows(); i++) {
        double[] row = rows.row(i).toArray();
        Explanation explanation = shap.explain(row, output);
        assertThat(explanation.output()).isCloseTo(wanted[i], offset(ROUNDING));
        assertThat(explanation.expected()).isEqualTo(shap.expected()[output]);
      }
    }
  }

  @Test
  void contributionsOfADeepForestAddUpToItsPrediction() {
    var model = new RandomForestRegressor().withTrees(20).fit(regression(500, 3));
    Matrix rows = features(30, 4);
    assertSumsTo(model, rows, 0, model.predict(rows).toArray());
  }

  @Test
  void contributionsToEachClassAddUpToItsProbability() {
    var model = new RandomForestClassifier().withTrees(20).fit(classification(500, 3));
    Matrix rows = features(30, 4);
    Matrix p = model.probabilities(rows);
    for (int c = 0; c < 3; c++) {
      assertSumsTo(model, rows, c, p.column(c).toArray());
    }
  }

  @Test
  void contributionsToTheScoresOfBoostingAddUp() {
    Matrix rows = features(30, 4);
    var regression = new GradientBoostingRegressor().withTrees(20).fit(regression(500, 3));
    assertSumsTo(regression, rows, 0, regression.predict(rows).toArray());
    var classes = new GradientBoostingClassifier().withTrees(10).fit(classification(500, 3));
    Matrix p = classes.probabilities(rows);
    TreeShap shap = TreeShap.of(classes);
    for (int i = 0; i < rows.rows(); i++) {
      double[] row = rows.row(i).toArray();
      double odds = Math.exp(shap.explain(row, 0).output() - shap.explain(row, 2).output());
      assertThat(p.get(i, 0) / p.get(i, 2)).isCloseTo(odds, withPercentage(1e-6));
    }
  }

  @Test
  void aFeatureThatNoTreeAsksAboutContributesNothing() {
    Dataset data = regression(200, 6);
    Matrix x = data.x().copy();
    for (int i = 0; i < x.rows(); i++) {
      x.set(i, 3, 1);
    }
    var model = new RandomForestRegressor().withTrees(10).fit(data.withFeatures(x, SCHEMA));
    for (double[] row : features(10, 7).toArray()) {
      assertThat(TreeShap.of(model).explain(row).contribution(3)).isZero();
      assertThat(TreeShap.of(model, x).explain(row).contribution(3)).isZero();
    }
  }

  @Test
  void aBatchIsItsRows() {
    var model = new RandomForestRegressor().withTrees(5).fit(regression(200, 6));
    Matrix rows = features(40, 8);
    TreeShap shap = TreeShap.of(model);
    Matrix batch = shap.contributions(rows, 0);
    for (int i = 0; i < rows.rows(); i++) {
      assertThat(batch.row(i).toArray())
          .isEqualTo(shap.explain(rows.row(i).toArray()).contributions());
    }
  }

  @Test
  void wrongRowsAreRefused() {
    var model = new RandomForestRegressor().withTrees(5).fit(regression(50, 6));
    assertThatThrownBy(() -> TreeShap.of(model).explain(new double[3]))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("3 columns");
    assertThatThrownBy(() -> TreeShap.of(model, Matrix.zeros(0, 4)))
        .isInstanceOf(DataException.class);
  }

  @Test
  void anExplanationNamesFeaturesAndLevels() {
    var model = new RandomForestRegressor().withTrees(5).fit(regression(200, 6));
    String text = TreeShap.of(model).explain(new double[] {3, 0.5, 1, 0.5}).toString();
    assertThat(text).contains("a = 3.0").contains("c = v").contains("expected").contains("output");
  }
}
