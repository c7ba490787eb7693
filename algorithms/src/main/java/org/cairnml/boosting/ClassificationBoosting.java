package org.cairnml.boosting;

import java.util.Arrays;
import java.util.List;
import org.cairnml.core.FitSummary;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.Schema;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;

/**
 * A sum of trees whose value is the log-odds of class 1 of two, or a score of each class, through a
 * {@link ClassLink}.
 */
public final class ClassificationBoosting extends BoostedTrees implements ProbabilityModel {

  private final List<String> classes;
  private final ClassLink link;

  /**
   * A model.
   *
   * @param link of the scores, where there is one for each class
   */
  ClassificationBoosting(
      Schema schema,
      List<String> classes,
      ClassLink link,
      TreeEnsemble ensemble,
      FitSummary summary) {
    super(schema, ensemble, summary);
    this.classes = List.copyOf(classes);
    this.link = link;
  }

  /** How scores become probabilities where there is one for each class. */
  public ClassLink link() {
    return link;
  }

  private boolean hasScoreEach() {
    return outputs() > 1;
  }

  /** The scores without any tree: one for two classes, else one a class. */
  public double[] startScores() {
    return ensemble().start();
  }

  /** The model after its first rounds. */
  public ClassificationBoosting after(int rounds) {
    return new ClassificationBoosting(schema(), classes, link, ensemble().first(rounds), summary());
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public void probabilitiesInto(double[] row, double[] out) {
    if (hasScoreEach()) {
      ensemble().scoresInto(row, schema(), out);
      link.respond(out, 0, classes.size());
    } else {
      odds(ensemble().score(row, schema()), out, 0);
    }
  }

  @Override
  public int predictCode(double[] row) {
    if (hasScoreEach()) {
      return ProbabilityModel.super.predictCode(row);
    }
    double p = Link.LOGIT.response(ensemble().score(row, schema()));
    return classes.size() == 2 && p > 1 - p ? 1 : 0;
  }

  @Override
  public Matrix probabilities(Matrix x) {
    int k = classes.size();
    double[] all = new double[x.rows() * k];
    double[] scores = hasScoreEach() ? all : new double[x.rows()];
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
              double[] all = hasScoreEach() ? scores : new double[x.rows() * k];
              respond(scores, 0, x.rows(), all);
              return Matrix.wrap(all, x.rows(), k);
            })
        .toList();
  }

  /** Makes probabilities of the scores of some rows; in their place if each class has one. */
  private void respond(double[] scores, int from, int to, double[] all) {
    int k = classes.size();
    for (int i = from; i < to; i++) {
      if (hasScoreEach()) {
        link.respond(all, i * k, k);
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

  @Override
  public String toString() {
    return "ClassificationBoosting[" + rounds() + " rounds, classes " + classes + "]";
  }
}
