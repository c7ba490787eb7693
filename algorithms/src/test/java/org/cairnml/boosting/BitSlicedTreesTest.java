package org.cairnml.boosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cairnml.base.Seed;
import org.cairnml.tree.Tree;
import org.cairnml.tree.TreeBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitSlicedTreesTest {

  private static final int ROWS = 300;
  private static final int COLUMNS = 4;

  private final SplittableRandom random = Seed.of(5).generator();

  /** A tree that splits leaves at random, by thresholds that some values are equal to. */
  private Tree tree(int leaves) {
    TreeBuilder builder = new TreeBuilder(1, leaves);
    int[] open = new int[leaves];
    for (int n = 1; n < leaves; n++) {
      int at = random.nextInt(n);
      double threshold = random.nextInt(-3, 4) * 0.5;
      open[n] = builder.split(open[at], random.nextInt(COLUMNS), threshold, true, 1, 1, 1);
      open[at] = open[n] + 1;
    }
    for (int leaf : open) {
      builder.setValues(leaf, random.nextDouble());
    }
    return builder.build();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 31, 32, 33, 64, 65, 256})
  void scoresAreThoseOfTheTreesOneByOne(int leaves) {
    List<Tree> trees = IntStream.range(0, 6).mapToObj(t -> tree(leaves)).toList();
    double[] data = random.ints(ROWS * COLUMNS, -5, 6).mapToDouble(v -> v * 0.5).toArray();
    double[] expected = new double[2 * ROWS];
    for (int i = 0; i < ROWS; i++) {
      double[] row = Arrays.copyOfRange(data, i * COLUMNS, (i + 1) * COLUMNS);
      for (int t = 0; t < trees.size(); t++) {
        expected[2 * i + t % 2] += trees.get(t).predict(row);
      }
    }
    double[] scores = new double[2 * ROWS];
    assertThat(BitSlicedTrees.suits(trees)).isTrue();
    new BitSlicedTrees(trees, 2).addScores(data, 0, COLUMNS, ROWS, scores, 0);
    assertThat(scores).isEqualTo(expected);
  }

  @Test
  void moreThanEightBitsOfLeavesDoNotSuit() {
    assertThat(BitSlicedTrees.suits(List.of(tree(256), tree(257)))).isFalse();
  }
}
