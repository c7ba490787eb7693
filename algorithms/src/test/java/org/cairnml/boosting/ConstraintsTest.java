package org.cairnml.boosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cairnml.core.Dataset;
import org.cairnml.core.Feature;
import org.cairnml.core.Schema;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.tree.Tree;

/** Constraints together, on data with gaps and categories, whatever the other settings. */
final class ConstraintsTest {

  private static final int ROWS = 300;
  private static final int LEVELS = 7;
  private static final Schema SCHEMA =
      new Schema(
          List.of(
              Feature.numeric("rises"),
              Feature.numeric("free"),
              Feature.numeric("falls"),
              Feature.category(
                  "level", IntStream.range(0, LEVELS).mapToObj(k -> "k" + k).toList())));
  private static final BoostingSettings CONSTRAINED =
      new BoostingSettings()
          .withTrees(15)
          .withRising(List.of("rises"))
          .withFalling(List.of("falls"))
          .withInteractions(List.of(List.of("rises", "free", "level"), List.of("free", "falls")));
  private static final int[][] GROUP_COLUMNS = {{0, 1, 3}, {1, 2}};

  /** Rounding of sums over trees. */
  private static final double ROUNDING = 1e-12;

  private static double[] row(SplittableRandom random) {
    double[] row = new double[4];
    for (int j = 0; j < 3; j++) {
      row[j] = random.nextInt(10) == 0 ? Double.NaN : 6 * random.nextDouble();
    }
    row[3] = random.nextInt(10) == 0 ? Double.NaN : random.nextInt(LEVELS);
    return row;
  }

  /** A target that goes up and down with each column, so that constraints bind. */
  private static double target(double[] row, SplittableRandom random) {
    double sum = 0.5 + random.nextDouble();
    for (int j = 0; j < row.length; j++) {
      sum += Double.isNaN(row[j]) ? 1 : 1 + Math.sin((j + 1) * row[j]);
    }
    return sum;
  }

  private static Dataset data(SplittableRandom random) {
    double[][] rows = IntStream.range(0, ROWS).mapToObj(i -> row(random)).toArray(double[][]::new);
    double[] y = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      y[i] = target(rows[i], random);
    }
    return Dataset.of(Matrix.of(rows), SCHEMA).withTarget(y);
  }

  @Property(tries = 20)
  void holdForNumbers(
      @ForAll long seed,
      @ForAll RegressionLoss loss,
      @ForAll Growth growth,
      @ForAll @IntRange(min = 1, max = 20) int minSamplesLeaf,
      @ForAll @IntRange(max = 1) int penalty) {
    var random = new SplittableRandom(seed);
    RegressionBoosting model =
        new GradientBoostingRegressor()
            .withBoosting(CONSTRAINED)
            .withLoss(loss)
            .withGrowth(growth)
            .withMinSamplesLeaf(minSamplesLeaf)
            .withL1(penalty)
            .fit(data(random));
    check(model, model::predict, random);
  }

  @Property(tries = 20)
  void holdForClasses(
      @ForAll long seed,
      @ForAll Growth growth,
      @ForAll @IntRange(min = 1, max = 20) int minSamplesLeaf) {
    var random = new SplittableRandom(seed);
    Dataset data = data(random);
    double[] y = data.target();
    String[] labels =
        IntStream.range(0, ROWS).mapToObj(i -> y[i] > 5 ? "yes" : "no").toArray(String[]::new);
    ClassificationBoosting model =
        new GradientBoostingClassifier()
            .withBoosting(CONSTRAINED)
            .withGrowth(growth)
            .withMinSamplesLeaf(minSamplesLeaf)
            .fit(data.withLabels(Labels.of(labels)));
    check(model, row -> model.probabilities(row)[1], random);
  }

  private static void check(
      BoostedTrees model, ToDoubleFunction<double[]> prediction, SplittableRandom random) {
    model.trees().forEach(tree -> requireOneGroup(tree, 0, new BitSet()));
    for (int trial = 0; trial < 20; trial++) {
      double[] row = row(random);
      requireRising(prediction, row, 0, 1);
      requireRising(prediction, row, 2, -1);
    }
  }

  private static void requireRising(
      ToDoubleFunction<double[]> prediction, double[] row, int column, int sign) {
    double[] moved = row.clone();
    double before = Double.NEGATIVE_INFINITY;
    for (int step = -5; step <= 65; step++) {
      moved[column] = 0.1 * step;
      double now = sign * prediction.applyAsDouble(moved);
      assertThat(now).isGreaterThanOrEqualTo(before - ROUNDING);
      before = now;
    }
  }

  private static void requireOneGroup(Tree tree, int node, BitSet above) {
    if (tree.isLeaf(node)) {
      return;
    }
    BitSet asked = (BitSet) above.clone();
    asked.set(tree.feature(node));
    assertThat(List.of(GROUP_COLUMNS))
        .anyMatch(
            group ->
                asked.stream().allMatch(j -> IntStream.of(group).anyMatch(column -> column == j)));
    requireOneGroup(tree, tree.left(node), asked);
    requireOneGroup(tree, tree.right(node), asked);
  }
}
