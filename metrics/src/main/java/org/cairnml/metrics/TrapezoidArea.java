package org.cairnml.metrics;

import org.cairnml.base.DataException;

/** The area under any curve of points that straight lines join. */
public final class TrapezoidArea {

  private TrapezoidArea() {}

  /**
   * The area.
   *
   * @param x (n) that does not fall, or does not rise
   * @param y (n)
   * @throws DataException if there are fewer than two points, not as many of both, a value is not
   *     finite, or x both rises and falls
   */
  public static double of(double[] x, double[] y) {
    if (x.length != y.length || x.length < 2) {
      throw new DataException(
          "a curve needs as many y as x and two points at least, but got %d x and %d y"
              .formatted(x.length, y.length));
    }
    Require.finite("x", x);
    Require.finite("y", y);
    double area = 0;
    boolean rises = false;
    boolean falls = false;
    for (int i = 1; i < x.length; i++) {
      rises |= x[i] > x[i - 1];
      falls |= x[i] < x[i - 1];
      if (rises && falls) {
        throw new DataException(
            "row %d: x is %s after %s, but must rise or fall all along"
                .formatted(i, x[i], x[i - 1]));
      }
      area += Math.abs(x[i] - x[i - 1]) * (y[i] + y[i - 1]) / 2;
    }
    return area;
  }
}
