package org.cairnml.tree;

import java.util.List;
import org.cairnml.base.Workers;
import org.cairnml.core.FeatureImportances;
import org.cairnml.core.Model;
import org.cairnml.core.Schema.Missing;
import org.cairnml.linalg.Matrix;

/**
 * A model whose raw outputs are sums over trees: output o of a row is {@code base(o)} plus {@code
 * scale()} times the sum of what the trees say of it. The raw outputs of a forest are its
 * probabilities or its prediction; those of a boosted model are scores, before its link function.
 */
public interface AdditiveTrees extends Model, FeatureImportances {

  /** The {@link #outputOf} of a tree that has a number for every output in each leaf. */
  int EVERY_OUTPUT = -1;

  /** How many numbers it makes of a row. */
  int outputs();

  /** The trees. */
  List<Tree> trees();

  /** The output that tree {@code t} adds its only number to, or {@link #EVERY_OUTPUT}. */
  default int outputOf(int t) {
    return EVERY_OUTPUT;
  }

  /** What a sum over trees is multiplied by. */
  default double scale() {
    return 1;
  }

  /** Output {@code o} without trees. */
  default double base(int o) {
    return 0;
  }

  /** How much each feature matters, by the kind of count asked for; adds up to 1, or 0 (d). */
  default double[] importances(Importance kind) {
    return kind.of(trees(), schema().width());
  }

  /** The gains of the splits by each feature, as shares that add up to 1. */
  @Override
  default double[] featureImportances() {
    return importances(Importance.GAIN);
  }

  /**
   * The leaf that a row (d values) reaches in each tree, as the number of its node in {@link Tree}.
   *
   * @throws org.cairnml.base.DataException if the row does not fit the schema
   */
  default int[] leafIndices(double[] row) {
    schema().check(row, Missing.ALLOWED);
    return trees().stream().mapToInt(tree -> tree.leaf(row)).toArray();
  }

  /**
   * The leaves that the rows of x (n x d) reach: element i is {@link #leafIndices(double[])} of row
   * i. Computed in parallel.
   *
   * @throws org.cairnml.base.DataException if the matrix does not fit the schema
   */
  default int[][] leafIndices(Matrix x) {
    schema().check(x, Missing.ALLOWED);
    int partRows = 256;
    List<Tree> trees = trees();
    int[][] leaves = new int[x.rows()][trees.size()];
    Workers.standard()
        .ranges(
            x.rows(),
            partRows,
            (from, to) -> {
              double[] row = new double[x.cols()];
              for (int i = from; i < to; i++) {
                x.rowInto(i, row);
                for (int t = 0; t < trees.size(); t++) {
                  leaves[i][t] = trees.get(t).leaf(row);
                }
              }
            });
    return leaves;
  }
}
