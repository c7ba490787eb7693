package org.cairnml.tree;

import java.util.List;
import java.util.Optional;
import org.cairnml.base.DataException;
import org.cairnml.base.Workers;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitSummary;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.linalg.Matrix;

/** What forests share: many trees whose mean is the prediction. */
public abstract sealed class Forest implements AdditiveTrees
    permits ClassificationForest, RegressionForest {

  private final Schema schema;
  private final int outputs;
  private final List<Tree> trees;
  private final FitSummary summary;
  private final OutOfBag outOfBag;
  private final ForestScorer scorer;

  Forest(Schema schema, int outputs, List<Tree> trees, FitSummary summary, OutOfBag outOfBag) {
    this.schema = schema;
    this.outputs = outputs;
    this.trees = List.copyOf(trees);
    this.summary = summary;
    this.outOfBag = outOfBag;
    this.scorer = new ForestScorer(this.trees, outputs);
  }

  @Override
  public final List<Tree> trees() {
    return trees;
  }

  @Override
  public final int outputs() {
    return outputs;
  }

  @Override
  public final double scale() {
    return 1.0 / trees.size();
  }

  @Override
  public final Schema schema() {
    return schema;
  }

  @Override
  public final FitSummary summary() {
    return summary;
  }

  /**
   * How well the training rows, of those that some tree has not seen, are predicted by the trees
   * that have not seen them: the share of right classes, or R squared of numbers. Empty unless the
   * learner was told to find it.
   */
  public final Optional<Double> outOfBagScore() {
    return Optional.ofNullable(outOfBag).map(OutOfBag::score);
  }

  /** The outputs (n x outputs) of the training rows by the trees that have not seen them. */
  final Optional<Matrix> outOfBagOutputs() {
    return Optional.ofNullable(outOfBag).map(OutOfBag::predictions);
  }

  /** Sums over trees, one an output; {@code out} must be 0 before. */
  final ForestScorer scorer() {
    return scorer;
  }

  /** The outputs of the rows of x (n x d), row by row (n x outputs). */
  final double[] means(Matrix x) {
    schema.check(x, Missing.ALLOWED);
    double[] all = new double[x.rows() * outputs];
    scorer.addTo(x, all, Workers.standard());
    for (int i = 0; i < all.length; i++) {
      all[i] /= trees.size();
    }
    return all;
  }

  /** Refuses data with other columns. */
  void requireFittedOn(Dataset data) {
    if (!data.schema().equals(schema)) {
      throw new DataException(
          "the forest was fitted on the columns " + schema.names() + ", the data have others");
    }
  }

  /** How large it is, for a person to read. */
  final String size() {
    return trees.size() + " trees, " + trees.stream().mapToInt(Tree::leaves).sum() + " leaves";
  }
}
