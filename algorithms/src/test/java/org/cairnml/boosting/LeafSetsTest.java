package org.cairnml.boosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.base.Workers;
import org.cairnml.testkit.Allocation;
import org.cairnml.tree.Tree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeafSetsTest {

  private static final int ROWS = 300;
  private static final int COLUMNS = 4;
  private static final int OUTPUTS = 2;

  private final RandomTrees random = new RandomTrees(COLUMNS);

  private List<Tree> trees(int count, int leaves) {
    return IntStream.range(0, count).mapToObj(t -> random.tree(leaves)).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 9, 16, 17, 31, 32})
  void scoresAreThoseOfTheTreesOneByOne(int leaves) {
    List<Tree> trees = trees(OUTPUTS * 70, leaves);
    double[] rows = random.rows(ROWS);
    double[] scores = new double[OUTPUTS * ROWS];
    assertThat(LeafSets.suits(trees, OUTPUTS)).isTrue();
    LeafSets sets = new LeafSets(trees, OUTPUTS);
    for (int i = 0; i < ROWS; i++) {
      sets.addScores(rows, i * COLUMNS, scores, i * OUTPUTS);
    }
    assertThat(scores).isEqualTo(random.scores(trees, OUTPUTS, rows));
  }

  @Test
  void manyThreadsScoreAtATime() {
    List<Tree> trees = trees(OUTPUTS * 40, 31);
    double[] rows = random.rows(ROWS);
    double[] scores = new double[OUTPUTS * ROWS];
    LeafSets sets = new LeafSets(trees, OUTPUTS);
    Workers.of(4)
        .ranges(
            ROWS,
            1,
            (from, to) -> {
              for (int i = from; i < to; i++) {
                sets.addScores(rows, i * COLUMNS, scores, i * OUTPUTS);
              }
            });
    assertThat(scores).isEqualTo(random.scores(trees, OUTPUTS, rows));
  }

  @Test
  void aRowAllocatesNothing() throws ReflectiveOperationException {
    FlatTrees trees = new FlatTrees(trees(100, 31), 1);
    double[] row = Arrays.copyOf(random.rows(1), COLUMNS);
    double[] sum = {0};
    assertThat(Allocation.bytesPerRun(5000, () -> sum[0] += trees.score(row, 0))).isZero();
    assertThat(sum[0]).isPositive();
  }

  @Test
  void largeTreesAndFewOfManyColumnsDoNotSuit() {
    assertThat(LeafSets.suits(List.of(random.tree(32), random.tree(33)), 1)).isFalse();
    assertThat(LeafSets.suits(List.of(new RandomTrees(1000).tree(31)), 1)).isFalse();
  }
}
