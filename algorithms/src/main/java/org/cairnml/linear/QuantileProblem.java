package org.cairnml.linear;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cairnml.base.Workers;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.linalg.LU;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;

/**
 * The linear program of a {@link QuantileRegressor}, on standardized rows: the primal-dual
 * interior-point method of Frisch, Newton and Mehrotra, then the vertex that it points to.
 */
final class QuantileProblem {
  // The penalty on a coefficient's magnitude is one row more, with the target 0 and equal costs
  // above and below. The dual program has one variable a a row, between 0 and the sum of both
  // costs, with X'a = X'down. It starts at a = down and the line of least squares, and every step
  // keeps the equations of both programs, so that only the gap between them is left to close.
  //
  // Rows on the best line have their dual variable inside its bounds, all others at one of them.
  // The rows that are farthest inside give the vertex; those of the penalty are coefficients that
  // are exactly 0.

  private static final double NEARLY_ALL = 0.9995;
  private static final double ROUNDING = 1e-14;
  private static final double LEAST_DAMPING = 1e-14;
  private static final double INDEPENDENT = 1e-9;
  private static final int CANDIDATES_PER_COEFFICIENT = 4;

  private final Matrix x;
  private final double[] y;
  private final double[] up;
  private final double[] down;
  private final int n;
  private final int p;

  private QuantileProblem(Matrix x, double[] y, double[] up, double[] down) {
    this.x = x;
    this.y = y;
    this.up = up;
    this.down = down;
    this.n = x.rows();
    this.p = x.cols();
  }

  /** Weights must be positive. */
  static QuantileProblem of(StandardizedRows rows, Dataset data, double quantile, double alpha) {
    int n = data.rows();
    int penalties = alpha > 0 ? data.cols() : 0;
    double[] up = new double[n + penalties];
    double[] down = new double[n + penalties];
    double total = Arrays.stream(data.weights()).sum();
    for (int i = 0; i < n; i++) {
      up[i] = quantile * data.weight(i) / total;
      down[i] = (1 - quantile) * data.weight(i) / total;
    }
    for (int j = 0; j < penalties; j++) {
      up[n + j] = alpha / rows.scale().deviation()[j];
      down[n + j] = up[n + j];
    }
    return new QuantileProblem(rows.x(), Arrays.copyOf(data.target(), up.length), up, down);
  }

  /**
   * Where the search ended.
   *
   * @param theta the coefficients (p)
   * @param value the objective
   */
  record Solution(double[] theta, double value, int iterations, boolean converged) {}

  /**
   * A point of both programs: dual variables with their distances to the upper bounds, the
   * multipliers of both bounds, and the coefficients.
   */
  private record Point(double[] a, double[] room, double[] low, double[] high, double[] theta) {

    double gap() {
      return Vector.wrap(a).dot(Vector.wrap(low)) + Vector.wrap(room).dot(Vector.wrap(high));
    }
  }

  /** A change of a point; {@code room} changes by the negative of {@code a}. */
  private record Step(double[] a, double[] low, double[] high, double[] theta) {}

  /** The minimum, or as near as the limit and the monitor let it come. */
  Solution minimize(double tolerance, int maxIterations, FitMonitor monitor, Workers workers) {
    Point at = start(workers);
    double negligible = ROUNDING * value(new double[p]);
    boolean converged = false;
    int iteration = 0;
    boolean goesOn = true;
    while (!converged && goesOn) {
      Point next = next(at, workers);
      iteration++;
      goesOn = Double.isFinite(next.gap()) && next.gap() < at.gap() && iteration < maxIterations;
      at = Double.isFinite(next.gap()) ? next : at;
      double value = value(at.theta);
      converged = at.gap() <= tolerance * value + negligible;
      goesOn &= monitor.step(value);
    }
    double[] exact = vertex(at).orElse(at.theta);
    double[] theta = value(exact) <= value(at.theta) + negligible ? exact : at.theta;
    return new Solution(theta, value(theta), iteration, converged);
  }

