package org.cairnml.meta;

import java.util.Optional;
import org.cairnml.core.FitSummary;
import org.cairnml.core.RegressionModel;
import org.cairnml.core.Schema;

/** A fitted {@link ConformalRegressor}: predicts a number and an interval around it. */
public final class ConformalRegressionModel implements IntervalModel {

  /** The expected absolute error of a row, never below {@code least}. */
  record Spread(RegressionModel model, double least) {
    double at(double[] row) {
      return Math.max(model.predict(row), least);
    }
  }

  private final RegressionModel center;
  private final Optional<Spread> spread;
  private final double quantile;
  private final double coverage;
  private final FitSummary summary;

  ConformalRegressionModel(
      RegressionModel center,
      Optional<Spread> spread,
      double quantile,
      double coverage,
      FitSummary summary) {
    this.center = center;
    this.spread = spread;
    this.quantile = quantile;
    this.coverage = coverage;
    this.summary = summary;
  }

  @Override
  public Interval interval(double[] row) {
    double middle = center.predict(row);
    double half = quantile * spread.map(s -> s.at(row)).orElse(1.0);
    return new Interval(middle - half, middle + half);
  }

  @Override
  public double coverage() {
    return coverage;
  }

  /** The model inside, fitted on the part of the rows that is not for calibration. */
  public RegressionModel center() {
    return center;
  }

  Optional<Spread> spread() {
    return spread;
  }

  double quantile() {
    return quantile;
  }

  @Override
  public double predict(double[] row) {
    return center.predict(row);
  }

  @Override
  public Schema schema() {
    return center.schema();
  }

  @Override
  public FitSummary summary() {
    return summary;
  }

  @Override
  public String toString() {
    return "ConformalRegressionModel[" + center + ", coverage " + coverage + "]";
  }
}
