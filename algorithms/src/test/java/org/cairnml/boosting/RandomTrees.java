package org.cairnml.boosting;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.cairnml.base.Seed;
import org.cairnml.tree.Tree;
import org.cairnml.tree.TreeBuilder;

/** Trees that ask at random, and rows of which many values are equal to their thresholds. */
final class RandomTrees {

  private final SplittableRandom random = Seed.of(5).generator();
  private final int columns;

  RandomTrees(int columns) {
    this.columns = columns;
  }

  /** A tree that splits leaves at random. */
  Tree tree(int leaves) {
    TreeBuilder builder = new TreeBuilder(1, leaves);
    int[] open = new int[leaves];
    for (int n = 1; n < leaves; n++) {
      int at = random.nextInt(n);
      double threshold = random.nextInt(-3, 4) * 0.5;
      open[n] = builder.split(open[at], random.nextInt(columns), threshold, true, 1, 1, 1);
      open[at] = open[n] + 1;
    }
    for (int leaf : open) {
      builder.setValues(leaf, random.nextDouble());
    }
    return builder.build();
  }

  /** Rows, one after the other. */
  double[] rows(int count) {
    return random.ints((long) count * columns, -5, 6).mapToDouble(v -> v * 0.5).toArray();
  }

  /** The scores of rows, row by row, by the trees one by one. */
  double[] scores(List<Tree> trees, int outputs, double[] rows) {
    double[] scores = new double[rows.length / columns * outputs];
    for (int i = 0; i < rows.length / columns; i++) {
      double[] row = Arrays.copyOfRange(rows, i * columns, (i + 1) * columns);
      for (int t = 0; t < trees.size(); t++) {
        scores[i * outputs + t % outputs] += trees.get(t).predict(row);
      }
    }
    return scores;
  }
}
