package org.cairnml.boosting;

import java.util.function.Function;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.linalg.Matrix;

/** Follows the loss on rows that are not trained on, and says when it no longer falls. */
final class Validation {

  private final Matrix x;
  private final Objective objective;
  private final double[][] scores;
  private double best;
  private int bestRound;
  private int rounds;

  Validation(
      Dataset held, Schema schema, Function<Dataset, Objective> objectiveOf, TreeEnsemble start) {
    if (held.cols() != schema.width()) {
      throw new DataException(
          "the validation data have %d columns, the training data %d"
              .formatted(held.cols(), schema.width()));
    }
    held.check(Missing.ALLOWED);
    x = held.x();
    objective = objectiveOf.apply(held);
    scores = start.scoresByOutput(x, schema);
    best = mean();
  }

  /** Adds a round; returns whether boosting should go on. */
  boolean hear(Round round, int patience) {
    rounds++;
    double[] row = new double[x.cols()];
    for (int i = 0; i < x.rows(); i++) {
      x.rowInto(i, row);
      for (int k = 0; k < scores.length; k++) {
        scores[k][i] += round.trees().get(k).predict(row);
      }
    }
    double loss = mean();
    if (loss < best) {
      best = loss;
      bestRound = rounds;
    }
    return rounds - bestRound < patience;
  }

  private double mean() {
    double sum = 0;
    for (int part = 0; part < objective.parts(); part++) {
      sum += objective.value(part, scores);
    }
    return sum / objective.totalWeight();
  }

  /** After how many rounds the loss was least; 0 if no round improved on the start. */
  int bestRound() {
    return bestRound;
  }

  String note() {
    return "validation loss %s, best after round %d of %d".formatted(best, bestRound, rounds);
  }
}
