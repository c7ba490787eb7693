package org.cairnml.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cairnml.base.Seed;
import org.cairnml.base.Workers;
import org.cairnml.core.Dataset;
import org.cairnml.core.Feature;
import org.cairnml.core.Schema;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.junit.jupiter.api.Test;

class PackedForestTest {

  private static Matrix data(long seed, int n, double missing) {
    SplittableRandom random = Seed.of(seed).generator();
    Matrix x = Matrix.zeros(n, 6);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < 6; j++) {
        double value = j < 3 ? random.nextDouble(-1, 1) : random.nextInt(3);
        x.set(i, j, random.nextDouble() < missing ? Double.NaN : value);
      }
    }
    return x;
  }

  private static Labels labels(long seed, int n) {
    return Labels.of(Seed.of(seed).generator().ints(n, 0, 3).toArray());
  }

  @Property(tries = 20)
  void sumsAreThoseOfTheTreesBitByBit(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 19) int trees, @ForAll boolean missing) {
    double share = missing ? 0.1 : 0;
    Dataset train = Dataset.of(data(seed, 300, share), labels(seed, 300));
    List<Tree> grown = new RandomForestClassifier().withTrees(trees).fit(train).trees();
    PackedForest packed = PackedForest.of(grown, 3).orElseThrow();
    Matrix x = data(seed + 1, 100, share);
    double[] block = new double[300];
    new ForestScorer(grown, 3).addTo(x, block, Workers.of(2));
    double[] parted = new double[300];
    new BlockScorer(packed, x, 0, 100).addTo(parted, 0);
    assertThat(parted).containsExactly(block);
    for (int i = 0; i < 100; i++) {
      double[] row = x.row(i).toArray();
      double[] expected = new double[3];
      grown.forEach(tree -> tree.addTo(row, expected));
      double[] sums = new double[3];
      packed.addTo(row, sums);
      assertThat(sums).containsExactly(expected);
      assertThat(new double[] {block[3 * i], block[3 * i + 1], block[3 * i + 2]})
          .containsExactly(expected);
    }
  }

  @Test
  void treesOfOneNumberTakeTurnsAtOutputs() {
    Matrix x = data(4, 200, 0.05);
    double[] y = Seed.of(5).generator().doubles(200).toArray();
    List<Tree> trees = new RandomForestRegressor().withTrees(10).fit(x, y).trees();
    var scorer = new ForestScorer(trees, 3);
    double[] batch = new double[600];
    scorer.addTo(x, batch, Workers.of(2));
    for (int i = 0; i < 200; i++) {
      double[] row = x.row(i).toArray();
      double[] expected = new double[3];
      for (int t = 0; t < 10; t++) {
        expected[t % 3] += trees.get(t).predict(row);
      }
      double[] sums = new double[3];
      scorer.addTo(row, sums);
      assertThat(sums).containsExactly(expected);
      assertThat(new double[] {batch[3 * i], batch[3 * i + 1], batch[3 * i + 2]})
          .containsExactly(expected);
    }
  }

  @Test
  void manyRowsAreScoredAsOne() {
    Dataset train = Dataset.of(data(1, 300, 0.1), labels(1, 300));
    ForestScorer scorer = new RandomForestClassifier().withTrees(5).fit(train).scorer();
    Matrix x = data(2, 2_500, 0.1);
    double[] batch = new double[7_500];
    scorer.addTo(x, batch, Workers.of(2));
    for (int i = 0; i < x.rows(); i++) {
      double[] sums = new double[3];
      scorer.addTo(x.row(i).toArray(), sums);
      assertThat(Arrays.copyOfRange(batch, 3 * i, 3 * i + 3)).containsExactly(sums);
    }
  }

  @Test
  void leavesWithoutQuestionsArePacked() {
    Matrix constant = Matrix.zeros(5, 2);
    RegressionForest forest = new RandomForestRegressor().fit(constant, 1.0, 1.0, 1.0, 1.0, 1.0);
    assertThat(forest.predict(Matrix.zeros(20, 2)).toArray()).containsOnly(1.0);
    assertThat(forest.predict(new double[] {3, 4})).isEqualTo(1);
  }

  @Test
  void categoriesAreScoredByTheTreesThemselves() {
    Schema schema = new Schema(List.of(Feature.category("c", List.of("a", "b", "c"))));
    Matrix x = Matrix.ofColumns(new double[] {0, 1, 2, 0, 1, 2});
    Dataset data = Dataset.of(x, schema).withTarget(1, 5, 1, 1, 5, 1);
    RegressionForest forest = new ExtraTreesRegressor().withTrees(5).fit(data);
    assertThat(PackedForest.of(forest.trees(), 1)).isEmpty();
    assertThat(forest.predict(x).toArray()).containsExactly(1, 5, 1, 1, 5, 1);
  }
}
