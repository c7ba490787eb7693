package org.cairnml.optimize;

import org.cairnml.base.Progress;
import org.cairnml.optimize.Minimum.Stop;

/**
 * Minimizes a smooth function by the limited-memory method of Broyden, Fletcher, Goldfarb and
 * Shanno. Deterministic. It ends when the largest magnitude in the gradient is at most {@code
 * gradientTolerance}, or when one step lowers the value f by at most {@code valueTolerance *
 * max(|f|, |f before|, 1)}, or when rounding allows no further descent.
 *
 * <p>Source: Nocedal and Wright, Numerical Optimization, 2nd ed., algorithm 7.5.
 *
 * @param memory how many steps back curvature is remembered, at least 1; 10 by default
 * @param gradientTolerance at least 0; 1e-6 by default
 * @param valueTolerance at least 0; 0 by default, so that the gradient decides
 * @param maxIterations steps at most, at least 0; 1000 by default
 */
public record LBFGS(
    int memory, double gradientTolerance, double valueTolerance, int maxIterations) {

  private static final double ROUNDING = 8 * 0x1p-52;

  /** With the defaults. */
  public LBFGS() {
    this(10, 1e-6, 0, 1000);
  }

  /** Checks the ranges. */
  public LBFGS {
    if (memory < 1 || maxIterations < 0) {
      throw new IllegalArgumentException(
          "memory must be at least 1 and maxIterations at least 0, but they are %d and %d"
              .formatted(memory, maxIterations));
    }
    if (!(gradientTolerance >= 0) || !(valueTolerance >= 0)) {
      throw new IllegalArgumentException(
          "tolerances must be at least 0, but gradientTolerance is %s and valueTolerance is %s"
              .formatted(gradientTolerance, valueTolerance));
    }
  }

  /** The same with this memory. */
  public LBFGS withMemory(int memory) {
    return new LBFGS(memory, gradientTolerance, valueTolerance, maxIterations);
  }

  /** The same with this gradient tolerance. */
  public LBFGS withGradientTolerance(double gradientTolerance) {
    return new LBFGS(memory, gradientTolerance, valueTolerance, maxIterations);
  }

  /** The same with this value tolerance. */
  public LBFGS withValueTolerance(double valueTolerance) {
    return new LBFGS(memory, gradientTolerance, valueTolerance, maxIterations);
  }

  /** The same with this step limit. */
  public LBFGS withMaxIterations(int maxIterations) {
    return new LBFGS(memory, gradientTolerance, valueTolerance, maxIterations);
  }

  /** The minimum found from {@code start}, which is not modified. */
  public Minimum minimize(Objective objective, double[] start) {
    return minimize(objective, start, Progress.none());
  }

  /**
   * The minimum found from {@code start}, which is not modified.
   *
   * @throws IllegalArgumentException if the value or the gradient at {@code start} is not finite
   */
  public Minimum minimize(Objective objective, double[] start, Progress progress) {
    double[] x = start.clone();
    double[] gradient = new double[x.length];
    double value = objective.valueAndGradient(x, gradient);
    if (!Double.isFinite(value) || !Double.isFinite(largest(gradient))) {
      throw new IllegalArgumentException(
          "the objective is not finite at the start: value %s, largest gradient %s"
              .formatted(value, largest(gradient)));
    }
    var curvature = new Curvature(memory, x.length);
    int evaluations = 1;
    int iteration = 0;
    Stop stop = largest(gradient) <= gradientTolerance ? Stop.GRADIENT : null;
    while (stop == null) {
      if (iteration == maxIterations) {
        stop = Stop.LIMIT;
        break;
      }
      double[] direction = curvature.descent(gradient);
      double slope = dot(gradient, direction);
      if (!(slope < 0)) {
        curvature.forget();
        direction = curvature.descent(gradient);
        slope = dot(gradient, direction);
      }
      var search = new LineSearch(objective, x, direction, value, slope);
      boolean found = search.run(curvature.isEmpty() ? Math.min(1, 1 / norm1(gradient)) : 1);
      evaluations += search.evaluations;
      if (!found) {
        if (-slope <= ROUNDING * Math.abs(value)) {
          stop = Stop.PRECISION;
        } else if (curvature.isEmpty()) {
          stop = Stop.FAILED;
        } else {
          curvature.forget();
        }
        continue;
      }
      iteration++;
      double before = value;
      curvature.remember(x, search.x, gradient, search.gradient);
      x = search.x;
      gradient = search.gradient;
      value = search.value;
      var step = new Progress.Step("L-BFGS", iteration, maxIterations, value);
      if (largest(gradient) <= gradientTolerance) {
        stop = Stop.GRADIENT;
      } else if (valueTolerance > 0 && before - value <= valueTolerance * scale(value, before)) {
        stop = Stop.VALUE;
      }
      if (progress.onStep(step) == Progress.Answer.STOP && stop == null) {
        stop = Stop.LISTENER;
      }
    }
    return new Minimum(x, value, largest(gradient), iteration, evaluations, stop);
  }

  private static double scale(double value, double before) {
    return Math.max(1, Math.max(Math.abs(value), Math.abs(before)));
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  private static double norm1(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += Math.abs(v);
    }
    return sum;
  }

  private static double largest(double[] x) {
    double largest = 0;
    for (double v : x) {
      largest = Math.max(largest, Math.abs(v));
    }
    return largest;
  }

  /** The last steps and how the gradient changed along them: an implicit inverse Hessian. */
  private static final class Curvature {
    private final double[][] steps;
    private final double[][] changes;
    private final double[] inverse;
    private int count;
    private int next;

    Curvature(int memory, int n) {
      steps = new double[memory][n];
      changes = new double[memory][n];
      inverse = new double[memory];
    }

    boolean isEmpty() {
      return count == 0;
    }

    void forget() {
      count = 0;
    }

    void remember(double[] x, double[] newX, double[] gradient, double[] newGradient) {
      double[] s = steps[next];
      double[] y = changes[next];
      for (int i = 0; i < s.length; i++) {
        s[i] = newX[i] - x[i];
        y[i] = newGradient[i] - gradient[i];
      }
      double product = dot(s, y);
      if (product > ROUNDING * Math.sqrt(dot(s, s)) * Math.sqrt(dot(y, y))) {
        inverse[next] = 1 / product;
        next = (next + 1) % steps.length;
        count = Math.min(count + 1, steps.length);
      }
    }

    /** Minus the inverse Hessian times the gradient, by the two-loop recursion. */
    double[] descent(double[] gradient) {
      double[] direction = new double[gradient.length];
      for (int i = 0; i < direction.length; i++) {
        direction[i] = -gradient[i];
      }
      if (count == 0) {
        return direction;
      }
      double[] alpha = new double[steps.length];
      for (int back = 1; back <= count; back++) {
        int i = Math.floorMod(next - back, steps.length);
        alpha[i] = inverse[i] * dot(steps[i], direction);
        add(-alpha[i], changes[i], direction);
      }
      int last = Math.floorMod(next - 1, steps.length);
      double scale = 1 / (inverse[last] * dot(changes[last], changes[last]));
      for (int i = 0; i < direction.length; i++) {
        direction[i] *= scale;
      }
      for (int back = count; back >= 1; back--) {
        int i = Math.floorMod(next - back, steps.length);
        double beta = inverse[i] * dot(changes[i], direction);
        add(alpha[i] - beta, steps[i], direction);
      }
      return direction;
    }

    private static void add(double scale, double[] x, double[] y) {
      for (int i = 0; i < x.length; i++) {
        y[i] += scale * x[i];
      }
    }
  }
}
