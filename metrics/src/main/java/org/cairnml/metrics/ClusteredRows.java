package org.cairnml.metrics;

import java.util.Arrays;
import org.cairnml.base.DataException;
import org.cairnml.linalg.Matrix;

/** The rows that are in a cluster, sorted by cluster; clusters without rows do not count. */
final class ClusteredRows {

  private final Matrix x;
  private final int[] order;
  private final int[] starts;

  private ClusteredRows(Matrix x, int[] order, int[] starts) {
    this.x = x;
    this.order = order;
    this.starts = starts;
  }

  /** Checks the arguments and leaves out noise. */
  static ClusteredRows of(Matrix x, int[] clusters) {
    if (x.rows() != clusters.length) {
      throw new DataException(
          "x has %d rows, but there are clusters for %d".formatted(x.rows(), clusters.length));
    }
    Require.rows(clusters.length);
    for (int i = 0; i < x.rows(); i++) {
      for (int j = 0; j < x.cols(); j++) {
        if (!Double.isFinite(x.get(i, j))) {
          throw new DataException(
              "row %d, column %d is %s, expected a finite number".formatted(i, j, x.get(i, j)));
        }
      }
    }
    int largest = -1;
    for (int i = 0; i < clusters.length; i++) {
      if (clusters[i] < -1) {
        throw new DataException(
            "row %d has the cluster %d, expected a number from 0, or -1 for noise"
                .formatted(i, clusters[i]));
      }
      largest = Math.max(largest, clusters[i]);
    }
    return sort(x, clusters, largest + 1);
  }

  private static ClusteredRows sort(Matrix x, int[] clusters, int k) {
    int[] next = new int[k + 1];
    for (int cluster : clusters) {
      if (cluster >= 0) {
        next[cluster + 1]++;
      }
    }
    int[] starts = new int[k + 1];
    int filled = 0;
    for (int c = 0; c < k; c++) {
      if (next[c + 1] > 0) {
        starts[filled + 1] = starts[filled] + next[c + 1];
        filled++;
      }
      next[c + 1] += next[c];
    }
    int[] order = new int[next[k]];
    for (int i = 0; i < clusters.length; i++) {
      if (clusters[i] >= 0) {
        order[next[clusters[i]]++] = i;
      }
    }
    return new ClusteredRows(x, order, Arrays.copyOf(starts, filled + 1));
  }

  /** How many rows are in a cluster. */
  int size() {
    return order.length;
  }

  /** How many clusters have rows. */
  int clusters() {
    return starts.length - 1;
  }

  /** Whether clusters can be compared: at least two, and fewer than rows. */
  boolean isComparable() {
    return clusters() >= 2 && clusters() < size();
  }

  /** The first of the sorted rows of a cluster; {@code start(clusters())} is their end. */
  int start(int cluster) {
    return starts[cluster];
  }

  /** How many rows a cluster has. */
  int size(int cluster) {
    return starts[cluster + 1] - starts[cluster];
  }

  /** The row of x that is the i-th sorted one. */
  int row(int i) {
    return order[i];
  }

  /** The values of the i-th sorted row, in x. */
  double value(int i, int column) {
    return x.get(order[i], column);
  }

  int cols() {
    return x.cols();
  }

  /** The mean of each cluster (k x d). */
  double[][] centroids() {
    double[][] centroids = new double[clusters()][cols()];
    for (int c = 0; c < clusters(); c++) {
      for (int i = starts[c]; i < starts[c + 1]; i++) {
        for (int j = 0; j < cols(); j++) {
          centroids[c][j] += value(i, j) / size(c);
        }
      }
    }
    return centroids;
  }

  /** The squared Euclidean distance of the i-th sorted row from a point. */
  double squaredDistance(int i, double[] point) {
    double sum = 0;
    for (int j = 0; j < point.length; j++) {
      double difference = value(i, j) - point[j];
      sum += difference * difference;
    }
    return sum;
  }
}
