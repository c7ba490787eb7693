package org.cairnml.tree;

import java.util.List;
import org.cairnml.base.Workers;
import org.cairnml.linalg.Matrix;

/**
 * Sums of leaf numbers over trees, for one row or many, as fast as the trees allow. Immutable; the
 * packed form is made when first needed.
 */
public final class ForestScorer {
  // A block of rows passes all nodes through the caches, which many rows pay for and few do not: a
  // small batch goes row by row, eight trees at once.

  private static final int BLOCKS = 4;
  private static final int FEWEST_ROWS_FOR_BLOCKS = 2_048;
  private static final int PART_ROWS = 32;

  private final List<Tree> trees;
  private final int outputs;
  private volatile Packed packed;

  /** The packed trees, null for trees that cannot be packed. */
  private record Packed(PackedForest forest) {}

  /**
   * A scorer.
   *
   * @param outputs how many sums there are: as many as a leaf has numbers, or, for leaves of one
   *     number, any count, tree t adding to sum {@code t % outputs}
   */
  public ForestScorer(List<Tree> trees, int outputs) {
    this.trees = List.copyOf(trees);
    this.outputs = outputs;
  }

  private PackedForest forest() {
    Packed made = packed;
    if (made == null) {
      made = new Packed(PackedForest.of(trees, outputs).orElse(null));
      packed = made;
    }
    return made.forest();
  }

  /** Adds the leaf numbers of all trees for one row (d values) to {@code sums}. */
  public void addTo(double[] row, double[] sums) {
    PackedForest forest = forest();
    if (forest != null) {
      forest.addTo(row, sums);
      return;
    }
    boolean vectors = trees.get(0).width() > 1;
    for (int t = 0; t < trees.size(); t++) {
      if (vectors) {
        trees.get(t).addTo(row, sums);
      } else {
        sums[t % outputs] += trees.get(t).predict(row);
      }
    }
  }

  /** The sum of the leaf numbers of all trees for one row (d values), where there is one output. */
  public double sum(double[] row) {
    double[] sum = new double[1];
    addTo(row, sum);
    return sum[0];
  }

  /** Adds the leaf numbers of all trees for the rows of x (n x d) to {@code sums} (n x outputs). */
  public void addTo(Matrix x, double[] sums, Workers workers) {
    PackedForest forest = forest();
    if (forest == null || x.rows() < FEWEST_ROWS_FOR_BLOCKS) {
      addRowByRow(x, sums, workers);
      return;
    }
    int quarter = (x.rows() + BLOCKS - 1) / BLOCKS;
    workers.ranges(
        x.rows(),
        Math.min(BlockScorer.MOST_ROWS, quarter),
        (from, to) -> new BlockScorer(forest, x, from, to).addTo(sums, from * outputs));
  }

  private void addRowByRow(Matrix x, double[] sums, Workers workers) {
    workers.ranges(
        x.rows(),
        PART_ROWS,
        (from, to) -> {
          double[] row = new double[x.cols()];
          double[] one = new double[outputs];
          for (int i = from; i < to; i++) {
            x.rowInto(i, row);
            System.arraycopy(sums, i * outputs, one, 0, outputs);
            addTo(row, one);
            System.arraycopy(one, 0, sums, i * outputs, outputs);
          }
        });
  }

  @Override
  public String toString() {
    return "ForestScorer[" + trees.size() + " trees, " + outputs + " outputs]";
  }
}
