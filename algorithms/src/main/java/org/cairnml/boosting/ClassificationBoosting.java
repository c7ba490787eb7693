package org.cairnml.boosting;

import java.util.Arrays;
import java.util.List;
import org.cairnml.core.FitSummary;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.Schema;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;

/** A sum of trees whose value is the log-odds of class 1 of two, or the logit of each of more. */
public final class ClassificationBoosting extends BoostedTrees implements ProbabilityModel {

  private final List<String> classes;

  ClassificationBoosting(
      Schema schema, List<String> classes, TreeEnsemble ensemble, FitSummary summary) {
    super(schema, ensemble, summary);
    this.classes = List.copyOf(classes);
  }

  /** The scores without any tree: one for two classes, else one a class. */
  public double[] startScores() {
    return ensemble().start();
  }

  /** The model after its first rounds. */
  public ClassificationBoosting after(int rounds) {
    return new ClassificationBoosting(schema(), classes, ensemble().first(rounds), summary());
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public void probabilitiesInto(double[] row, double[] out) {
    if (classes.size() > 2) {
      ensemble().scoresInto(row, schema(), out);
      softmax(out, 0, classes.size());
    } else {
      odds(ensemble().score(row, schema()), out, 0);
    }
  }

  @Override
  public int predictCode(double[] row) {
    if (classes.size() > 2) {
      return ProbabilityModel.super.predictCode(row);
    }
    double p = Link.LOGIT.response(ensemble().score(row, schema()));
    return classes.size() == 2 && p > 1 - p ? 1 : 0;
  }

  @Override
  public Matrix probabilities(Matrix x) {
    int k = classes.size();
    double[] all = new double[x.rows() * k];
    double[] scores = k > 2 ? all : new double[x.rows()];
    ensemble().scoresInto(x, schema(), scores, (from, to) -> respond(scores, from, to, all));
    return Matrix.wrap(all, x.rows(), k);
  }

  /**
   * The probabilities of the rows of x (n x d) after each count of rounds, in one pass over the
   * trees: element r (n x classes) holds those of {@link #after after(r)}, r from 0 to {@link
   * #rounds()}.
   */
  public List<Matrix> stagedProbabilities(Matrix x) {
    int k = classes.size();
    return Arrays.stream(ensemble().stages(x, schema()))
        .map(
            scores -> {
              double[] all = k > 2 ? scores : new double[x.rows() * k];
              respond(scores, 0, x.rows(), all);
              return Matrix.wrap(all, x.rows(), k);
            })
        .toList();
  }

  /** Makes probabilities of the scores of some rows; of more than two classes, in their place. */
  private void respond(double[] scores, int from, int to, double[] all) {
    int k = classes.size();
    for (int i = from; i < to; i++) {
      if (k > 2) {
        softmax(all, i * k, k);
      } else {
        odds(scores[i], all, i * k);
      }
    }
  }

  @Override
  public Labels predict(Matrix x) {
    return Labels.ofLikeliest(probabilities(x), classes);
  }

  private void odds(double score, double[] out, int at) {
    double p = Link.LOGIT.response(score);
    if (classes.size() == 1) {
      out[at] = 1;
    } else {
      out[at] = 1 - p;
      out[at + 1] = p;
    }
  }

  private static void softmax(double[] values, int from, int k) {
    double max = values[from];
    for (int c = 1; c < k; c++) {
      max = Math.max(max, values[from + c]);
    }
    double sum = 0;
    for (int c = 0; c < k; c++) {
      double e = Math.exp(values[from + c] - max);
      values[from + c] = e;
      sum += e;
    }
    for (int c = 0; c < k; c++) {
      values[from + c] /= sum;
    }
  }

  @Override
  public String toString() {
    return "ClassificationBoosting[" + rounds() + " rounds, classes " + classes + "]";
  }
}
