package org.cairnml.inspection;

import java.util.List;
import org.cairnml.base.DataException;
import org.cairnml.base.Workers;
import org.cairnml.core.Schema.Missing;
import org.cairnml.linalg.Matrix;
import org.cairnml.tree.AdditiveTrees;
import org.cairnml.tree.Tree;

/**
 * Shapley values of the features for the raw outputs of trees: exact, and they add up to the output
 * less its expected value. Outputs are probabilities for forests and single trees that classify,
 * scores (log-odds, log of the mean, ...) for boosted models.
 *
 * <p>{@link #of(AdditiveTrees)} takes what is expected from the training rows that took each branch
 * (path-dependent, fast); {@link #of(AdditiveTrees, Matrix)} takes it from background rows with
 * features broken apart (interventional, time proportional to the background).
 *
 * <p>Source: Lundberg et al. 2020, From local explanations to global understanding with explainable
 * AI for trees, doi:10.1038/s42256-019-0138-9.
 */
public final class TreeShap {

  private static final int PART_ROWS = 16;

  private final AdditiveTrees model;
  private final List<TreeExplainer> explainers;
  private final double[] expected;

  private TreeShap(AdditiveTrees model, List<TreeExplainer> explainers) {
    this.model = model;
    this.explainers = explainers;
    this.expected = new double[model.outputs()];
    for (int o = 0; o < expected.length; o++) {
      expected[o] = model.base(o);
    }
    for (int t = 0; t < explainers.size(); t++) {
      double[] of = explainers.get(t).expected();
      for (int v = 0; v < of.length; v++) {
        expected[output(t, v)] += model.scale() * of[v];
      }
    }
  }

  /** Explains by the training rows that took each branch. */
  public static TreeShap of(AdditiveTrees model) {
    List<Tree> trees = model.trees();
    return new TreeShap(
        model, Workers.standard().map(trees.size(), t -> new PathExplainer(trees.get(t))));
  }

  /**
   * Explains by comparison with background rows (m x d), of which 100 to 1,000 are usual.
   *
   * @throws org.cairnml.base.DataException if the background has other columns or no rows
   */
  public static TreeShap of(AdditiveTrees model, Matrix background) {
    model.schema().check(background, Missing.ALLOWED);
    if (background.rows() == 0) {
      throw new DataException("the background has no rows");
    }
    List<Tree> trees = model.trees();
    double[][] rows = background.toArray();
    return new TreeShap(
        model,
        Workers.standard().map(trees.size(), t -> new BackgroundExplainer(trees.get(t), rows)));
  }

  private int output(int tree, int value) {
    int output = model.outputOf(tree);
    return output == AdditiveTrees.EVERY_OUTPUT ? value : output;
  }

  /** The expected value of each output (a copy). */
  public double[] expected() {
    return expected.clone();
  }

  /** Explains output 0, the only one of a regression and of two-class boosting. */
  public Explanation explain(double[] row) {
    return explain(row, 0);
  }

  /**
   * Explains one output for one row (d values).
   *
   * @throws org.cairnml.base.DataException if the row has another width or unusable values
   */
  public Explanation explain(double[] row, int output) {
    double[][] all = contributions(row);
    return new Explanation(model.schema(), row, expected[output], all[output]);
  }

  /** The contributions (n x d) to one output for the rows of x (n x d). */
  public Matrix contributions(Matrix x, int output) {
    model.schema().check(x, Missing.ALLOWED);
    Matrix all = Matrix.zeros(x.rows(), x.cols());
    Workers.standard()
        .ranges(
            x.rows(),
            PART_ROWS,
            (from, to) -> {
              double[] row = new double[x.cols()];
              for (int i = from; i < to; i++) {
                x.rowInto(i, row);
                double[] one = contributions(row)[output];
                System.arraycopy(one, 0, all.data(), i * x.cols(), x.cols());
              }
            });
    return all;
  }

  private double[][] contributions(double[] row) {
    model.schema().check(row, Missing.ALLOWED);
    double[][] sums = new double[model.outputs()][row.length];
    for (int t = 0; t < explainers.size(); t++) {
      int width = explainers.get(t).expected().length;
      double[][] of = new double[width][];
      for (int v = 0; v < width; v++) {
        of[v] = sums[output(t, v)];
      }
      explainers.get(t).explain(row, model.scale(), of);
    }
    return sums;
  }
}
