package org.cairnml.linear;

import org.cairnml.base.DataException;

/**
 * Stochastic gradient descent for one linear function: changes it after every row.
 *
 * <p>Sources: Bottou 2012, doi:10.1007/978-3-642-35289-8_25 (schedule, scaling); Tsuruoka, Tsujii
 * and Ananiadou 2009, Proceedings of the ACL, P09-1054 (cumulative penalty on magnitudes); Polyak
 * and Juditsky 1992, doi:10.1137/0330046 (averaging).
 */
final class SGDRun {
  // The coefficients are scale * v, so that the penalty on squares, which shrinks all of them,
  // costs one multiplication a row, and a sparse row changes the elements of v that it has. What
  // the penalty on magnitudes takes is owed by columns until a row has them.
  //
  // Means: with v changing by D_t at step t and S_t the sum of the scales up to step t, the sum of
  // all scale * v is S_T v_T less the sum of S_(t-1) D_t, which is as sparse as the rows.

  private static final double SMALLEST_SCALE = 1e-9;
  private static final double STEEPEST = 1e12;
  private static final double SHORTEST = 1e-6;

  private final SGDSettings settings;
  private final PointLoss loss;
  private final FeatureRows rows;
  private final double[] y;
  private final double[] weights;
  private final double[] v;
  private final double[] paid;
  private final double[] before;
  private final SGDState start;
  private final double firstStep;
  private double scale = 1;
  private double intercept;
  private double due;
  private double eta;
  private long steps;
  private long passes;
  private double scales;
  private double intercepts;

  /** Goes on from a state, which stays as it is. */
  SGDRun(
      SGDSettings settings,
      PointLoss loss,
      FeatureRows rows,
      double[] y,
      double[] weights,
      SGDState start) {
    this.settings = settings;
    this.loss = loss;
    this.rows = rows;
    this.y = y;
    this.weights = weights;
    this.start = start;
    this.v = start.weights().clone();
    this.paid = start.paid().clone();
    this.before = new double[start.meanWeights().length];
    this.intercept = start.intercept();
    this.due = start.due();
    this.eta = start.eta();
    this.steps = start.steps();
    this.passes = start.passes();
    double usual = Math.sqrt(1 / Math.sqrt(settings.alpha()));
    this.firstStep = usual / Math.max(1, loss.slope(-usual, 1));
  }

  /** One pass over the rows; returns the sum of their losses, each before its step. */
  double pass() {
    double sum = 0;
    for (int i : settings.order(y.length, passes++)) {
      double prediction = scale * rows.dot(i, v) + intercept;
      sum += loss.value(prediction, y[i]);
      step(i, prediction);
    }
    settle();
    if (!Double.isFinite(sum + intercept)) {
      throw diverged();
    }
    return sum;
  }

  /** What coefficients without use are refused with. */
  static DataException diverged() {
    return new DataException(
        "stochastic gradient descent diverged; scale the features (StandardScaler), or lower eta0");
  }

  private void step(int i, double prediction) {
    steps++;
    double length = length();
    double slope = Math.max(-STEEPEST, Math.min(STEEPEST, loss.slope(prediction, y[i])));
    double update = -length * slope * weights[i];
    scale *= Math.max(0, 1 - length * settings.l2());
    if (scale < SMALLEST_SCALE) {
      rescale();
    }
    if (update != 0) {
      rows.addTo(i, update / scale, v);
      if (before.length > 0) {
        rows.addTo(i, scales * update / scale, before);
      }
      intercept += settings.intercept() ? update : 0;
    }
    if (paid.length > 0) {
      due += length * settings.l1();
      rows.columns(i, this::pay);
    }
    scales += scale;
    intercepts += intercept;
  }

  /** How long the next step is. */
  private double length() {
    return switch (settings.learningRate()) {
      case OPTIMAL -> 1 / (1 / firstStep + settings.alpha() * (steps - 1));
      case CONSTANT -> settings.eta0();
      case INVERSE_SCALING -> settings.eta0() / Math.pow(steps, settings.power());
      case ADAPTIVE -> eta;
    };
  }

  /** Takes from coefficient {@code j} what it owes of the penalty, down to 0. */
  private void pay(int j) {
    double old = v[j];
    if (scale * old > 0) {
      v[j] = Math.max(0, old - (due + paid[j]) / scale);
    } else if (scale * old < 0) {
      v[j] = Math.min(0, old + (due - paid[j]) / scale);
    }
    paid[j] += scale * (v[j] - old);
    if (before.length > 0) {
      before[j] += scales * (v[j] - old);
    }
  }

  private void rescale() {
    for (int j = 0; j < before.length; j++) {
      before[j] -= scales * v[j];
    }
    for (int j = 0; j < v.length; j++) {
      v[j] *= scale;
    }
    scales = 0;
    scale = 1;
  }

  /** After a pass, all columns have paid. */
  private void settle() {
    for (int j = 0; j < paid.length; j++) {
      pay(j);
    }
  }

  /** Divides the length of adaptive steps; false if the schedule is another or it is short. */
  boolean shorten() {
    if (settings.learningRate() != LearningRate.ADAPTIVE || eta <= SHORTEST) {
      return false;
    }
    eta /= 5;
    return true;
  }

  /** Where it stands. */
  SGDState state() {
    double[] current = new double[v.length];
    double[] means = new double[before.length];
    for (int j = 0; j < v.length; j++) {
      current[j] = scale * v[j];
    }
    for (int j = 0; j < means.length; j++) {
      means[j] = (start.meanWeights()[j] * start.steps() + scales * v[j] - before[j]) / steps;
    }
    double meanIntercept = (start.meanIntercept() * start.steps() + intercepts) / steps;
    return new SGDState(current, intercept, means, meanIntercept, paid, due, eta, steps, passes);
  }
}
