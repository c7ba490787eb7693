package org.cairnml.linear;

import org.cairnml.base.DataException;
import org.cairnml.core.FitSummary;
import org.cairnml.core.RegressionModel;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.linalg.Vector;

/** A prediction that is a weighted sum of the features plus an intercept. */
public final class LinearModel implements RegressionModel {

  private final Schema schema;
  private final double[] coefficients;
  private final double intercept;
  private final FitSummary summary;

  LinearModel(Schema schema, Vector coefficients, double intercept, FitSummary summary) {
    this.schema = schema;
    this.coefficients = coefficients.toArray();
    this.intercept = intercept;
    this.summary = summary;
  }

  /** The coefficient of each feature (d values, a copy). */
  public double[] coefficients() {
    return coefficients.clone();
  }

  /**
   * The coefficient of the feature with this name.
   *
   * @throws DataException if there is none
   */
  public double coefficient(String feature) {
    int j = schema.names().indexOf(feature);
    if (j < 0) {
      throw new DataException("there is no feature '" + feature + "' among " + schema.names());
    }
    return coefficients[j];
  }

  /** The prediction where all features are 0. */
  public double intercept() {
    return intercept;
  }

  @Override
  public double predict(double[] row) {
    schema.check(row, Missing.REFUSED);
    double sum = 0;
    for (int j = 0; j < coefficients.length; j++) {
      sum += coefficients[j] * row[j];
    }
    return sum + intercept;
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public FitSummary summary() {
    return summary;
  }

  @Override
  public String toString() {
    return "LinearModel[" + coefficients.length + " features, intercept " + intercept + "]";
  }
}
