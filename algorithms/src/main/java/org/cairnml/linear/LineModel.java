package org.cairnml.linear;

import org.cairnml.core.FitSummary;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;

/** A {@link LinearModel} of which more is known. */
abstract class LineModel implements LinearCoefficients {

  private final LinearModel line;

  LineModel(LinearModel line) {
    this.line = line;
  }

  /** The coefficients and the intercept alone. */
  public LinearModel line() {
    return line;
  }

  @Override
  public double[] coefficients() {
    return line.coefficients();
  }

  @Override
  public double intercept() {
    return line.intercept();
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
}
