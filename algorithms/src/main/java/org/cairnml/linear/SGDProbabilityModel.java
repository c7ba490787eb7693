package org.cairnml.linear;

import java.util.Arrays;
import java.util.List;
import org.cairnml.core.FitSummary;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.Schema;

/**
 * A fitted {@link SGDClassifier} whose loss was {@link MarginLoss#LOG}. Among more than two classes
 * the probability of each against all others is divided by their sum.
 */
public final class SGDProbabilityModel extends SGDClassificationModel implements ProbabilityModel {

  SGDProbabilityModel(
      Schema schema,
      List<String> classes,
      int[] present,
      List<SGDState> states,
      FitSummary summary) {
    super(schema, classes, present, states, summary);
  }

  @Override
  public void probabilitiesInto(double[] row, double[] out) {
    double[] scores = scores(row);
    int[] present = present();
    Arrays.fill(out, 0, classes().size(), 0);
    double sum = 0;
    for (int k = 0; k < scores.length; k++) {
      double chance = 1 / (1 + Math.exp(-scores[k]));
      out[present[k]] = Math.max(chance, Double.MIN_NORMAL);
      sum += out[present[k]];
    }
    for (int code : present) {
      out[code] /= sum;
    }
  }

  @Override
  public int predictCode(double[] row) {
    return ProbabilityModel.super.predictCode(row);
  }
}
