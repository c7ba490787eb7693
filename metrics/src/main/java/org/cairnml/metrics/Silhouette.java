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
 * digits. All n^2 of them are computed, in parallel, but never stored: memory is a copy of x and a
 * block for each thread.
 *
 * <p>P. Rousseeuw, Silhouettes: a graphical aid to the interpretation and validation of cluster
 * analysis, 1987, doi:10.1016/0377-0427(87)90125-7.
 */
public final class Silhouette {
  /*
   * Rows are sorted by cluster and stored by column. A block of rows meets a block of others: for
   * each row, the squared differences of all columns add up in a buffer over the others, in loops
   * that the compiler vectorizes, and the roots are summed by cluster, which is a range of the
   * buffer.
   */

  private static final int ROW_BLOCK = 64;
  private static final int OTHER_BLOCK = 512;

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
      double[] byColumn = byColumn(rows);
      workers.ranges(
          rows.size(), ROW_BLOCK, (from, to) -> rowBlock(rows, byColumn, from, to, values));
    }
    return new Silhouette(values);
  }

  private static double[] byColumn(ClusteredRows rows) {
    int n = rows.size();
    double[] byColumn = new double[Math.multiplyExact(n, rows.cols())];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < rows.cols(); j++) {
        byColumn[j * n + i] = rows.value(i, j);
      }
    }
    return byColumn;
  }

  private static void rowBlock(
      ClusteredRows rows, double[] byColumn, int from, int to, double[] values) {
    int n = rows.size();
    int d = rows.cols();
    int k = rows.clusters();
    double[] distances = new double[OTHER_BLOCK];
    double[] row = new double[d];
    double[] sums = new double[(to - from) * k];
    int firstCluster = 0;
    for (int start = 0; start < n; start += OTHER_BLOCK) {
      int end = Math.min(n, start + OTHER_BLOCK);
      while (rows.start(firstCluster + 1) <= start) {
        firstCluster++;
      }
      for (int i = from; i < to; i++) {
        for (int j = 0; j < d; j++) {
          row[j] = byColumn[j * n + i];
        }
        distances(row, byColumn, n, start, end - start, distances);
        for (int c = firstCluster; c < k && rows.start(c) < end; c++) {
          int first = Math.max(start, rows.start(c));
          int last = Math.min(end, rows.start(c + 1));
          sums[(i - from) * k + c] += sum(distances, first - start, last - start);
        }
      }
    }
    int own = 0;
    for (int i = from; i < to; i++) {
      while (rows.start(own + 1) <= i) {
        own++;
      }
      values[rows.row(i)] = value(rows, sums, (i - from) * k, own);
    }
  }

  /** The distances of a row from {@code count} others from {@code start} on. */
  private static void distances(
      double[] row, double[] byColumn, int n, int start, int count, double[] out) {
    Arrays.fill(out, 0, count, 0);
    int j = 0;
    for (; j + 1 < row.length; j += 2) {
      addSquares(row[j], row[j + 1], byColumn, j * n + start, (j + 1) * n + start, count, out);
    }
    if (j < row.length) {
      addSquares(row[j], byColumn, j * n + start, count, out);
    }
    for (int i = 0; i < count; i++) {
      out[i] = Math.sqrt(out[i]);
    }
  }

  private static void addSquares(
      double a, double b, double[] x, int aStart, int bStart, int count, double[] out) {
    for (int i = 0; i < count; i++) {
      double da = x[aStart + i] - a;
      double db = x[bStart + i] - b;
      out[i] += da * da + db * db;
    }
  }

  private static void addSquares(double a, double[] x, int start, int count, double[] out) {
    for (int i = 0; i < count; i++) {
      double da = x[start + i] - a;
      out[i] += da * da;
    }
  }

  /** Four partial sums, since one would wait for each addition. */
  private static double sum(double[] values, int from, int to) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      s0 += values[i];
      s1 += values[i + 1];
      s2 += values[i + 2];
      s3 += values[i + 3];
    }
    for (; i < to; i++) {
      s0 += values[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  private static double value(ClusteredRows rows, double[] sums, int at, int own) {
    if (rows.size(own) == 1) {
      return 0;
    }
    double inside = sums[at + own] / (rows.size(own) - 1);
    double outside = Double.POSITIVE_INFINITY;
    for (int c = 0; c < rows.clusters(); c++) {
      if (c != own) {
        outside = Math.min(outside, sums[at + c] / rows.size(c));
      }
    }
    double larger = Math.max(inside, outside);
    return larger == 0 ? 0 : (outside - inside) / larger;
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
