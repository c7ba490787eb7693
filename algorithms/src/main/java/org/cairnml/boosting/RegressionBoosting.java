package org.cairnml.boosting;

import org.cairnml.core.FitSummary;
import org.cairnml.core.RegressionModel;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;

/** A sum of trees, through a link, as the prediction of a number. */
public final class RegressionBoosting extends BoostedTrees implements RegressionModel {

  private final Link link;

  RegressionBoosting(Schema schema, Link link, TreeEnsemble ensemble, FitSummary summary) {
    super(schema, ensemble, summary);
    this.link = link;
  }

  /** The score without any tree. */
  public double startScore() {
    return ensemble().start()[0];
  }

  /** How the sum of the trees becomes the prediction. */
  public Link link() {
    return link;
  }

  /** The model after its first rounds. */
  public RegressionBoosting after(int rounds) {
    return new RegressionBoosting(schema(), link, ensemble().first(rounds), summary());
  }

  @Override
  public double predict(double[] row) {
    return link.response(ensemble().score(row, schema()));
  }

  @Override
  public Vector predict(Matrix x) {
    double[] all = new double[x.rows()];
    ensemble()
        .scoresInto(
            x,
            schema(),
            all,
            (from, to) -> {
              for (int i = from; i < to; i++) {
                all[i] = link.response(all[i]);
              }
            });
    return Vector.wrap(all);
  }

  /**
   * The predictions for the rows of x (n x d) after each count of rounds, in one pass: column r (n
   * x (rounds + 1)) is the prediction of {@link #after after(r)}.
   */
  public Matrix stagedPredictions(Matrix x) {
    double[][] stages = ensemble().stages(x, schema());
    for (double[] stage : stages) {
      for (int i = 0; i < stage.length; i++) {
        stage[i] = link.response(stage[i]);
      }
    }
    return Matrix.ofColumns(stages);
  }

  @Override
  public String toString() {
    return "RegressionBoosting[" + rounds() + " rounds, link " + link + "]";
  }
}