  private double value(double[] theta) {
    double[] residuals = residuals(theta);
    double sum = 0;
    for (int i = 0; i < residuals.length; i++) {
      sum += residuals[i] * (residuals[i] > 0 ? up[i] : -down[i]);
    }
    return sum;
  }

  /** The target less what the coefficients make of the rows, those of the penalty included. */
  private double[] residuals(double[] theta) {
    double[] residuals = times(theta);
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] = y[i] - residuals[i];
    }
    return residuals;
  }

  private double[] times(double[] theta) {
    double[] product = Arrays.copyOf(x.times(Vector.wrap(theta)).toArray(), y.length);
    System.arraycopy(theta, 0, product, n, y.length - n);
    return product;
  }

  private Vector transposeTimes(double[] v) {
    double[] product = x.transposeTimes(Vector.wrap(Arrays.copyOf(v, n))).toArray();
    for (int j = 0; j < y.length - n; j++) {
      product[j] += v[n + j];
    }
    return Vector.wrap(product);
  }

  /** The factors of X'WX; dependent columns get a trace of their own. */
  private NormalEquations factor(double[] weights, Workers workers) {
    Matrix gram = WeightedGram.of(x, weights, workers);
    for (int j = 0; j < y.length - n; j++) {
      gram.set(j, j, gram.get(j, j) + weights[n + j]);
    }
    double largest = 0;
    for (int j = 0; j < p; j++) {
      largest = Math.max(largest, gram.get(j, j));
    }
    var system = NormalEquations.tryOf(gram, 0, Math.ulp((double) p));
    for (double damping = LEAST_DAMPING; system.isEmpty(); damping *= 10) {
      if (!(damping * largest < Double.MAX_VALUE)) {
        throw Overflow.found();
      }
      system = NormalEquations.tryOf(gram, damping * largest + Double.MIN_NORMAL, 0);
    }
    return system.get();
  }

  private Point start(Workers workers) {
    double[] ones = new double[y.length];
    Arrays.fill(ones, 1);
    double[] theta = factor(ones, workers).solve(transposeTimes(y)).toArray();
    double[] low = residuals(theta);
    double[] high = new double[low.length];
    double[] room = up.clone();
    double mean = Arrays.stream(low).map(Math::abs).sum() / low.length;
    double least = Math.max(mean, ROUNDING * Arrays.stream(y).map(Math::abs).max().orElseThrow());
    least = least > 0 ? least : 1;
    for (int i = 0; i < low.length; i++) {
      high[i] = Math.max(low[i], 0) + least;
      low[i] = Math.max(-low[i], 0) + least;
    }
    return new Point(down.clone(), room, low, high, theta);
  }

  private Point next(Point at, Workers workers) {
    int m = y.length;
    double[] q = new double[m];
    for (int i = 0; i < m; i++) {
      q[i] = 1 / (at.low[i] / at.a[i] + at.high[i] / at.room[i]);
    }
    NormalEquations system = factor(q, workers);
    double[] none = new double[m];
    Step straight = step(at, q, system, none, none);
    double dualPart = part(at.a, straight.a, 1, part(at.room, straight.a, -1, 1));
    double primalPart = part(at.low, straight.low, 1, part(at.high, straight.high, 1, 1));
    double gap = at.gap();
    double left = 0;
    for (int i = 0; i < m; i++) {
      double da = dualPart * straight.a[i];
      left += (at.a[i] + da) * (at.low[i] + primalPart * straight.low[i]);
      left += (at.room[i] - da) * (at.high[i] + primalPart * straight.high[i]);
    }
    double centre = Math.pow(left / gap, 3) * gap / (2 * m);
    double[] byLow = new double[m];
    double[] byHigh = new double[m];
    for (int i = 0; i < m; i++) {
      byLow[i] = centre - straight.a[i] * straight.low[i];
      byHigh[i] = centre + straight.a[i] * straight.high[i];
    }
    Step step = step(at, q, system, byLow, byHigh);
    dualPart = part(at.a, step.a, 1, part(at.room, step.a, -1, 1));
    primalPart = part(at.low, step.low, 1, part(at.high, step.high, 1, 1));
    return new Point(
        moved(at.a, step.a, dualPart),
        moved(at.room, step.a, -dualPart),
        moved(at.low, step.low, primalPart),
        moved(at.high, step.high, primalPart),
        moved(at.theta, step.theta, primalPart));
  }

  /** The step that would bring the products of variables and multipliers to these values. */
  private Step step(Point at, double[] q, NormalEquations system, double[] byLow, double[] byHigh) {
    int m = y.length;
    double[] pull = new double[m];
    double[] weighted = new double[m];
    for (int i = 0; i < m; i++) {
      double low = byLow[i] / at.a[i] - at.low[i];
      double high = byHigh[i] / at.room[i] - at.high[i];
      pull[i] = low - high;
      weighted[i] = q[i] * pull[i];
    }
    double[] theta = system.solve(transposeTimes(weighted)).toArray();
    double[] lines = times(theta);
    double[] a = new double[m];
    double[] low = new double[m];
    double[] high = new double[m];
    for (int i = 0; i < m; i++) {
      a[i] = q[i] * (pull[i] - lines[i]);
      low[i] = byLow[i] / at.a[i] - at.low[i] - at.low[i] / at.a[i] * a[i];
      high[i] = byHigh[i] / at.room[i] - at.high[i] + at.high[i] / at.room[i] * a[i];
    }
    return new Step(a, low, high, theta);
  }

  /** How much of a change leaves all values positive, at most so much. */
  private static double part(double[] values, double[] change, int sign, double most) {
    double part = most;
    for (int i = 0; i < values.length; i++) {
      double by = sign * change[i];
      if (by < 0) {
        part = Math.min(part, -NEARLY_ALL * values[i] / by);
      }
    }
    return part;
  }

  private static double[] moved(double[] from, double[] change, double part) {
    double[] to = new double[from.length];
    for (int i = 0; i < to.length; i++) {
      to[i] = from[i] + part * change[i];
    }
    return to;
  }

  /** The line through as many rows as there are coefficients; empty if too few are independent. */
  private Optional<double[]> vertex(Point at) {
    double[] inside = new double[y.length];
    for (int i = 0; i < inside.length; i++) {
      inside[i] = Math.min(at.a[i], at.room[i]) / (up[i] + down[i]);
    }
    int[] candidates =
        IntStream.range(0, inside.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -inside[i]))
            .limit(CANDIDATES_PER_COEFFICIENT * (long) p)
            .mapToInt(i -> i)
            .toArray();
    Matrix rows = Matrix.zeros(p, p);
    double[] target = new double[p];
    double[][] basis = new double[p][];
    var zeros = new BitSet();
    int count = 0;
    for (int c = 0; c < candidates.length && count < p; c++) {
      double[] row = row(candidates[c]);
      double[] left = row.clone();
      for (int k = 0; k < count; k++) {
        double along = Vector.wrap(basis[k]).dot(Vector.wrap(left));
        for (int j = 0; j < p; j++) {
          left[j] -= along * basis[k][j];
        }
      }
      double length = Vector.wrap(left).norm2();
      if (length > INDEPENDENT * Vector.wrap(row).norm2()) {
        target[count] = y[candidates[c]];
        if (candidates[c] >= n) {
          zeros.set(candidates[c] - n);
        }
        for (int j = 0; j < p; j++) {
          rows.set(count, j, row[j]);
        }
        basis[count++] = Vector.wrap(left).times(1 / length).toArray();
      }
    }
    return count < p
        ? Optional.empty()
        : LU.tryOf(rows)
            .map(lu -> lu.solve(Vector.wrap(target)).toArray())
            .map(
                theta -> {
                  zeros.stream().forEach(j -> theta[j] = 0);
                  return theta;
                });
  }

  private double[] row(int i) {
    if (i < n) {
      return x.row(i).toArray();
    }
    double[] unit = new double[p];
    unit[i - n] = 1;
    return unit;
  }
}
