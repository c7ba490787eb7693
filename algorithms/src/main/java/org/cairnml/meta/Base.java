package org.cairnml.meta;

import java.util.Arrays;
import org.cairnml.base.Progress;
import org.cairnml.core.ClassificationModel;
import org.cairnml.core.Classifier;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesMissing;
import org.cairnml.core.Learner;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.Schema.Missing;

/** What wrappers do with the learner inside them. */
final class Base {

  private Base() {}

  /** The rows that count, after a check that speaks of the user's row numbers. */
  static Dataset checked(Dataset data, Learner... bases) {
    boolean allowed = Arrays.stream(bases).allMatch(HandlesMissing.class::isInstance);
    data.checkDense(allowed ? Missing.ALLOWED : Missing.REFUSED);
    return HeldOut.present(data);
  }

  /** Options for the fits inside: the listener hears of the wrapper's own steps only. */
  static FitOptions inner(FitOptions options) {
    return options.withProgress(Progress.none());
  }

  /** Fits a classifier that must give probabilities. */
  static ProbabilityModel fit(Classifier<?> base, Dataset data, FitOptions options) {
    return probabilities(base.fit(data, options));
  }

  /** The model, which must give probabilities. */
  static ProbabilityModel probabilities(ClassificationModel model) {
    if (model instanceof ProbabilityModel known) {
      return known;
    }
    throw new IllegalArgumentException(
        model.getClass().getSimpleName()
            + " gives no probabilities; take a base learner whose model does, or put it"
            + " into a CalibratedClassifier");
  }
}
