package org.cairnml.boosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairnml.base.Seed;
import org.cairnml.core.ClassWeights;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.tree.Tree;
import org.junit.jupiter.api.Test;

final class ColumnSampleTest {

  private static final BoostingSettings HALVES =
      new BoostingSettings()
          .withColumnShare(0.5)
          .withColumnShareByLevel(0.5)
          .withColumnShareByNode(0.5);

  /** Twelve columns that all matter. */
  private static Dataset sums(int n) {
    double[] x = new SplittableRandom(1).doubles(12L * n, -2, 2).toArray();
    Matrix features = Matrix.wrap(x, n, 12);
    double[] y = new double[n];
    Arrays.setAll(y, i -> Arrays.stream(features.row(i).toArray()).map(v -> v * v * v).sum());
    return Dataset.of(features, y);
  }

  private static Set<Integer> columns(boolean[] mask) {
    return IntStream.range(0, mask.length).filter(j -> mask[j]).boxed().collect(Collectors.toSet());
  }

  @Test
  void sharesMultiply() {
    ColumnSample all = new ColumnSample(HALVES, 16, Seed.of(3));
    ColumnSample ofTree =
        new ColumnSample(HALVES.withColumnShareByLevel(1).withColumnShareByNode(1), 16, Seed.of(3));
    ColumnSample ofLevel = new ColumnSample(HALVES.withColumnShareByNode(1), 16, Seed.of(3));
    for (int node = 0; node < 31; node++) {
      int depth = 31 - Integer.numberOfLeadingZeros(node + 1);
      assertThat(columns(ofTree.of(node, depth)))
          .hasSize(8)
          .containsAll(columns(ofLevel.of(node, depth)));
      assertThat(columns(ofLevel.of(node, depth)))
          .hasSize(4)
          .containsAll(columns(all.of(node, depth)));
      assertThat(columns(all.of(node, depth))).hasSize(2);
    }
  }

  @Test
  void aLevelHasOneDrawAndEachNodeItsOwn() {
    ColumnSample byLevel =
        new ColumnSample(new BoostingSettings().withColumnShareByLevel(0.5), 20, Seed.of(5));
    assertThat(byLevel.of(3, 2)).isEqualTo(byLevel.of(6, 2)).isNotEqualTo(byLevel.of(7, 3));
    ColumnSample byNode =
        new ColumnSample(new BoostingSettings().withColumnShareByNode(0.5), 20, Seed.of(5));
    assertThat(byNode.of(3, 2)).isEqualTo(byNode.of(3, 2)).isNotEqualTo(byNode.of(6, 2));
  }

  @Test
  void sharesOfOneDrawNothing() {
    assertThat(new ColumnSample(new BoostingSettings(), 9, Seed.of(2)).of(4, 2)).isNull();
    BoostingSettings byTree = new BoostingSettings().withColumnShare(0.4);
    int[] order = Seed.of(2).permutation(10);
    assertThat(columns(new ColumnSample(byTree, 10, Seed.of(2)).of(4, 2)))
        .as("the tree's draw is the start of the seed's permutation")
        .containsExactlyInAnyOrder(order[0], order[1], order[2], order[3]);
  }

  @Test
  void atLeastOneColumnIsDrawn() {
    BoostingSettings few =
        new BoostingSettings()
            .withColumnShare(0.01)
            .withColumnShareByLevel(0.01)
            .withColumnShareByNode(0.01);
    assertThat(columns(new ColumnSample(few, 5, Seed.of(1)).of(9, 3))).hasSize(1);
  }

  @Test
  void levelsOfATreeKeepToTheirColumns() {
    Dataset data = sums(2000);
    var learner = new GradientBoostingRegressor().withTrees(12).withColumnShareByLevel(0.25);
    boolean levelsDiffer = false;
    for (Tree tree : learner.fit(data).trees()) {
      var ofDepth = new TreeMap<Integer, Set<Integer>>();
      collect(tree, 0, 0, ofDepth);
      assertThat(ofDepth.values()).allSatisfy(used -> assertThat(used).hasSizeBetween(1, 3));
      levelsDiffer |= new HashSet<>(ofDepth.values()).size() > 1;
    }
    assertThat(levelsDiffer).isTrue();
  }

  private static void collect(Tree tree, int node, int depth, TreeMap<Integer, Set<Integer>> to) {
    if (!tree.isLeaf(node)) {
      to.computeIfAbsent(depth, d -> new HashSet<>()).add(tree.feature(node));
      collect(tree, tree.left(node), depth + 1, to);
      collect(tree, tree.right(node), depth + 1, to);
    }
  }

  @Test
  void nodesThatMayUseOneColumnUseThemAll() {
    Dataset data = sums(1000);
    var learner = new GradientBoostingRegressor().withTrees(80);
    var oneEach = learner.withColumnShareByNode(1 / 12.0).fit(data);
    assertThat(oneEach.trees().stream().map(tree -> tree.feature(0)).distinct()).hasSize(12);
    Tree first = oneEach.trees().get(0);
    long used =
        IntStream.range(0, first.nodes())
            .filter(node -> !first.isLeaf(node))
            .map(first::feature)
            .distinct()
            .count();
    assertThat(used).as("nodes of one tree draw anew").isGreaterThan(6);
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() {
    Dataset numbers = sums(20_000);
    int[] codes =
        Arrays.stream(numbers.target()).mapToInt(v -> v < -5 ? 0 : v < 5 ? 1 : 2).toArray();
    Dataset data = numbers.withLabels(Labels.ofCodes(codes, List.of("a", "b", "c")));
    var learner = new GradientBoostingClassifier(ClassWeights.EQUAL, HALVES).withTrees(4);
    var one = learner.fit(data, new FitOptions().withWorkers(1));
    for (int threads : new int[] {2, 4}) {
      assertThat(learner.fit(data, new FitOptions().withWorkers(threads)).trees())
          .isEqualTo(one.trees());
    }
  }

  @Test
  void aRoundWithoutUsefulColumnsIsNotTheLast() {
    int n = 400;
    Matrix x = Matrix.zeros(n, 8);
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x.set(i, 5, i);
      y[i] = Math.sin(i / 40.0);
    }
    var learner = new GradientBoostingRegressor().withTrees(60).withColumnShareByLevel(0.125);
    var model = learner.fit(Dataset.of(x, y));
    assertThat(model.rounds()).isEqualTo(60);
    assertThat(model.trees().stream().mapToInt(Tree::leaves)).contains(1, 2);
  }
}
