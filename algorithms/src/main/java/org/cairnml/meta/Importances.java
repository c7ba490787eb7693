package org.cairnml.meta;

import org.cairnml.core.Classifier;
import org.cairnml.core.Dataset;
import org.cairnml.core.FeatureImportances;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Learner;
import org.cairnml.core.Model;
import org.cairnml.core.Regressor;

/** Fits a learner and asks its model what the features count for. */
final class Importances {

  private Importances() {}

  /** Refuses a learner that learns neither classes nor numbers. */
  static void requireSupervised(Learner base) {
    if (!(base instanceof Classifier<?> || base instanceof Regressor<?>)) {
      throw new IllegalArgumentException(
          "base must be a classifier or a regressor, but is " + base);
    }
  }

  /** How much each column counts for the model of this learner. */
  static double[] of(Learner base, Dataset data, FitOptions options) {
    Model model =
        base instanceof Classifier<?> classifier
            ? classifier.fit(data, Base.inner(options))
            : ((Regressor<?>) base).fit(data, Base.inner(options));
    if (model instanceof FeatureImportances known) {
      return known.featureImportances();
    }
    throw new IllegalArgumentException(
        model.getClass().getSimpleName()
            + " does not tell what features count for; take trees, boosting or a linear model");
  }
}
