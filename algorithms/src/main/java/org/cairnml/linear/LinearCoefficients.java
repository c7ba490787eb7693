package org.cairnml.linear;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cairnml.base.DataException;
import org.cairnml.core.FeatureImportances;
import org.cairnml.core.RegressionModel;
import org.cairnml.linalg.Matrix;

/** A model of numbers that rests on a weighted sum of the features and an intercept. */
public interface LinearCoefficients extends RegressionModel, FeatureImportances {

  /** The coefficient of each feature (d values, a copy); 0 for those left out. */
  double[] coefficients();

  /** The weighted sum where all features are 0; 0 if there is no intercept. */
  double intercept();

  /**
   * The coefficient of the feature with this name.
   *
   * @throws DataException if there is none
   */
  default double coefficient(String feature) {
    int j = schema().names().indexOf(feature);
    if (j < 0) {
      throw new DataException("there is no feature '" + feature + "' among " + schema().names());
    }
    return coefficients()[j];
  }

  /** The coefficient of each feature by its name, in the order of columns. */
  default Map<String, Double> namedCoefficients() {
    Map<String, Double> named = new LinkedHashMap<>();
    double[] all = coefficients();
    for (int j = 0; j < all.length; j++) {
      named.put(schema().name(j), all[j]);
    }
    return Collections.unmodifiableMap(named);
  }

  /** The sizes of the coefficients (d values). */
  @Override
  default double[] featureImportances() {
    return Arrays.stream(coefficients()).map(Math::abs).toArray();
  }

  /** The coefficients, and what is known of the fit, as text for a person to read. */
  default String table() {
    double[] all = coefficients();
    return new SummaryText("Linear model", schema())
        .coefficients(all)
        .ending(summary())
        .ruler()
        .headings(List.of("coef"))
        .row(LinearRegressionModel.INTERCEPT, intercept())
        .rows(schema(), Matrix.of(all.length, 1, all))
        .finish(summary());
  }
}
