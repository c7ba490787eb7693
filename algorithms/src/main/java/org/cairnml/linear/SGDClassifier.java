package org.cairnml.linear;

import java.util.ArrayList;
import java.util.List;
import org.cairnml.base.DataException;
import org.cairnml.core.ClassWeights;
import org.cairnml.core.Classifier;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.FitSummary;
import org.cairnml.core.HandlesSparse;
import org.cairnml.core.IncrementalLearner;
import org.cairnml.core.Param;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;
import org.cairnml.data.Labels;

/**
 * Linear classification by stochastic gradient descent, one row after the other: for very many
 * rows, wide sparse ones, and for rows that come in batches. Two classes are told apart by the sign
 * of one score, more by one score for each class against all others, of which the largest wins.
 * Minimizes the mean of {@code w_i loss(z_i (x_i b + b0))}, z being 1 for rows of the class and -1
 * for others, plus {@code alpha (r |b|_1 + (1 - r) |b|^2 / 2)}, where r is 1 for the penalty L1, 0
 * for L2, and l1Ratio for the elastic net; intercepts b0 are not penalized.
 *
 * <p>Parameters, defaults and steps are those of scikit-learn, except that rows are drawn in
 * another order, the intercept moves as much for sparse features as for dense ones, and what the
 * penalty on magnitudes takes of a column where rows are 0 is settled at the end of each pass.
 * Columns must be of like size, as by {@code StandardScaler}. {@link #fit} makes passes over the
 * rows until their loss falls no more; {@link #partialFit} makes one, and goes on from the model
 * that it is given.
 *
 * <p>A stream names all classes with its first rows. The loss LOG makes a model that gives
 * probabilities.
 *
 * <p>Source: Bottou 2012, doi:10.1007/978-3-642-35289-8_25.
 *
 * @param loss what a score costs
 * @param descent how it descends
 * @param classWeights how much the rows of each class count; balanced ones are computed from the
 *     weighted shares of the classes, so that a stream cannot have them
 */
@Summary("Linear classification by stochastic gradient descent, also on streams")
public record SGDClassifier(
    @Param("What a score costs") MarginLoss loss,
    SGDSettings descent,
    @Param("How much the rows of each class count") ClassWeights classWeights)
    implements Classifier<SGDClassificationModel>,
        IncrementalLearner<SGDClassificationModel>,
        HandlesSparse,
        SGDClassifierParams {

  /** Checks the ranges; use {@code new SGDClassifier().withLoss(...)} instead. */
  public SGDClassifier {
    SGDClassifierParams.check(loss, descent, classWeights);
  }

  /**
   * Hinge loss, equal class weights, and what {@link SGDSettings} has: penalty L2, alpha 1e-4, the
   * optimal learning rate.
   */
  public SGDClassifier() {
    this(MarginLoss.HINGE, new SGDSettings(), ClassWeights.EQUAL);
  }

  @Override
  public SGDClassificationModel fit(Dataset data, FitOptions options) {
    data.check(Missing.REFUSED);
    var classes = PresentClasses.of(data);
    var search =
        search(
            data,
            classes.codes(),
            classes.count(),
            classes.rowWeights(data, classWeights),
            start(data, classes.count()));
    FitMonitor monitor = options.monitor("sgd", descent.maxIterations());
    var summary =
        Warnings.unlessConverged(
            "stochastic gradient descent", search.untilSettled(monitor, options.workers()));
    return model(data, data.labels().classes(), classes.present(), search.states(), summary);
  }

  @Override
  public SGDClassificationModel partialFit(Dataset batch) {
    batch.check(Missing.REFUSED);
    int classes = batch.labels().classes().size();
    if (classes < 2) {
      throw new DataException(
          "the first rows of a stream must name all classes, at least two; give their labels"
              + " withClasses(all)");
    }
    return onePass(batch, batch.labels().classes(), start(batch, classes));
  }

  @Override
  public SGDClassificationModel partialFit(SGDClassificationModel model, Dataset batch) {
    batch.check(Missing.REFUSED);
    SGDSearch.requireSame(model.schema(), batch.schema());
    for (String name : batch.labels().classes()) {
      if (!model.fittedClasses().contains(name)) {
        throw new DataException(
            "the class '"
                + name
                + "' is new; the model knows "
                + model.fittedClasses()
                + ", and the first rows of a stream must name all classes");
      }
    }
    return onePass(batch, model.fittedClasses(), model.states());
  }

  private SGDClassificationModel onePass(Dataset batch, List<String> classes, List<SGDState> from) {
    if (classWeights == ClassWeights.BALANCED) {
      throw new IllegalArgumentException(
          "balanced class weights need all rows at once, but partialFit sees some of them; weight"
              + " the rows themselves, with Dataset.withWeights");
    }
    Labels labels = batch.labels().withClasses(classes);
    int[] codes = new int[labels.size()];
    int[] present = new int[classes.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = labels.code(i);
    }
    for (int k = 0; k < present.length; k++) {
      present[k] = k;
    }
    var search = search(batch, codes, classes.size(), batch.weights(), from);
    var summary = search.once(new FitOptions());
    return model(batch, classes, present, search.states(), summary);
  }

  private List<SGDState> start(Dataset data, int classes) {
    List<SGDState> states = new ArrayList<>();
    for (int k = 0; k < (classes == 2 ? 1 : classes); k++) {
      states.add(SGDState.start(data.cols(), descent));
    }
    return states;
  }

  private SGDSearch search(
      Dataset data, int[] codes, int classes, double[] weights, List<SGDState> from) {
    List<double[]> signs = new ArrayList<>();
    for (int k = 0; k < from.size(); k++) {
      int own = classes == 2 ? 1 : k;
      double[] sign = new double[codes.length];
      for (int i = 0; i < sign.length; i++) {
        sign[i] = codes[i] == own ? 1 : -1;
      }
      signs.add(sign);
    }
    return new SGDSearch(descent, loss.loss(), data, signs, weights, from);
  }

  private SGDClassificationModel model(
      Dataset data,
      List<String> classes,
      int[] present,
      List<SGDState> states,
      FitSummary summary) {
    return loss == MarginLoss.LOG
        ? new SGDProbabilityModel(data.schema(), classes, present, states, summary)
        : new SGDMarginModel(data.schema(), classes, present, states, summary);
  }
}
