package org.cairnml.linear;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;

/**
 * Fisher scoring: weighted least squares, again and again, with weights and target that depend on
 * the last solution. A step that leaves the range of means or does not lower the deviance is halved
 * until it does.
 *
 * <p>Source: Nelder and Wedderburn 1972, doi:10.2307/2344614.
 */
final class IterativelyReweighted {

  private static final int MAX_HALVINGS = 40;
  private static final double ROUNDING = 1e-13;
  private static final double NO_DEVIANCE = 1e-9;

  private final ExponentialFamily family;
  private final Link link;
  private final Matrix x;
  private final double[] y;
  private final double[] weights;
  private final double[] offset;
  private final boolean intercept;
  private final double penalty;
  private final int p;

  /** Coefficients, the intercept first, with what follows from them. */
  private record State(double[] beta, double[] eta, double deviance, double objective) {}

  /** The solution of a weighted problem. */
  private record Target(double[] beta, int[] kept, Matrix inverse) {}

  /**
   * Where the search ended.
   *
   * @param beta the intercept, if there is one, and the coefficients (p)
   * @param mean the fitted mean of each row
   * @param deviance of the fit
   * @param kept the coefficients that were not left out
   * @param inverse of the expected information at dispersion 1 (p x p)
   * @param iterations steps done
   * @param converged whether the last step was short enough
   */
  record Result(
      double[] beta,
      double[] mean,
      double deviance,
      int[] kept,
      Matrix inverse,
      int iterations,
      boolean converged) {}

  /** Rows of weight 0 must have been left out. */
  IterativelyReweighted(
      ExponentialFamily family, Link link, Dataset data, boolean intercept, double penalty) {
    this.family = family;
    this.link = link;
    this.x = data.x();
    this.y = data.target();
    this.weights = data.weights();
    this.offset = data.offset().orElseGet(() -> new double[data.rows()]);
    this.intercept = intercept;
    this.penalty = penalty;
    this.p = x.cols() + (intercept ? 1 : 0);
  }

  Result minimize(double tolerance, int maxIterations, Optional<FitMonitor> monitor) {
    State state = start();
    int iteration = 0;
    boolean converged = false;
    boolean goesOn = true;
    while (goesOn && !converged && iteration < maxIterations) {
      Target target = solve(state.eta, Optional.of(state));
      State next = towards(state, target);
      iteration++;
      double length = distance(state, target.beta);
      converged = length <= tolerance * Math.sqrt(state.objective + Double.MIN_NORMAL);
      if (next == state) {
        converged |= length <= Math.sqrt(tolerance * (1 + state.objective));
        goesOn = false;
      }
      state = next;
      double objective = state.objective;
      goesOn &= monitor.map(m -> m.step(objective)).orElse(true);
    }
    refuseSeparation(state);
    Target last = solve(state.eta, Optional.of(state));
    double[] mean = new double[y.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = family.bounded(link.inverse(state.eta[i]));
    }
    return new Result(
        state.beta, mean, state.deviance, last.kept, last.inverse, iteration, converged);
  }

