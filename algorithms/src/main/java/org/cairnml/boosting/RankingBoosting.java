package org.cairnml.boosting;

import java.util.List;
import org.cairnml.core.FitSummary;
import org.cairnml.core.RankingModel;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;
import org.cairnml.tree.AdditiveTrees;
import org.cairnml.tree.Tree;

/** A sum of trees as the score that orders the rows of a query. */
public final class RankingBoosting implements RankingModel, AdditiveTrees {

  private final Schema schema;
  private final TreeEnsemble ensemble;
  private final FitSummary summary;

  RankingBoosting(Schema schema, TreeEnsemble ensemble, FitSummary summary) {
    this.schema = schema;
    this.ensemble = ensemble;
    this.summary = summary;
  }

  TreeEnsemble ensemble() {
    return ensemble;
  }

  /** The trees, one a round. */
  @Override
  public List<Tree> trees() {
    return ensemble.trees();
  }

  /** How many rounds of boosting the model holds. */
  public int rounds() {
    return ensemble.rounds();
  }

  /** The score without any tree. */
  public double startScore() {
    return ensemble.start()[0];
  }

  /** The model after its first rounds. */
  public RankingBoosting after(int rounds) {
    return new RankingBoosting(schema, ensemble.first(rounds), summary);
  }

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public int outputOf(int t) {
    return 0;
  }

  @Override
  public double scale() {
    return 1;
  }

  @Override
  public double base(int o) {
    return startScore();
  }

  @Override
  public double score(double[] row) {
    return ensemble.score(row, schema);
  }

  @Override
  public Vector scores(Matrix x) {
    double[] all = new double[x.rows()];
    ensemble.scoresInto(x, schema, all, (from, to) -> {});
    return Vector.wrap(all);
  }

  /**
   * The scores of the rows of x (n x d) after each count of rounds, in one pass: column r (n x
   * (rounds + 1)) holds the scores of {@link #after after(r)}.
   */
  public Matrix stagedScores(Matrix x) {
    return Matrix.ofColumns(ensemble.stages(x, schema));
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public FitSummary summary() {
    return summary;
  }

  @Override
  public String toString() {
    return "RankingBoosting[" + rounds() + " rounds]";
  }
}
