package org.cairnml.baseline;

import org.cairnml.core.FitSummary;
import org.cairnml.core.RegressionModel;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;

/** The same number for every row. */
public final class DummyRegression implements RegressionModel {

  private final Schema schema;
  private final double number;
  private final FitSummary summary;

  DummyRegression(Schema schema, double number, FitSummary summary) {
    this.schema = schema;
    this.number = number;
    this.summary = summary;
  }

  /** What it predicts. */
  public double number() {
    return number;
  }

  @Override
  public double predict(double[] row) {
    schema.check(row, Missing.ALLOWED);
    return number;
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
    return "DummyRegression[" + number + "]";
  }
}
