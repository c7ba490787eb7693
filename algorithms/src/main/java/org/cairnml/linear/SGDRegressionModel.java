package org.cairnml.linear;

import org.cairnml.core.FitSummary;
import org.cairnml.core.RegressionModel;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;

/** A fitted {@link SGDRegressor}: a line, and what is needed to go on learning. */
public final class SGDRegressionModel implements RegressionModel {

  private final LinearModel line;
  private final SGDState state;

  SGDRegressionModel(Schema schema, SGDState state, FitSummary summary) {
    this.line =
        new LinearModel(schema, Vector.wrap(state.finalWeights()), state.finalIntercept(), summary);
    this.state = state;
  }

  /** The coefficients and the intercept. */
  public LinearModel line() {
    return line;
  }

  SGDState state() {
    return state;
  }

  /** How many rows it has seen, repeats included. */
  public long steps() {
    return state.steps();
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
    return "SGDRegressionModel[" + line + ", " + state.steps() + " steps]";
  }
}
