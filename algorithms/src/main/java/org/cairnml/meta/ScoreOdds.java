package org.cairnml.meta;

import java.util.Arrays;
import java.util.List;
import org.cairnml.core.ClassificationModel;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitSummary;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.Schema;
import org.cairnml.core.ScoreModel;

/**
 * Scores of classes read as log-probabilities, after division by a scale: no truth, but in the
 * order of the scores, for a {@link Calibrator} to correct.
 *
 * @param model what gives the scores
 * @param scale what scores are divided by
 */
record ScoreOdds(ScoreModel model, double scale) implements ProbabilityModel {
  // The scale is the mean distance of the two highest scores. Scores that are large only because
  // the columns are would else give probabilities of 0 and 1, which tell no rows apart. Scores that
  // overflowed are held to LARGEST; one that is NaN, as it overflowed both ways, says nothing.

  private static final double LARGEST = Double.MAX_VALUE / 4;

  /** The model itself if it gives probabilities, else its scores, scaled to these rows. */
  static ProbabilityModel of(ClassificationModel model, Dataset rows) {
    return model instanceof ScoreModel scores
        ? new ScoreOdds(scores, meanDistance(scores, rows))
        : Base.probabilities(model);
  }

  private static double meanDistance(ScoreModel model, Dataset rows) {
    double[] scores = new double[model.classes().size()];
    double mean = 0;
    for (int i = 0; i < rows.rows(); i++) {
      model.scoresInto(rows.x().row(i).toArray(), scores);
      hold(scores);
      Arrays.sort(scores);
      double second = scores.length == 1 ? scores[0] : scores[scores.length - 2];
      double distance = Math.min(scores[scores.length - 1] - second, LARGEST);
      mean += (Double.isNaN(distance) ? -mean : distance - mean) / (i + 1);
    }
    return mean > 0 ? mean : 1;
  }

  private static void hold(double[] scores) {
    for (int c = 0; c < scores.length; c++) {
      scores[c] = Double.isNaN(scores[c]) ? 0 : Math.min(scores[c], LARGEST);
    }
  }

  @Override
  public void probabilitiesInto(double[] row, double[] out) {
    double[] scores = new double[classes().size()];
    model.scoresInto(row, scores);
    hold(scores);
    double highest = Arrays.stream(scores).max().orElseThrow();
    double sum = 0;
    for (int c = 0; c < scores.length; c++) {
      out[c] = scores[c] == highest ? 1 : Math.exp((scores[c] - highest) / scale);
      sum += out[c];
    }
    for (int c = 0; c < scores.length; c++) {
      out[c] /= sum;
    }
  }

  @Override
  public List<String> classes() {
    return model.classes();
  }

  @Override
  public Schema schema() {
    return model.schema();
  }

  @Override
  public FitSummary summary() {
    return model.summary();
  }
}
