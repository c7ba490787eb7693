package org.cairnml.linear;

import java.util.Arrays;
import org.cairnml.core.FitMonitor;

/**
 * Minimizes {@code |y - X b|^2 / 2 + l1 |b|_1 + l2 |b|^2 / 2} by cyclic coordinate descent, for one
 * penalty after another, each started from the solution before it.
 *
 * <p>Sources: Friedman, Hastie and Tibshirani 2010, doi:10.18637/jss.v033.i01 (descent, covariance
 * updates); Tibshirani and others 2012, doi:10.1111/j.1467-9868.2011.01004.x (strong rule); Ndiaye
 * and others 2017, Journal of Machine Learning Research 18(128) (gap-safe rule).
 */
final class CoordinateDescent {

  // Sweeps go over the columns that the strong rule expects to matter. When these have settled, the
  // duality gap over all columns decides: it ends the search, rules out for good the columns that
  // its sphere proves to be 0, and adds those that the strong rule missed.

  /** Sweeps after which the gap is computed at the latest. */
  private static final int SWEEPS_PER_CHECK = 10;

  /** Changes below this part of the largest coefficient are rounding. */
  private static final double ROUNDING = 0x1p-50;

  private final CoordinateProblem problem;
  private final boolean positive;
  private final double tolerance;
  private final int maxSweeps;
  private final FitMonitor monitor;
  private final double[] b;
  private final double[] pull;
  private final boolean[] working;
  private final boolean[] ruledOut;
  private double before = Double.POSITIVE_INFINITY;
  private double l1;
  private double l2;
  private double largestChange;
  private double largest;

  CoordinateDescent(
      CoordinateProblem problem,
      boolean positive,
      double tolerance,
      int maxSweeps,
      FitMonitor monitor) {
    this.problem = problem;
    this.positive = positive;
    this.tolerance = tolerance;
    this.maxSweeps = maxSweeps;
    this.monitor = monitor;
    this.b = new double[problem.size()];
    this.pull = new double[b.length];
    this.working = new boolean[b.length];
    this.ruledOut = new boolean[b.length];
  }

  /**
   * A minimum.
   *
   * @param b the coefficients (a copy)
   * @param objective the value there
   * @param sweeps how many sweeps it took
   * @param converged whether the duality gap came below the tolerance times y'y
   */
  record Solution(double[] b, double objective, int sweeps, boolean converged) {}

  /** The smallest l1 for which all coefficients are 0. */
  double largestL1() {
    double most = 0;
    for (int j = 0; j < b.length; j++) {
      most = Math.max(most, excess(problem.correlation(j)));
    }
    return most;
  }

  /** The minimum for these penalties, of which one must be positive. */
  Solution minimize(double newL1, double newL2) {
    l1 = newL1;
    l2 = newL2;
    Arrays.fill(ruledOut, false);
    expect();
    double limit = tolerance * problem.targetSquares();
    for (int sweep = 1; ; sweep++) {
      sweep();
      boolean goesOn = monitor.step(objective()) && sweep < maxSweeps;
      boolean settled = largestChange <= ROUNDING * largest;
      if (settled
          || !goesOn
          || sweep % SWEEPS_PER_CHECK == 0
          || largestChange <= tolerance * largest) {
        double gap = gap();
        boolean missed = admitMissed();
        boolean converged = gap <= limit || settled && !missed;
        if (converged || !goesOn) {
          before = l1;
          return new Solution(b.clone(), objective(), sweep, converged);
        }
        ruleOut(gap);
      }
    }
  }

  /** Chooses the columns that the strong rule expects to be other than 0. */
  private void expect() {
    double threshold = Double.isInfinite(before) ? l1 : 2 * l1 - before;
    for (int j = 0; j < b.length; j++) {
      working[j] = b[j] != 0 || excess(problem.correlation(j) - l2 * b[j]) >= threshold;
    }
  }

  private double excess(double correlation) {
    return positive ? correlation : Math.abs(correlation);
  }

  private void sweep() {
    largestChange = 0;
    largest = 0;
    for (int j = 0; j < b.length; j++) {
      double curvature = problem.squaredNorm(j);
      if (!working[j] || curvature == 0) {
        continue;
      }
      double old = b[j];
      double z = problem.correlation(j) + curvature * old;
      double next = Math.max(0, excess(z) - l1) / (curvature + l2);
      b[j] = z < 0 ? 0 - next : next;
      if (b[j] != old) {
        problem.move(j, b[j] - old);
      }
      double scale = Math.sqrt(curvature);
      largestChange = Math.max(largestChange, scale * Math.abs(b[j] - old));
      largest = Math.max(largest, scale * next);
    }
  }

  private double objective() {
    double value = problem.residualSquares(b) / 2;
    for (double v : b) {
      value += l1 * Math.abs(v) + l2 / 2 * v * v;
    }
    return value;
  }

  /** The duality gap; leaves the correlations with the residuals, less l2 b, in pull. */
  private double gap() {
    double most = 0;
    double steepness = 0;
    double length = 0;
    double squares = 0;
    for (int j = 0; j < b.length; j++) {
      pull[j] = ruledOut[j] ? 0 : problem.correlation(j) - l2 * b[j];
      most = Math.max(most, excess(pull[j]));
      steepness += pull[j] * pull[j];
      length += Math.abs(b[j]);
      squares += b[j] * b[j];
    }
    if (l1 == 0) {
      return positive ? Double.POSITIVE_INFINITY : steepness / (2 * l2);
    }
    double shrink = most > l1 ? l1 / most : 1;
    double even = (1 + shrink * shrink) / 2;
    return even * (problem.residualSquares(b) + l2 * squares)
        + l1 * length
        - shrink * problem.targetTimesResidual(b);
  }

  /** Takes the columns in that should not be 0; returns whether there are any. */
  private boolean admitMissed() {
    boolean missed = false;
    for (int j = 0; j < b.length; j++) {
      if (!working[j] && excess(pull[j]) > l1) {
        working[j] = true;
        missed = true;
      }
    }
    return missed;
  }

  /**
   * Sets columns to 0 for good that are 0 at every point as near to the minimum as the gap says.
   */
  private void ruleOut(double gap) {
    if (l1 == 0) {
      return;
    }
    double most = l1;
    for (double p : pull) {
      most = Math.max(most, excess(p));
    }
    double radius = Math.sqrt(2 * Math.max(0, gap)) / l1;
    for (int j = 0; j < b.length; j++) {
      double reach = Math.sqrt(problem.squaredNorm(j) + l2) * radius;
      if (!ruledOut[j] && excess(pull[j]) / most + reach < 1) {
        ruledOut[j] = true;
        working[j] = false;
        if (b[j] != 0) {
          problem.move(j, -b[j]);
          b[j] = 0;
        }
      }
    }
  }
}
