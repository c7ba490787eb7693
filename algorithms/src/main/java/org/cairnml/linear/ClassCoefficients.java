package org.cairnml.linear;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cairnml.core.ClassificationModel;
import org.cairnml.core.FeatureImportances;
import org.cairnml.linalg.Matrix;

/**
 * A model of classes whose scores are weighted sums of the features and an intercept. Where it has
 * probabilities by normal distributions or by softmax, differences between the scores of two
 * classes are their log-odds.
 */
public interface ClassCoefficients extends ClassificationModel, FeatureImportances {

  /**
   * A row of coefficients for each class of {@link #fittedClasses()} (k x d, a copy); or a single
   * one (1 x d), for the log-odds of the second of two classes.
   */
  Matrix coefficients();

  /** The intercept of each row of coefficients (a copy). */
  double[] intercepts();

  /** The names of the classes that had rows, in order. */
  List<String> fittedClasses();

  /** The sizes of the coefficients, summed over classes (d values). */
  @Override
  default double[] featureImportances() {
    Matrix all = coefficients();
    double[] sizes = new double[all.cols()];
    for (int k = 0; k < all.rows(); k++) {
      for (int j = 0; j < sizes.length; j++) {
        sizes[j] += Math.abs(all.get(k, j));
      }
    }
    return sizes;
  }

  /** The names of the classes that rows of coefficients belong to, in order. */
  default List<String> scoredClasses() {
    List<String> fitted = fittedClasses();
    return intercepts().length == 1 ? fitted.subList(1, 2) : fitted;
  }

  /**
   * For each class of {@link #scoredClasses()}, the coefficient of each feature by its name, in the
   * order of columns.
   */
  default Map<String, Map<String, Double>> namedCoefficients() {
    Map<String, Map<String, Double>> named = new LinkedHashMap<>();
    Matrix all = coefficients();
    for (int c = 0; c < all.rows(); c++) {
      Map<String, Double> row = new LinkedHashMap<>();
      for (int j = 0; j < all.cols(); j++) {
        row.put(schema().name(j), all.get(c, j));
      }
      named.put(scoredClasses().get(c), Collections.unmodifiableMap(row));
    }
    return Collections.unmodifiableMap(named);
  }

  /** The coefficients, and what is known of the fit, as text for a person to read. */
  default String table() {
    Matrix all = coefficients();
    return new SummaryText("Linear model of " + fittedClasses().size() + " classes", schema())
        .coefficients(all.data())
        .ending(summary())
        .ruler()
        .headings(scoredClasses())
        .row(LinearRegressionModel.INTERCEPT, intercepts())
        .rows(schema(), all.transpose())
        .finish(summary());
  }
}
