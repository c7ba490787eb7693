package org.cairnml.boosting;

import org.cairnml.core.FitSummary;
import org.cairnml.core.RankingModel;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;

/** A sum of trees as the score that orders the rows of a query. */
public final class RankingBoosting extends BoostedTrees implements RankingModel {

  RankingBoosting(Schema schema, TreeEnsemble ensemble, FitSummary summary) {
    super(schema, ensemble, summary);
  }

  /** The score without any tree. */
  public double startScore() {
    return ensemble().start()[0];
  }

  /** The model after its first rounds. */
  public RankingBoosting after(int rounds) {
    return new RankingBoosting(schema(), ensemble().first(rounds), summary());
  }

  @Override
  public double score(double[] row) {
    return ensemble().score(row, schema());
  }

  @Override
  public Vector scores(Matrix x) {
    double[] all = new double[x.rows()];
    ensemble().scoresInto(x, schema(), all, (from, to) -> {});
    return Vector.wrap(all);
  }

  /**
   * The scores of the rows of x (n x d) after each count of rounds, in one pass: column r (n x
   * (rounds + 1)) holds the scores of {@link #after after(r)}.
   */
  public Matrix stagedScores(Matrix x) {
    return Matrix.ofColumns(ensemble().stages(x, schema()));
  }

  @Override
  public String toString() {
    return "RankingBoosting[" + rounds() + " rounds]";
  }
}