  /** One step from means half way between each target and the mean of all; else the mean itself. */
  private State start() {
    double average = 0;
    double total = 0;
    for (int i = 0; i < y.length; i++) {
      total += weights[i];
      average += (y[i] - average) * (weights[i] / total);
    }
    double[] eta = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      double mean = family.family() == Family.BINOMIAL ? (y[i] + 0.5) / 2 : y[i] / 2 + average / 2;
      eta[i] = link.of(mean);
      if (!Double.isFinite(eta[i]) || !family.allows(mean)) {
        eta[i] = link.of(0.5);
      }
    }
    State first = state(solve(eta, Optional.empty()).beta);
    if (Double.isFinite(first.objective)) {
      return first;
    }
    double[] flat = new double[p];
    if (intercept) {
      flat[0] = link.of(average);
    }
    State second = state(flat);
    if (!Double.isFinite(second.objective)) {
      throw new DataException(
          "no coefficients were found for which all means are possible with the family "
              + family.family()
              + " and the link "
              + link
              + "; take another link, such as LOG");
    }
    return second;
  }

  private State state(double[] beta) {
    double[] eta = offset.clone();
    double deviance = 0;
    Vector slopes = Vector.wrap(beta).slice(p - x.cols(), p);
    Vector sums = x.times(slopes);
    for (int i = 0; i < eta.length; i++) {
      eta[i] += sums.get(i) + (intercept ? beta[0] : 0);
      double mean = family.bounded(link.inverse(eta[i]));
      deviance +=
          family.allows(mean) && Double.isFinite(eta[i])
              ? weights[i] * family.deviance(y[i], mean)
              : Double.POSITIVE_INFINITY;
    }
    double objective = deviance + penalty * slopes.dot(slopes);
    return new State(
        beta, eta, deviance, Double.isNaN(objective) ? Double.POSITIVE_INFINITY : objective);
  }

  /** The state at the target or, if that is no better, between; the same one if none is better. */
  private State towards(State from, Target target) {
    double share = 1;
    for (int k = 0; k <= MAX_HALVINGS; k++) {
      double[] beta = new double[p];
      for (int j = 0; j < p; j++) {
        beta[j] = from.beta[j] + share * (target.beta[j] - from.beta[j]);
      }
      State next = state(beta);
      if (next.objective <= from.objective * (1 + ROUNDING)) {
        return next;
      }
      share /= 2;
    }
    return from;
  }

  /** The length of a change of coefficients, as the expected information measures it. */
  private double distance(State from, double[] to) {
    double[] change = new double[p];
    for (int j = 0; j < p; j++) {
      change[j] = to[j] - from.beta[j];
    }
    Vector slopes = Vector.wrap(change).slice(p - x.cols(), p);
    Vector moved = x.times(slopes);
    double sum = penalty * slopes.dot(slopes);
    for (int i = 0; i < y.length; i++) {
      double step = moved.get(i) + (intercept ? change[0] : 0);
      sum += information(i, from.eta[i]) * step * step;
    }
    return Math.sqrt(sum);
  }

  private double information(int i, double eta) {
    double slope = link.inverseDerivative(eta);
    double variance = family.variance(family.bounded(link.inverse(eta)));
    return weights[i] * slope * slope / variance;
  }

  /** The weighted least squares problem at a linear predictor, as a change of the given state. */
  private Target solve(double[] eta, Optional<State> from) {
    int extra = penalty > 0 ? x.cols() : 0;
    Matrix a = Matrix.zeros(y.length + extra, p);
    double[] b = new double[y.length + extra];
    int first = p - x.cols();
    for (int i = 0; i < y.length; i++) {
      double root = Math.sqrt(information(i, eta[i]));
      double mean = family.bounded(link.inverse(eta[i]));
      double slope = link.inverseDerivative(eta[i]);
      double gap = (y[i] - mean) / slope;
      b[i] = root > 0 ? root * (from.isPresent() ? gap : eta[i] - offset[i] + gap) : 0;
      if (intercept) {
        a.set(i, 0, root);
      }
      for (int j = first; j < p; j++) {
        a.set(i, j, root * x.get(i, j - first));
      }
    }
    double root = Math.sqrt(penalty);
    for (int j = 0; j < extra; j++) {
      a.set(y.length + j, first + j, root);
      b[y.length + j] = from.isPresent() ? -root * from.get().beta[first + j] : 0;
    }
    Target change =
        NormalEquations.tryOf(a.gram(), 0)
            .map(
                system ->
                    new Target(
                        system.solve(a.transposeTimes(Vector.wrap(b))).toArray(),
                        IntStream.range(0, p).toArray(),
                        system.inverse()))
            .orElseGet(() -> direct(a, b));
    from.ifPresent(
        state -> {
          for (int j = 0; j < p; j++) {
            change.beta[j] += state.beta[j];
          }
        });
    return change;
  }

  private static Target direct(Matrix a, double[] b) {
    LeastSquares exact = LeastSquares.of(a, b);
    return new Target(exact.x().toArray(), exact.kept(), exact.inverseGram());
  }

  private void refuseSeparation(State state) {
    boolean certain = state.deviance < NO_DEVIANCE * Arrays.stream(weights).sum();
    if (family.family() == Family.BINOMIAL && penalty == 0 && certain) {
      throw new DataException(
          "the features separate the targets 0 and 1 without error, so that coefficients grow"
              + " without limit; set alpha to a positive value");
    }
  }
}
