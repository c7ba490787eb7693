package org.cairnml.meta;

import org.cairnml.core.FitSummary;
import org.cairnml.core.RegressionModel;
import org.cairnml.core.Schema;

/**
 * A fitted {@link ConformalQuantileRegressor}: predicts an interval, and its middle as the number.
 */
public final class ConformalQuantileModel implements IntervalModel {

  private final RegressionModel lower;
  private final RegressionModel upper;
  private final double margin;
  private final double coverage;
  private final FitSummary summary;

  ConformalQuantileModel(
      RegressionModel lower,
      RegressionModel upper,
      double margin,
      double coverage,
      FitSummary summary) {
    this.lower = lower;
    this.upper = upper;
    this.margin = margin;
    this.coverage = coverage;
    this.summary = summary;
  }

  /** The lower quantile before it is moved. */
  public RegressionModel lower() {
    return lower;
  }

  /** The upper quantile before it is moved. */
  public RegressionModel upper() {
    return upper;
  }

  /** How far both ends are moved outwards; inwards if negative. */
  public double margin() {
    return margin;
  }

  /** {@inheritDoc} Where the ends would cross, it is empty but for their middle. */
  @Override
  public Interval interval(double[] row) {
    double low = lower.predict(row) - margin;
    double high = upper.predict(row) + margin;
    double middle = (low + high) / 2;
    return new Interval(Math.min(low, middle), Math.max(high, middle));
  }

  @Override
  public double coverage() {
    return coverage;
  }

  @Override
  public double predict(double[] row) {
    return (lower.predict(row) + upper.predict(row)) / 2;
  }

  @Override
  public Schema schema() {
    return lower.schema();
  }

  @Override
  public FitSummary summary() {
    return summary;
  }

  @Override
  public String toString() {
    return "ConformalQuantileModel[margin " + margin + ", coverage " + coverage + "]";
  }
}
