package org.cairnml.meta;

import java.util.ArrayList;
import java.util.List;
import org.cairnml.base.Seed;
import org.cairnml.core.ClassificationModel;
import org.cairnml.core.Classifier;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Param;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.ScoreModel;
import org.cairnml.core.Summary;
import org.cairnml.data.Labels;
import org.cairnml.linear.LogisticRegression;
import org.cairnml.selection.Split;

/**
 * A classifier whose probabilities are corrected on rows that it was not fitted on, so that of the
 * rows with probability 0.8 about 80 % are of the class.
 *
 * <p>The rows are cut into folds of equal class shares; rows of one group stay together. For each
 * fold the base learner is fitted on the others and calibrated on the fold; the probabilities of
 * the model are the mean over folds. There are fewer folds where a class has fewer rows than that.
 * A model that is fitted already is calibrated by {@link #calibrate}, on rows of its own.
 *
 * <p>The method and its defaults are those of scikit-learn's {@code CalibratedClassifierCV}, except
 * that the sigmoid is always one of the log-odds of the base's probabilities, and that rows are
 * shuffled. Scores of a {@link ScoreModel} are read as log-probabilities first.
 *
 * <p>Sources: Platt 1999, Probabilistic outputs for support vector machines; Niculescu-Mizil and
 * Caruana 2005, doi:10.1145/1102351.1102430.
 *
 * @param base the classifier inside, whose model must give probabilities or be a {@link ScoreModel}
 * @param method how probabilities are corrected
 * @param folds how many models are fitted, each calibrated on its own part of the rows
 * @param seed start of the shuffle into folds
 */
@Summary("A classifier whose probabilities are calibrated on held-out rows")
public record CalibratedClassifier(
    @Param("The classifier inside") Classifier<?> base,
    @Param("How probabilities are corrected") CalibrationMethod method,
    @Param(value = "Models fitted, each calibrated on its own part of the rows", range = "[2, inf)")
        int folds,
    @Param("Start of the shuffle into folds") long seed)
    implements Classifier<CalibratedModel>, CalibratedClassifierParams {

  /** Checks the ranges; use {@code new CalibratedClassifier().withBase(...)} instead. */
  public CalibratedClassifier {
    CalibratedClassifierParams.check(base, method, folds, seed);
  }

  /** Logistic regression, sigmoid, 5 folds, seed 0. */
  public CalibratedClassifier() {
    this(new LogisticRegression(), CalibrationMethod.SIGMOID, 5, 0);
  }

  @Override
  public CalibratedModel fit(Dataset data, FitOptions options) {
    Labels all = data.labels();
    Dataset used = Base.checked(data, base);
    List<Split> parts = HeldOut.folds(used, folds, Seed.of(seed));
    FitMonitor monitor = options.monitor("calibrated", parts.size());
    List<CalibratedModel.Member> members = new ArrayList<>();
    boolean goOn = true;
    for (int f = 0; f < parts.size() && goOn; f++) {
      Dataset held = used.rows(parts.get(f).test());
      ClassificationModel model = base.fit(used.rows(parts.get(f).train()), Base.inner(options));
      members.add(member(ScoreOdds.of(model, held), held));
      goOn = monitor.step(Double.NaN);
    }
    String note =
        parts.size() < folds
            ? "calibrated in " + parts.size() + " folds, as a class or the data have few rows"
            : "";
    return new CalibratedModel(
        data.schema(),
        all.classes(),
        members,
        monitor.summary(members.size(), true, Double.NaN, note));
  }

  /**
   * Calibrates a model that is fitted already; {@code base} and {@code folds} do not matter.
   *
   * @param data rows that the model was not fitted on, with labels among its classes
   * @throws org.cairnml.base.DataException if the rows do not suit the model
   * @throws IllegalArgumentException if the model gives neither probabilities nor scores
   */
  public CalibratedModel calibrate(ClassificationModel model, Dataset data) {
    FitMonitor monitor = new FitOptions().monitor("calibrated", 1);
    Labels labels = data.labels().withClasses(model.classes());
    Dataset used = HeldOut.present(data.withLabels(labels));
    return new CalibratedModel(
        model.schema(),
        model.classes(),
        List.of(member(ScoreOdds.of(model, used), used)),
        monitor.summary(1, true, Double.NaN));
  }

  private CalibratedModel.Member member(ProbabilityModel model, Dataset held) {
    Calibrator calibrator =
        Calibrator.fit(method, model.probabilities(held.x()), held.labels(), held.weights());
    return new CalibratedModel.Member(model, calibrator);
  }
}
