package org.cairnml.preprocessing.encode;

import java.util.OptionalDouble;
import org.cairnml.core.Dataset;

/**
 * Weight, mean and variance of a target at each level of a column, and over all.
 *
 * @param weight of each line: levels, then unseen, then missing
 * @param mean of each line
 * @param variance of each line, divisor n
 * @param overall the mean of all rows, 0 of none
 * @param overallVariance the variance of all rows
 */
record LevelMeans(
    double[] weight, double[] mean, double[] variance, double overall, double overallVariance) {

  /** Of the rows that are used. */
  static LevelMeans of(Dataset data, int j, double[] target, boolean[] used) {
    int lines = data.schema().get(j).levels().size() + 2;
    double[] weight = new double[lines + 1];
    double[] mean = new double[lines + 1];
    double[] squares = new double[lines + 1];
    for (int i = 0; i < data.rows(); i++) {
      double w = data.weight(i);
      if (used[i] && w > 0) {
        add(LevelCounts.line(data, i, j), target[i], w, weight, mean, squares);
        add(lines, target[i], w, weight, mean, squares);
      }
    }
    for (int line = 0; line <= lines; line++) {
      squares[line] = weight[line] > 0 ? squares[line] / weight[line] : 0;
    }
    return new LevelMeans(weight, mean, squares, mean[lines], squares[lines]);
  }

  /** The update of West 1979, doi:10.1145/359146.359153. */
  private static void add(
      int line, double y, double w, double[] weight, double[] mean, double[] squares) {
    weight[line] += w;
    double delta = y - mean[line];
    mean[line] += w / weight[line] * delta;
    squares[line] += w * delta * (y - mean[line]);
  }

  /** The mean of a line drawn toward that of all rows; that of all if the line has no row. */
  double smoothed(int line, OptionalDouble smoothing) {
    double n = weight[line];
    if (n == 0) {
      return overall;
    }
    double share;
    if (smoothing.isPresent()) {
      share = n / (n + smoothing.getAsDouble());
    } else {
      double within = variance[line] / n;
      share = overallVariance + within > 0 ? overallVariance / (overallVariance + within) : 1;
    }
    return overall + share * (mean[line] - overall);
  }
}
