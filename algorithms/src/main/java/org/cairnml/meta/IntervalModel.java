package org.cairnml.meta;

import org.cairnml.core.RegressionModel;

/** A regression model that says between which numbers the target of a row is expected. */
public interface IntervalModel extends RegressionModel {

  /**
   * Where the target of one row (d values) is expected.
   *
   * @throws org.cairnml.base.DataException if the row has another width or unusable values
   */
  Interval interval(double[] row);

  /** The probability with which an interval holds the target of a new row. */
  double coverage();
}
