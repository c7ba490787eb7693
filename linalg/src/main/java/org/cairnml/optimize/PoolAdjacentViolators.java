package org.cairnml.optimize;

import java.util.Arrays;

/**
 * The non-decreasing sequence that is nearest to a given one in weighted squared distance.
 *
 * <p>Source: Ayer, Brunk, Ewing, Reid and Silverman 1955, doi:10.1214/aoms/1177728423.
 */
public final class PoolAdjacentViolators {

  private PoolAdjacentViolators() {}

  /**
   * The nearest non-decreasing sequence, in linear time.
   *
   * @param y n values, not modified
   * @param weights n positive weights, not modified
   * @throws IllegalArgumentException if the lengths differ or a weight is not positive
   */
  public static double[] fit(double[] y, double[] weights) {
    if (y.length != weights.length) {
      throw new IllegalArgumentException(y.length + " values, but " + weights.length + " weights");
    }
    double[] mean = new double[y.length];
    double[] weight = new double[y.length];
    int[] end = new int[y.length];
    int blocks = 0;
    for (int i = 0; i < y.length; i++) {
      if (!(weights[i] > 0)) {
        throw new IllegalArgumentException("weight " + i + " is not positive: " + weights[i]);
      }
      mean[blocks] = y[i];
      weight[blocks] = weights[i];
      end[blocks] = i + 1;
      while (blocks > 0 && mean[blocks - 1] >= mean[blocks]) {
        double sum = weight[blocks - 1] + weight[blocks];
        mean[blocks - 1] += (mean[blocks] - mean[blocks - 1]) * (weight[blocks] / sum);
        weight[blocks - 1] = sum;
        end[blocks - 1] = end[blocks];
        blocks--;
      }
      blocks++;
    }
    double[] fitted = new double[y.length];
    int from = 0;
    for (int b = 0; b < blocks; b++) {
      Arrays.fill(fitted, from, end[b], mean[b]);
      from = end[b];
    }
    return fitted;
  }
}
