package org.cairnml.linear;

import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;

/**
 * Where stochastic gradient descent stands with one linear function: all that it needs to go on.
 *
 * @param weights the coefficients (d)
 * @param meanWeights the mean of the coefficients after each step; empty unless averaged
 * @param meanIntercept the mean of the intercept after each step
 * @param paid how much of the penalty on magnitudes each coefficient has paid; empty without one
 * @param due how much of it one would have paid in all steps
 * @param eta the length of steps of the adaptive schedule
 * @param steps rows seen, repeats included
 * @param passes over data
 */
record SGDState(
    double[] weights,
    double intercept,
    double[] meanWeights,
    double meanIntercept,
    double[] paid,
    double due,
    double eta,
    long steps,
    long passes) {

  /** Before the first step. */
  static SGDState start(int d, SGDSettings settings) {
    return new SGDState(
        new double[d],
        0,
        new double[settings.averaged() ? d : 0],
        0,
        new double[settings.l1() > 0 ? d : 0],
        0,
        settings.eta0(),
        0,
        0);
  }

  /** The coefficients to predict with (d). */
  double[] finalWeights() {
    return meanWeights.length > 0 ? meanWeights : weights;
  }

  /** The intercept to predict with. */
  double finalIntercept() {
    return meanWeights.length > 0 ? meanIntercept : intercept;
  }

  /** Refuses to go on with settings that need other numbers than there are. */
  void check(SGDSettings settings) {
    boolean same =
        settings.averaged() == meanWeights.length > 0 && settings.l1() > 0 == paid.length > 0;
    if (!same) {
      throw new IllegalArgumentException(
          "the model was fitted with another penalty or without the same averaging; go on with the"
              + " learner that made it");
    }
  }

  Fields write() {
    return Fields.create()
        .set("weights", weights)
        .set("intercept", intercept)
        .set("mean-weights", meanWeights)
        .set("mean-intercept", meanIntercept)
        .set("paid", paid)
        .set("due", due)
        .set("eta", eta)
        .set("steps", steps)
        .set("passes", passes);
  }

  static SGDState read(Fields fields, int d) {
    var state =
        new SGDState(
            fields.getDoubles("weights"),
            fields.getDouble("intercept"),
            fields.getDoubles("mean-weights"),
            fields.getDouble("mean-intercept"),
            fields.getDoubles("paid"),
            fields.getDouble("due"),
            fields.getDouble("eta"),
            fields.getLong("steps"),
            fields.getLong("passes"));
    requireWidth(state.weights, d);
    requireWidth(state.meanWeights, state.meanWeights.length > 0 ? d : 0);
    requireWidth(state.paid, state.paid.length > 0 ? d : 0);
    return state;
  }

  private static void requireWidth(double[] values, int d) {
    if (values.length != d) {
      throw new FormatException(values.length + " values for " + d + " columns");
    }
  }
}
