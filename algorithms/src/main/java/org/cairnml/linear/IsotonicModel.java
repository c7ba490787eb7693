package org.cairnml.linear;

import org.cairnml.base.DataException;
import org.cairnml.core.FitSummary;
import org.cairnml.core.RegressionModel;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;

/** A fitted {@link IsotonicRegression}: a monotone {@link #curve()} of one feature. */
public final class IsotonicModel implements RegressionModel {

  private final Schema schema;
  private final int column;
  private final IsotonicCurve curve;
  private final OutOfRange outOfRange;
  private final FitSummary summary;

  IsotonicModel(
      Schema schema, int column, IsotonicCurve curve, OutOfRange outOfRange, FitSummary summary) {
    this.schema = schema;
    this.column = column;
    this.curve = curve;
    this.outOfRange = outOfRange;
    this.summary = summary;
  }

  /** The fitted function. */
  public IsotonicCurve curve() {
    return curve;
  }

  /** The feature that it is a function of. */
  public String feature() {
    return schema.name(column);
  }

  /** What is said of values beyond the training rows. */
  public OutOfRange outOfRange() {
    return outOfRange;
  }

  int column() {
    return column;
  }

  @Override
  public double predict(double[] row) {
    schema.check(row, Missing.REFUSED);
    double value = row[column];
    if (outOfRange == OutOfRange.CLIP || curve.covers(value)) {
      return curve.at(value);
    }
    if (outOfRange == OutOfRange.NAN) {
      return Double.NaN;
    }
    double[] knots = curve.knots();
    throw new DataException(
        "column '"
            + feature()
            + "': "
            + value
            + " is out of the range of the training rows, "
            + knots[0]
            + " to "
            + knots[knots.length - 1]
            + "; take OutOfRange.CLIP to predict as at the nearer end");
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
    return "IsotonicModel[" + feature() + ", " + curve + "]";
  }
}
