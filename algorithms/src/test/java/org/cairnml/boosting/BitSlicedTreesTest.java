package org.cairnml.boosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.tree.Tree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitSlicedTreesTest {

  private static final int ROWS = 300;
  private static final int COLUMNS = 4;

  private final RandomTrees random = new RandomTrees(COLUMNS);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 31, 32, 33, 64, 65, 256})
  void scoresAreThoseOfTheTreesOneByOne(int leaves) {
    List<Tree> trees = IntStream.range(0, 6).mapToObj(t -> random.tree(leaves)).toList();
    double[] data = random.rows(ROWS);
    double[] expected = random.scores(trees, 2, data);
    double[] scores = new double[2 * ROWS];
    assertThat(BitSlicedTrees.suits(trees)).isTrue();
    new BitSlicedTrees(trees, 2).addScores(data, 0, COLUMNS, ROWS, scores, 0);
    assertThat(scores).isEqualTo(expected);
  }

  @Test
  void moreThanEightBitsOfLeavesDoNotSuit() {
    assertThat(BitSlicedTrees.suits(List.of(random.tree(256), random.tree(257)))).isFalse();
  }
}
