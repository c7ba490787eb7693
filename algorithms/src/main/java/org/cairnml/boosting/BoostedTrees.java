package org.cairnml.boosting;

import java.util.List;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitSummary;
import org.cairnml.core.Schema;
import org.cairnml.tree.AdditiveTrees;
import org.cairnml.tree.Importance;
import org.cairnml.tree.Tree;

/**
 * What the models of gradient boosting share: in each round, trees whose values are added to the
 * scores, one an output.
 */
public abstract sealed class BoostedTrees implements AdditiveTrees
    permits ClassificationBoosting, RankingBoosting, RegressionBoosting {

  private final Schema schema;
  private final TreeEnsemble ensemble;
  private final FitSummary summary;

  BoostedTrees(Schema schema, TreeEnsemble ensemble, FitSummary summary) {
    this.schema = schema;
    this.ensemble = ensemble;
    this.summary = summary;
  }

  final TreeEnsemble ensemble() {
    return ensemble;
  }

  /** The trees to go on from on some data, which must have the columns of the model. */
  final TreeEnsemble ensembleFor(Dataset data) {
    if (data.cols() != schema.width()) {
      throw new DataException(
          "the model has %d columns, the data %d".formatted(schema.width(), data.cols()));
    }
    return ensemble;
  }

  /** The trees: one an output in each round, the rounds one after the other. */
  @Override
  public final List<Tree> trees() {
    return ensemble.trees();
  }

  /** How many rounds of boosting the model holds. */
  public final int rounds() {
    return ensemble.rounds();
  }

  @Override
  public final int outputs() {
    return ensemble.outputs();
  }

  @Override
  public final int outputOf(int t) {
    return t % ensemble.outputs();
  }

  @Override
  public final double base(int o) {
    return ensemble.start()[o];
  }

  /** How much each feature matters in all trees together; adds up to 1, or 0 (d). */
  @Override
  public final double[] importances(Importance kind) {
    return kind.inAll(trees(), schema.width());
  }

  @Override
  public final Schema schema() {
    return schema;
  }

  @Override
  public final FitSummary summary() {
    return summary;
  }
}
