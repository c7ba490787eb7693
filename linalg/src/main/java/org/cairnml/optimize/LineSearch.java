package org.cairnml.optimize;

/**
 * One search along a direction for a point that satisfies the Wolfe conditions or, close to a
 * minimum where rounding hides the descent, the approximate Wolfe conditions of Hager and Zhang
 * 2005, doi:10.1137/030601880.
 */
final class LineSearch {
  // The wanted step lies between low, where the function still falls, and high, where it has grown
  // or turned upwards. While high is unknown steps grow; then they are cubic interpolations, kept
  // away from the ends.

  private static final double DESCENT = 1e-4;
  private static final double CURVATURE = 0.9;
  private static final double NOISE = 1e-14;
  private static final double GROWTH = 4;
  private static final double MARGIN = 0.1;
  private static final int TRIALS = 50;

  private final Objective objective;
  private final double[] start;
  private final double[] direction;
  private final double startValue;
  private final double startSlope;

  /** The accepted point, once {@link #run} has returned true. */
  final double[] x;

  /** The gradient at {@link #x}. */
  final double[] gradient;

  /** The value at {@link #x}. */
  double value;

  /** How often the objective was computed. */
  int evaluations;

  LineSearch(
      Objective objective, double[] start, double[] direction, double startValue, double slope) {
    this.objective = objective;
    this.start = start;
    this.direction = direction;
    this.startValue = startValue;
    this.startSlope = slope;
    this.x = new double[start.length];
    this.gradient = new double[start.length];
  }

  /** Whether a point was found, trying {@code firstStep} first. */
  boolean run(double firstStep) {
    double step = firstStep;
    double low = 0;
    double lowValue = startValue;
    double lowSlope = startSlope;
    double high = Double.POSITIVE_INFINITY;
    double highValue = Double.NaN;
    double highSlope = Double.NaN;
    for (int trial = 0; trial < TRIALS; trial++) {
      double slope = evaluate(step);
      if (accepts(step, slope)) {
        return true;
      }
      if (!Double.isFinite(value) || !Double.isFinite(slope) || tooHigh(step) || slope >= 0) {
        high = step;
        highValue = value;
        highSlope = slope;
      } else {
        low = step;
        lowValue = value;
        lowSlope = slope;
      }
      step =
          high == Double.POSITIVE_INFINITY
              ? GROWTH * step
              : between(low, lowValue, lowSlope, high, highValue, highSlope);
      if (step == low || step == high) {
        return false;
      }
    }
    return false;
  }

  private double evaluate(double step) {
    for (int i = 0; i < x.length; i++) {
      x[i] = start[i] + step * direction[i];
    }
    value = objective.valueAndGradient(x, gradient);
    evaluations++;
    double slope = 0;
    for (int i = 0; i < x.length; i++) {
      slope += gradient[i] * direction[i];
    }
    return slope;
  }

  private boolean tooHigh(double step) {
    return value > startValue + DESCENT * step * startSlope
        && value > startValue + NOISE * Math.abs(startValue);
  }

  private boolean accepts(double step, double slope) {
    if (!(slope >= CURVATURE * startSlope)) {
      return false;
    }
    boolean wolfe =
        value <= startValue + DESCENT * step * startSlope
            && Math.abs(slope) <= -CURVATURE * startSlope;
    boolean approximate =
        value <= startValue + NOISE * Math.abs(startValue)
            && slope <= (2 * DESCENT - 1) * startSlope;
    return wolfe || approximate;
  }

  private static double between(
      double low,
      double lowValue,
      double lowSlope,
      double high,
      double highValue,
      double highSlope) {
    double width = high - low;
    double d1 = lowSlope + highSlope - 3 * (lowValue - highValue) / (low - high);
    double d2 = Math.sqrt(d1 * d1 - lowSlope * highSlope);
    double cubic = high - width * (highSlope + d2 - d1) / (highSlope - lowSlope + 2 * d2);
    if (!Double.isFinite(cubic)) {
      return low + width / 2;
    }
    return Math.min(high - MARGIN * width, Math.max(low + MARGIN * width, cubic));
  }
}
