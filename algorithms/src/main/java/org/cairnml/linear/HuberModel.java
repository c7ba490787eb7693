package org.cairnml.linear;

import org.cairnml.core.FitSummary;
import org.cairnml.core.RegressionModel;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;

/** A fitted {@link HuberRegressor}: a line, and the scale by which outliers are told. */
public final class HuberModel implements RegressionModel {

  private final LinearModel line;
  private final double scale;
  private final double epsilon;

  HuberModel(LinearModel line, double scale, double epsilon) {
    this.line = line;
    this.scale = scale;
    this.epsilon = epsilon;
  }

  /** The coefficients and the intercept. */
  public LinearModel line() {
    return line;
  }

  /** The estimated scale, in the unit of the target. */
  public double scale() {
    return scale;
  }

  /** How many scales away a row is an outlier. */
  public double epsilon() {
    return epsilon;
  }

  /** Whether the target {@code y} of a row (d values) is farther than epsilon scales away. */
  public boolean isOutlier(double[] row, double y) {
    return Math.abs(y - predict(row)) > epsilon * scale;
  }

  @Override
  public double predict(double[] row) {
    return line.predict(row);
  }

  @Override
  public Vector predict(Matrix x) {
    return line.predict(x);
  }

  @Override
  public Schema schema() {
    return line.schema();
  }

  @Override
  public FitSummary summary() {
    return line.summary();
  }

  @Override
  public String toString() {
    return "HuberModel[" + line + ", scale " + scale + "]";
  }
}
