package org.cairnml.linalg;

import org.cairnml.linalg.backend.Kernels;

/**
 * The singular values s of a matrix that is zero but for its first row z and its diagonal d, with
 * d[0] = 0: the roots of 1 + sum z[j]^2 / (d[j]^2 - s^2) = 0. The d rise strictly and no z is zero,
 * so one root lies between each two of the d and one above the last.
 *
 * <p>Sources: M. Gu and S. Eisenstat (1995), doi:10.1137/S0895479892242232; the steps are those of
 * J. Bunch, C. Nielsen and D. Sorensen (1978), doi:10.1007/BF01396012.
 */
final class SecularEquation {
  // The unknown is x = s^2 - o^2, where o is the nearer of the two neighbours of s among the d. All
  // gaps d[j]^2 - s^2 then keep their digits, and with them the orthogonality of the vectors. Many
  // roots take a step at a time, those found are taken out.

  private static final double EPSILON = 0x1p-52;
  private static final int STEPS = 100;

  private final Kernels kernels;
  private final int n;
  private final double[] d;
  private final double[] z;
  private final double length;

  /** The z may have any sign. */
  SecularEquation(Kernels kernels, double[] d, double[] z) {
    this.kernels = kernels;
    this.n = d.length;
    this.d = d;
    this.z = new double[n];
    double squares = 0;
    for (int j = 0; j < n; j++) {
      this.z[j] = Math.abs(z[j]);
      squares += z[j] * z[j];
    }
    this.length = squares;
  }

  /**
   * Roots {@code from} to {@code to}, exclusive, counted from the smallest; {@code gaps[i * n + j]}
   * becomes d[j]^2 - s[i]^2.
   */
  void roots(int from, int to, double[] s, double[] gaps) {
    Search search = new Search(from, to);
    for (int i = from; i < to; i++) {
      double o = search.origin[i - from];
      double x = search.found[i - from];
      s[i] = o + x / (o + Math.sqrt(o * o + x));
      for (int j = 0; j < n; j++) {
        gaps[i * n + j] = (d[j] - o) * (d[j] + o) - x;
      }
    }
  }

  /**
   * Magnitudes of the z {@code from} to {@code to}, exclusive, for which the computed roots are
   * exact, so that the vectors become orthogonal.
   */
  void exactWeights(int from, int to, double[] gaps, double[] weights) {
    for (int j = from; j < to; j++) {
      weights[j] = -gaps[(n - 1) * n + j];
    }
    for (int i = 0; i < n - 1; i++) {
      int middle = Math.max(from, Math.min(to, i + 1));
      multiply(from, middle, gaps, i * n, d[i + 1], weights);
      multiply(middle, to, gaps, i * n, d[i], weights);
    }
    for (int j = from; j < to; j++) {
      weights[j] = Math.sqrt(Math.abs(weights[j]));
    }
  }

  private void multiply(int from, int to, double[] gaps, int at, double pole, double[] products) {
    for (int j = from; j < to; j++) {
      products[j] *= gaps[at + j] / ((pole - d[j]) * (pole + d[j]));
    }
  }

  /** The t nearer to zero in c t^2 - a t + b = 0. */
  private static double nearRoot(double c, double a, double b) {
    double root = Math.sqrt(Math.abs(a * a - 4 * b * c));
    return a <= 0 ? (a - root) / (2 * c) : 2 * b / (a + root);
  }

  /** The search for some neighbouring roots. */
  private final class Search {
    private final int first;
    private final double[] origin;
    private final double[] found;
    private final int[] open;
    private final double[] o;
    private final double[] x;
    private final double[] low;
    private final double[] high;
    private final double[] below;
    private final double[] belowSlope;
    private final double[] above;
    private final double[] aboveSlope;

    Search(int from, int to) {
      int count = to - from;
      int room = count + Kernels.POLE_SUMS_ROOM;
      first = from;
      origin = new double[count];
      found = new double[count];
      open = new int[count];
      o = new double[room];
      x = new double[room];
      low = new double[count];
      high = new double[count];
      below = new double[room];
      belowSlope = new double[room];
      above = new double[room];
      aboveSlope = new double[room];
      begin(count);
      for (int step = 0; step < STEPS && count > 0; step++) {
        count = stepAll(count);
      }
      for (int k = 0; k < count; k++) {
        found[open[k]] = x[k];
      }
    }

    private void sums(int count) {
      kernels.poleSums(n, d, z, count, o, x, below, belowSlope, above, aboveSlope);
    }

    /** From the value in the middle between two poles, the nearer one and a first guess. */
    private void begin(int count) {
      for (int k = 0; k < count; k++) {
        int i = first + k;
        open[k] = k;
        o[k] = d[i];
        high[k] = i == n - 1 ? length : width(i) / 2;
        x[k] = i == n - 1 ? length / 2 : high[k];
      }
      sums(count);
      for (int k = 0; k < count; k++) {
        int i = first + k;
        if (i < n - 1) {
          guess(i, k, 1 + below[k] + above[k]);
        }
        origin[k] = o[k];
      }
    }

    private double width(int i) {
      return (d[i + 1] - d[i]) * (d[i + 1] + d[i]);
    }

    private void guess(int i, int k, double f) {
      double width = width(i);
      double here = z[i] * z[i];
      double next = z[i + 1] * z[i + 1];
      double c = f + (here - next) / high[k];
      double start;
      if (f < 0) {
        o[k] = d[i + 1];
        low[k] = -high[k];
        high[k] = 0;
        start = nearRoot(c, here + next - c * width, -next * width);
      } else {
        start = nearRoot(c, here + next + c * width, here * width);
      }
      boolean inside = start > low[k] && start < high[k];
      x[k] = inside ? start : low[k] + (high[k] - low[k]) / 2;
    }

    /** Returns how many are still open. */
    private int stepAll(int count) {
      sums(count);
      int left = 0;
      for (int k = 0; k < count; k++) {
        double next = next(k);
        if (next == x[k]) {
          found[open[k]] = next;
        } else {
          open[left] = open[k];
          o[left] = o[k];
          low[left] = low[k];
          high[left] = high[k];
          x[left++] = next;
        }
      }
      return left;
    }

    /** Where to go on; the same place if that is the root. */
    private double next(int k) {
      int i = first + open[k];
      double at = x[k];
      double f = 1 + below[k] + above[k];
      double slope = belowSlope[k] + aboveSlope[k];
      if (Math.abs(f) <= EPSILON * (8 * (1 + above[k] - below[k]) + Math.abs(at) * slope)) {
        return at;
      }
      if (f < 0) {
        low[k] = at;
      } else {
        high[k] = at;
      }
      double left = (d[i] - o[k]) * (d[i] + o[k]) - at;
      double next;
      if (i == n - 1) {
        next = at + left * f / (f - left * slope);
      } else {
        double right = (d[i + 1] - o[k]) * (d[i + 1] + o[k]) - at;
        next = at + step(left, right, f, belowSlope[k], aboveSlope[k]);
      }
      if (!(next > low[k] && next < high[k])) {
        next = low[k] + (high[k] - low[k]) / 2;
      }
      return next == low[k] || next == high[k] ? at : next;
    }

    /** To the root of c + p / (left - t) + q / (right - t), with the values and slopes here. */
    private static double step(
        double left, double right, double f, double belowSlope, double aboveSlope) {
      double c = f - left * belowSlope - right * aboveSlope;
      double a = (left + right) * f - left * right * (belowSlope + aboveSlope);
      return nearRoot(c, a, left * right * f);
    }
  }
}
