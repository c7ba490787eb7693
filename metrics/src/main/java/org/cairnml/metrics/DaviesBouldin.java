package org.cairnml.metrics;

import org.cairnml.linalg.Matrix;

/**
 * The Davies-Bouldin index: for each cluster, how wide it and another are against the distance of
 * their centroids, for the worst other; then the mean. Lower is better, 0 is best.
 *
 * <p>Width is the mean Euclidean distance from the centroid (not its mean square), as in
 * scikit-learn. D. Davies, D. Bouldin 1979, doi:10.1109/TPAMI.1979.4766909.
 */
public final class DaviesBouldin {

  private DaviesBouldin() {}

  /**
   * The index.
   *
   * @param x (n x d)
   * @param clusters (n) the cluster of each row, from 0; -1 is noise and left out
   * @return {@code NaN} if there is one cluster, or every row is a cluster, or two centroids
   *     coincide
   * @throws org.cairnml.base.DataException if there are no rows, values are not finite, or the
   *     numbers of rows differ
   */
  public static double of(Matrix x, int[] clusters) {
    var rows = ClusteredRows.of(x, clusters);
    if (!rows.isComparable()) {
      return Double.NaN;
    }
    double[][] centroids = rows.centroids();
    int k = rows.clusters();
    double[] widths = new double[k];
    for (int c = 0; c < k; c++) {
      for (int i = rows.start(c); i < rows.start(c + 1); i++) {
        widths[c] += Math.sqrt(rows.squaredDistance(i, centroids[c]));
      }
      widths[c] /= rows.size(c);
    }
    double sum = 0;
    for (int a = 0; a < k; a++) {
      double worst = 0;
      for (int b = 0; b < k; b++) {
        if (a != b) {
          worst = Math.max(worst, (widths[a] + widths[b]) / distance(centroids[a], centroids[b]));
        }
      }
      sum += worst;
    }
    return Double.isFinite(sum) ? sum / k : Double.NaN;
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (a[j] - b[j]) * (a[j] - b[j]);
    }
    return Math.sqrt(sum);
  }
}
