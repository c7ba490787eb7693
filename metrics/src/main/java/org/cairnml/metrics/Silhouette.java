package org.cairnml.metrics;

import java.util.Arrays;
import org.cairnml.base.Workers;
import org.cairnml.linalg.Matrix;

/**
 * How much closer each row is to its own cluster than to the next one: (b - a) / max(a, b), where a
 * is the mean distance from the other rows of its cluster and b the smallest mean distance from the
 * rows of another cluster. From -1 to 1; 0 for a row that is alone in its cluster. Immutable.
 *
 * <p>Distances are Euclidean and computed directly, so close rows far from the origin keep their
 * digits. That of each pair is computed once, in parallel, and never stored: memory is two copies
 * of x, a tile for each thread and some numbers for each row, for any number of clusters.
 *
 * <p>P. Rousseeuw, Silhouettes: a graphical aid to the interpretation and validation of cluster
 * analysis, 1987, doi:10.1016/0377-0427(87)90125-7.
 */
public final class Silhouette {

  private final double[] values;
  private final double mean;

  private Silhouette(double[] values) {
    this.values = values;
    this.mean = Arrays.stream(values).filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN);
  }

  /**
   * The silhouette on all processors.
   *
   * @param x (n x d)
   * @param clusters (n) the cluster of each row, from 0; -1 is noise and left out
   * @throws org.cairnml.base.DataException if there are no rows, values are not finite, or the
   *     numbers of rows differ
   */
  public static Silhouette of(Matrix x, int[] clusters) {
    return of(x, clusters, Workers.standard());
  }

  /** The silhouette on these workers; the same bits for any number of them. */
  public static Silhouette of(Matrix x, int[] clusters, Workers workers) {
    var rows = ClusteredRows.of(x, clusters);
    double[] values = new double[x.rows()];
    Arrays.fill(values, Double.NaN);
    if (rows.isComparable()) {
      var means = ClusterDistances.of(rows, workers);
      for (int i = 0; i < rows.size(); i++) {
        values[rows.row(i)] = value(means.inside(i), means.outside(i));
      }
    }
    return new Silhouette(values);
  }

  /** 0 for a row that is alone in its cluster, which has no distance inside. */
  private static double value(double inside, double outside) {
    double larger = Math.max(inside, outside);
    return larger == 0 || Double.isNaN(inside) ? 0 : (outside - inside) / larger;
  }

  /** The value of each row (a copy); {@code NaN} for noise, or where {@link #mean} is undefined. */
  public double[] values() {
    return values.clone();
  }

  /**
   * The mean value of the rows that are in a cluster; {@code NaN} if there is one cluster, or every
   * row is a cluster.
   */
  public double mean() {
    return mean;
  }
}
