package org.cairnml.metrics;

import org.cairnml.linalg.Matrix;

/**
 * The Calinski-Harabasz index, or variance ratio: the spread of the centroids over the spread
 * within the clusters, each over its degrees of freedom. Higher is better.
 *
 * <p>T. Calinski, J. Harabasz 1974, doi:10.1080/03610927408827101.
 */
public final class CalinskiHarabasz {

  private CalinskiHarabasz() {}

  /**
   * The index.
   *
   * @param x (n x d)
   * @param clusters (n) the cluster of each row, from 0; -1 is noise and left out
   * @return {@code NaN} if there is one cluster, or every row is a cluster, or there is no spread
   *     within the clusters
   * @throws org.cairnml.base.DataException if there are no rows, values are not finite, or the
   *     numbers of rows differ
   */
  public static double of(Matrix x, int[] clusters) {
    var rows = ClusteredRows.of(x, clusters);
    if (!rows.isComparable()) {
      return Double.NaN;
    }
    double[][] centroids = rows.centroids();
    double[] centre = new double[rows.cols()];
    for (int c = 0; c < centroids.length; c++) {
      for (int j = 0; j < centre.length; j++) {
        centre[j] += centroids[c][j] * rows.size(c) / rows.size();
      }
    }
    double within = 0;
    double between = 0;
    for (int c = 0; c < centroids.length; c++) {
      for (int i = rows.start(c); i < rows.start(c + 1); i++) {
        within += rows.squaredDistance(i, centroids[c]);
      }
      for (int j = 0; j < centre.length; j++) {
        double difference = centroids[c][j] - centre[j];
        between += rows.size(c) * difference * difference;
      }
    }
    int k = rows.clusters();
    return within == 0 ? Double.NaN : between / within * (rows.size() - k) / (k - 1);
  }
}
