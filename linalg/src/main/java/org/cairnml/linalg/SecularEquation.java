package org.cairnml.linalg;

/**
 * The singular values s of a matrix that is zero but for its first row z and its diagonal d, with
 * d[0] = 0: the roots of 1 + sum z[j]^2 / (d[j]^2 - s^2) = 0. The d rise strictly and no z is zero,
 * so one root lies between each two of the d and one above the last.
 *
 * <p>Sources: M. Gu and S. Eisenstat (1995), doi:10.1137/S0895479892242232; the steps are those of
 * J. Bunch, C. Nielsen and D. Sorensen (1978), doi:10.1007/BF01396012.
 */
final class SecularEquation {
  // The unknown is x = s^2 - d[o]^2, where d[o] is the nearer of the two neighbours of s. All gaps
  // d[j]^2 - s^2 then keep their digits, and with them the orthogonality of the vectors.

  private static final double EPSILON = 0x1p-52;
  private static final int STEPS = 100;

  private final int n;
  private final double[] d;
  private final double[] z;
  private final double length;

  SecularEquation(double[] d, double[] z) {
    this.n = d.length;
    this.d = d;
    this.z = z;
    double squares = 0;
    for (double value : z) {
      squares += value * value;
    }
    this.length = squares;
  }

  /** Root i, counted from the smallest; {@code gaps[at + j]} becomes d[j]^2 - s^2. */
  double root(int i, double[] gaps, int at) {
    int origin = i;
    double low = 0;
    double high = length;
    double start = length / 2;
    shift(i, gaps, at);
    if (i < n - 1) {
      double width = gaps[at + i + 1];
      high = width / 2;
      double f = value(high, gaps, at);
      double here = z[i] * z[i];
      double next = z[i + 1] * z[i + 1];
      double c = f + (here - next) / high;
      if (f < 0) {
        origin = i + 1;
        low = -high;
        high = 0;
        start = nearRoot(c, here + next - c * width, -next * width);
        shift(origin, gaps, at);
      } else {
        start = nearRoot(c, here + next + c * width, here * width);
      }
    }
    double x = solve(i, low, high, start, gaps, at);
    for (int j = 0; j < n; j++) {
      gaps[at + j] -= x;
    }
    return d[origin] + x / (d[origin] + Math.sqrt(d[origin] * d[origin] + x));
  }

  /** d[i]^2 - d[j]^2. */
  double difference(int i, int j) {
    return (d[i] - d[j]) * (d[i] + d[j]);
  }

  private void shift(int origin, double[] poles, int at) {
    for (int j = 0; j < n; j++) {
      poles[at + j] = difference(j, origin);
    }
  }

  private double value(double x, double[] poles, int at) {
    double sum = 1;
    for (int j = 0; j < n; j++) {
      sum += z[j] * z[j] / (poles[at + j] - x);
    }
    return sum;
  }

  /** The root between {@code low} and {@code high}, which are halved where a step leaves them. */
  private double solve(int i, double low, double high, double start, double[] poles, int at) {
    double from = low;
    double to = high;
    double x = start > low && start < high ? start : low + (high - low) / 2;
    for (int step = 0; step < STEPS; step++) {
      double below = 0;
      double belowSlope = 0;
      for (int j = 0; j <= i; j++) {
        double ratio = z[j] / (poles[at + j] - x);
        below += z[j] * ratio;
        belowSlope += ratio * ratio;
      }
      double above = 0;
      double aboveSlope = 0;
      for (int j = i + 1; j < n; j++) {
        double ratio = z[j] / (poles[at + j] - x);
        above += z[j] * ratio;
        aboveSlope += ratio * ratio;
      }
      double f = 1 + below + above;
      double slope = belowSlope + aboveSlope;
      if (Math.abs(f) <= EPSILON * (8 * (1 + above - below) + Math.abs(x) * slope)) {
        return x;
      }
      if (f < 0) {
        from = x;
      } else {
        to = x;
      }
      double left = poles[at + i] - x;
      double next =
          i == n - 1
              ? x + left * f / (f - left * slope)
              : x + step(left, poles[at + i + 1] - x, f, belowSlope, aboveSlope);
      if (!(next > from && next < to)) {
        next = from + (to - from) / 2;
      }
      if (next == x || next == from || next == to) {
        return x;
      }
      x = next;
    }
    return x;
  }

  /** To the root of c + p / (left - t) + q / (right - t), which has the values and slopes here. */
  private static double step(
      double left, double right, double f, double belowSlope, double aboveSlope) {
    double c = f - left * belowSlope - right * aboveSlope;
    double a = (left + right) * f - left * right * (belowSlope + aboveSlope);
    return nearRoot(c, a, left * right * f);
  }

  /** The t nearer to zero in c t^2 - a t + b = 0. */
  private static double nearRoot(double c, double a, double b) {
    double root = Math.sqrt(Math.abs(a * a - 4 * b * c));
    return a <= 0 ? (a - root) / (2 * c) : 2 * b / (a + root);
  }
}
