package org.cairnml.linear;

/** A fitted {@link HuberRegressor}: a line, and the scale by which outliers are told. */
public final class HuberModel extends LineModel {

  private final double scale;
  private final double epsilon;

  HuberModel(LinearModel line, double scale, double epsilon) {
    super(line);
    this.scale = scale;
    this.epsilon = epsilon;
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
  public String toString() {
    return "HuberModel[" + line() + ", scale " + scale + "]";
  }
}
