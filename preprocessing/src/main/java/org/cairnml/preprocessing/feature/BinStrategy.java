package org.cairnml.preprocessing.feature;

import java.util.Arrays;
import org.cairnml.preprocessing.column.ColumnValues;

/** Where {@link KBinsDiscretizer} cuts a column. */
public enum BinStrategy {
  /** Bins of the same width. */
  UNIFORM {
    @Override
    double[] edges(ColumnValues values, int bins) {
      return evenly(values, bins);
    }
  },
  /** Bins of the same number of rows; equal edges become one. */
  QUANTILE {
    @Override
    double[] edges(ColumnValues values, int bins) {
      double[] edges = new double[bins + 1];
      for (int k = 0; k <= bins; k++) {
        edges[k] = values.quantile((double) k / bins);
      }
      return edges;
    }
  },
  /** Every value in the bin of the nearest of k means, started from the middles of even bins. */
  K_MEANS {
    @Override
    double[] edges(ColumnValues values, int bins) {
      double[] even = evenly(values, bins);
      double[] means = new double[bins];
      for (int k = 0; k < bins; k++) {
        means[k] = (even[k] + even[k + 1]) / 2;
      }
      double[] all = values.values();
      double[] weights = values.weights();
      for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
        double[] moved = moved(means, all, weights);
        if (Arrays.equals(moved, means)) {
          break;
        }
        means = moved;
      }
      double[] edges = even.clone();
      for (int k = 1; k < bins; k++) {
        edges[k] = (means[k - 1] + means[k]) / 2;
      }
      return edges;
    }
  };

  private static final int MOST_ITERATIONS = 300;

  /** Ascending edges, the first the least and the last the greatest value. */
  abstract double[] edges(ColumnValues values, int bins);

  private static double[] evenly(ColumnValues values, int bins) {
    double[] edges = new double[bins + 1];
    for (int k = 0; k <= bins; k++) {
      double share = (double) k / bins;
      edges[k] = values.min() * (1 - share) + values.max() * share;
    }
    return edges;
  }

  /** The means of the values nearest to each mean; a mean without any stays. */
  private static double[] moved(double[] means, double[] values, double[] weights) {
    double[] sums = new double[means.length];
    double[] totals = new double[means.length];
    int nearest = 0;
    for (int i = 0; i < values.length; i++) {
      while (nearest + 1 < means.length
          && values[i] - means[nearest] > means[nearest + 1] - values[i]) {
        nearest++;
      }
      sums[nearest] += weights[i] * values[i];
      totals[nearest] += weights[i];
    }
    double[] moved = means.clone();
    for (int k = 0; k < means.length; k++) {
      moved[k] = totals[k] > 0 ? sums[k] / totals[k] : means[k];
    }
    return moved;
  }
}
