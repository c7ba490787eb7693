package org.cairnml.linear;

import java.util.Arrays;
import java.util.List;
import org.cairnml.core.FitSummary;
import org.cairnml.core.Schema;
import org.cairnml.core.ScoreModel;

/** A fitted {@link SGDClassifier} whose loss tells classes apart without probabilities. */
public final class SGDMarginModel extends SGDClassificationModel implements ScoreModel {

  SGDMarginModel(
      Schema schema,
      List<String> classes,
      int[] present,
      List<SGDState> states,
      FitSummary summary) {
    super(schema, classes, present, states, summary);
  }

  @Override
  public void scoresInto(double[] row, double[] out) {
    double[] scores = scores(row);
    int[] present = present();
    Arrays.fill(out, 0, classes().size(), Double.NEGATIVE_INFINITY);
    for (int k = 0; k < present.length; k++) {
      out[present[k]] = scores[k];
    }
  }
}
