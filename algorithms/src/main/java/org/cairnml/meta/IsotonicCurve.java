package org.cairnml.meta;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.optimize.PoolAdjacentViolators;

/** A non-decreasing curve through points, straight between them and flat beyond the ends. */
final class IsotonicCurve implements ScoreCurve {

  static final String TYPE = "isotonic";

  private final double[] x;
  private final double[] y;

  private IsotonicCurve(double[] x, double[] y) {
    this.x = x;
    this.y = y;
  }

  /** The same value everywhere. */
  static IsotonicCurve constant(double value) {
    return new IsotonicCurve(new double[] {0}, new double[] {value});
  }

  /** The curve of n scores and whether each row is of the class; equal scores are one point. */
  static IsotonicCurve fit(double[] scores, boolean[] positive, double[] weights) {
    int[] order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted((a, b) -> Double.compare(scores[a], scores[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] at = new double[scores.length];
    double[] share = new double[scores.length];
    double[] weight = new double[scores.length];
    int points = 0;
    for (int i : order) {
      if (points == 0 || scores[i] != at[points - 1]) {
        at[points++] = scores[i];
      }
      share[points - 1] += positive[i] ? weights[i] : 0;
      weight[points - 1] += weights[i];
    }
    for (int k = 0; k < points; k++) {
      share[k] /= weight[k];
    }
    double[] fitted =
        PoolAdjacentViolators.fit(Arrays.copyOf(share, points), Arrays.copyOf(weight, points));
    int last = points - 1;
    int[] corners =
        IntStream.rangeClosed(0, last)
            .filter(
                k ->
                    k == 0 || k == last || fitted[k] != fitted[k - 1] || fitted[k] != fitted[k + 1])
            .toArray();
    return new IsotonicCurve(
        Arrays.stream(corners).mapToDouble(k -> at[k]).toArray(),
        Arrays.stream(corners).mapToDouble(k -> fitted[k]).toArray());
  }

  @Override
  public double at(double p) {
    int found = Arrays.binarySearch(x, p);
    if (found >= 0) {
      return y[found];
    }
    int right = -found - 1;
    if (right == 0 || right == x.length) {
      return y[right == 0 ? 0 : x.length - 1];
    }
    double t = (p - x[right - 1]) / (x[right] - x[right - 1]);
    return y[right - 1] + t * (y[right] - y[right - 1]);
  }

  @Override
  public Fields write() {
    return Fields.create().set("curve", TYPE).set("x", x.clone()).set("y", y.clone());
  }

  static IsotonicCurve read(Fields fields) {
    double[] x = fields.getDoubles("x");
    double[] y = fields.getDoubles("y");
    boolean sound = x.length > 0 && x.length == y.length;
    for (int i = 0; sound && i < x.length; i++) {
      sound = y[i] >= 0 && y[i] <= 1 && (i == 0 || x[i] > x[i - 1] && y[i] >= y[i - 1]);
    }
    if (!sound) {
      throw new FormatException("the points of a calibration curve do not rise from 0 to 1");
    }
    return new IsotonicCurve(x, y);
  }
}
