package org.cairnml.linear;

import org.cairnml.core.FitSummary;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Vector;

/** A fitted {@link SGDRegressor}: a line, and what is needed to go on learning. */
public final class SGDRegressionModel extends LineModel {

  private final SGDState state;

  SGDRegressionModel(Schema schema, SGDState state, FitSummary summary) {
    super(
        new LinearModel(
            schema, Vector.wrap(state.finalWeights()), state.finalIntercept(), summary));
    this.state = state;
  }

  SGDState state() {
    return state;
  }

  /** How many rows it has seen, repeats included. */
  public long steps() {
    return state.steps();
  }

  @Override
  public String toString() {
    return "SGDRegressionModel[" + line() + ", " + state.steps() + " steps]";
  }
}
