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
   * Rows are sorted by cluster and cut into blocks, of which each column is an array of its own. When
   * a row meets a block, the squared differences of all columns, four at a time, add up in a buffer
   * over the block, then the roots are summed by cluster, which is a range of the buffer. All loops
   * run over equal indices of a few arrays and add from left to right, the form that the compiler
   * vectorizes; a tree of additions it does not.
   */

  private static final int BLOCK = 256;
  private static final int ROWS_A_PART = 64;

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
      double[][][] blocks = blocks(rows, workers);
      workers.ranges(rows.size(), ROWS_A_PART, (from, to) -> part(rows, blocks, from, to, values));
    }
    return new Silhouette(values);
  }

  /**
   * The values of the sorted rows by block, column and row; the last block is filled with zeros.
   */
  private static double[][][] blocks(ClusteredRows rows, Workers workers) {
    double[][][] blocks = new double[(rows.size() + BLOCK - 1) / BLOCK][rows.cols()][BLOCK];
    workers.ranges(
        rows.size(),
        BLOCK,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            for (int j = 0; j < rows.cols(); j++) {
              blocks[from / BLOCK][j][i - from] = rows.value(i, j);
            }
          }
        });
    return blocks;
  }

  /** The values of some of the sorted rows. */
  private static void part(
      ClusteredRows rows, double[][][] blocks, int from, int to, double[] values) {
    int k = rows.clusters();
    double[] sums = new double[(to - from) * k];
    double[] distances = new double[BLOCK];
    double[] point = new double[rows.cols()];
    int firstCluster = 0;
    for (int b = 0; b < blocks.length; b++) {
      int start = b * BLOCK;
      int end = Math.min(rows.size(), start + BLOCK);
      while (rows.start(firstCluster + 1) <= start) {
        firstCluster++;
      }
      for (int i = from; i < to; i++) {
        for (int j = 0; j < point.length; j++) {
          point[j] = rows.value(i, j);
        }
        distances(point, blocks[b], distances);
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

  /** The distances of a point from all rows of a block. */
  private static void distances(double[] point, double[][] block, double[] out) {
    Arrays.fill(out, 0);
    int j = 0;
    for (; j + 3 < point.length; j += 4) {
      addSquares(point, j, block[j], block[j + 1], block[j + 2], block[j + 3], out);
    }
    for (; j < point.length; j++) {
      addSquares(point[j], block[j], out);
    }
    for (int i = 0; i < BLOCK; i++) {
      out[i] = Math.sqrt(out[i]);
    }
  }

  /** Adds the squared differences of four columns, the first of which is j. */
  private static void addSquares(
      double[] point, int j, double[] x0, double[] x1, double[] x2, double[] x3, double[] out) {
    double p0 = point[j];
    double p1 = point[j + 1];
    double p2 = point[j + 2];
    double p3 = point[j + 3];
    for (int i = 0; i < BLOCK; i++) {
      double d0 = x0[i] - p0;
      double d1 = x1[i] - p1;
      double d2 = x2[i] - p2;
      double d3 = x3[i] - p3;
      out[i] = out[i] + d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
    }
  }

  private static void addSquares(double point, double[] column, double[] out) {
    for (int i = 0; i < BLOCK; i++) {
      double difference = column[i] - point;
      out[i] += difference * difference;
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
