package org.cairnml.meta;

import org.cairnml.base.Seed;
import org.cairnml.core.Classifier;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Param;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.Summary;
import org.cairnml.linalg.Matrix;
import org.cairnml.linear.LogisticRegression;
import org.cairnml.selection.Split;

/**
 * A classifier that names a set of classes, which holds the class of a new row with at least the
 * stated probability, whatever the base learner and the distribution, as long as rows are
 * exchangeable (split conformal prediction).
 *
 * <p>The base is fitted on one part of the rows. Of the other part, the {@code ceil((n + 1)
 * coverage)}-th smallest score of a true class is the limit: a set holds the classes that score no
 * more. Coverage is marginal: it holds over all rows together, not for each row or class. Whole
 * groups, drawn at random, are held out where rows have groups. Weights reach the base learner; in
 * calibration all rows count the same.
 *
 * <p>Source: Angelopoulos and Bates 2023, doi:10.1561/2200000101, sections 1 and 2.
 *
 * @param base the classifier inside, whose model must give probabilities
 * @param score what makes a class strange
 * @param coverage the probability with which a set holds the class
 * @param calibrationShare the share of the rows that the base learner is not fitted on
 * @param seed start of the random split
 */
@Summary("A classifier with sets of classes of guaranteed coverage (split conformal)")
public record ConformalClassifier(
    @Param("The classifier inside") Classifier<?> base,
    @Param("What makes a class strange") SetScore score,
    @Param(value = "Probability that a set holds the class", range = "(0, 1)") double coverage,
    @Param(value = "Share of the rows that the base is not fitted on", range = "(0, 1)")
        double calibrationShare,
    @Param("Start of the random split") long seed)
    implements Classifier<ConformalClassificationModel>, ConformalClassifierParams {

  /** Checks the ranges; use {@code new ConformalClassifier().withBase(...)} instead. */
  public ConformalClassifier {
    ConformalClassifierParams.check(base, score, coverage, calibrationShare, seed);
  }

  /** Logistic regression, APS, coverage 0.9, a quarter for calibration, seed 0. */
  public ConformalClassifier() {
    this(new LogisticRegression(), SetScore.APS, 0.9, 0.25, 0);
  }

  @Override
  public ConformalClassificationModel fit(Dataset data, FitOptions options) {
    data.labels();
    Dataset used = Base.checked(data, base);
    FitMonitor monitor = options.monitor("conformal", 1);
    Split split = HeldOut.split(used, calibrationShare, Seed.of(seed));
    ProbabilityModel model = Base.fit(base, used.rows(split.train()), Base.inner(options));
    double limit = limit(model, used.rows(split.test()));
    monitor.step(limit);
    return new ConformalClassificationModel(
        model, score, limit, coverage, monitor.summary(1, true, limit));
  }

  /**
   * Finds the limit of a model that is fitted already; {@code base} and {@code calibrationShare} do
   * not matter.
   *
   * @param data rows that the model was not fitted on, with labels among its classes
   * @throws org.cairnml.base.DataException if the rows do not suit the model, or are too few
   */
  public ConformalClassificationModel calibrate(ProbabilityModel model, Dataset data) {
    FitMonitor monitor = new FitOptions().monitor("conformal", 1);
    Dataset used = HeldOut.present(data.withLabels(data.labels().withClasses(model.classes())));
    double limit = limit(model, used);
    return new ConformalClassificationModel(
        model, score, limit, coverage, monitor.summary(1, true, limit));
  }

  private double limit(ProbabilityModel model, Dataset held) {
    Matrix p = model.probabilities(held.x());
    double[] scores = new double[held.rows()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = score.of(p.row(i).toArray(), held.labels().code(i));
    }
    return ConformalQuantile.required(scores, coverage);
  }
}
