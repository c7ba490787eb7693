package org.cairnml.metrics;

import java.util.Arrays;
import org.cairnml.base.Workers;
import org.cairnml.linalg.Backends;
import org.cairnml.linalg.backend.Backend;

/** For each row the mean distance from its own cluster and from the nearest other cluster. */
final class ClusterDistances {
  /*
   * Rows are sorted by cluster and cut into blocks. A tile is a pair of blocks, and only those with
   * the first not behind the second are computed: the sums over its rows belong to the second block.
   * Tiles run by anti-diagonals, in which no block occurs twice. So no two threads add to one row,
   * and each row meets the other blocks in their order, hence the clusters one after the other: one
   * running sum is all that it needs, and its order of additions is always the same.
   */

  private static final int BLOCK = 256;

  /** Rows of a tile whose distances are held at a time, so that they stay in the cache. */
  private static final int STRIP = 32;

  /** No power of two, so that the columns of a block do not contend for the same cache lines. */
  private static final int STRIDE = BLOCK + 8;

  private final ClusteredRows rows;
  private final int d;
  private final int[] clusterOf;
  private final double[] points;
  private final double[] columns;
  private final double[] running;
  private final double[] inside;
  private final double[] outside;

  private ClusterDistances(ClusteredRows rows) {
    int n = rows.size();
    this.rows = rows;
    this.d = rows.cols();
    this.clusterOf = new int[n];
    for (int c = 0; c < rows.clusters(); c++) {
      Arrays.fill(clusterOf, rows.start(c), rows.start(c + 1), c);
    }
    this.points = new double[n * d];
    this.columns = new double[blocks() * d * STRIDE];
    this.running = new double[n];
    this.inside = new double[n];
    this.outside = new double[n];
    Arrays.fill(outside, Double.POSITIVE_INFINITY);
  }

  /** Computes them; the same bits for any number of workers. */
  static ClusterDistances of(ClusteredRows rows, Workers workers) {
    var distances = new ClusterDistances(rows);
    workers.ranges(rows.size(), BLOCK, distances::copy);
    int blocks = distances.blocks();
    for (int diagonal = 0; diagonal < 2 * blocks - 1; diagonal++) {
      int sum = diagonal;
      int first = Math.max(0, sum - blocks + 1);
      workers.run(sum / 2 - first + 1, t -> distances.tile(first + t, sum - first - t));
    }
    return distances;
  }

  private int blocks() {
    return (rows.size() + BLOCK - 1) / BLOCK;
  }

  private void copy(int from, int to) {
    for (int i = from; i < to; i++) {
      int column = from / BLOCK * d * STRIDE + i - from;
      for (int j = 0; j < d; j++) {
        points[i * d + j] = rows.value(i, j);
        columns[column + j * STRIDE] = points[i * d + j];
      }
    }
  }

  /** The distances of the rows of one block from those of another, which is not before it. */
  private void tile(int first, int second) {
    Backend backend = Backends.get();
    int start = second * BLOCK;
    int width = Math.min(rows.size() - start, BLOCK);
    int end = Math.min(rows.size(), (first + 1) * BLOCK);
    double[] distances = new double[STRIP * STRIDE];
    for (int from = first * BLOCK; from < end; from += STRIP) {
      int height = Math.min(STRIP, end - from);
      backend.distancesToColumns(
          height,
          width,
          d,
          points,
          from * d,
          d,
          columns,
          second * d * STRIDE,
          STRIDE,
          distances,
          0,
          STRIDE);
      for (int r = 0; r < height; r++) {
        addRow(backend, from + r, start, width, distances, r * STRIDE);
        if (first < second) {
          addColumns(backend, from + r, start, width, distances, r * STRIDE);
        }
      }
    }
  }

  /** Adds to a row its distances from the rows of a block. */
  private void addRow(Backend backend, int i, int start, int width, double[] distances, int at) {
    for (int from = start; from < start + width; ) {
      int c = clusterOf[from];
      int to = Math.min(start + width, rows.start(c + 1));
      running[i] += backend.sum(to - from, distances, at + from - start);
      if (to == rows.start(c + 1)) {
        finish(i, c);
      }
      from = to;
    }
  }

  /** Adds to the rows of a block their distances from a row. */
  private void addColumns(
      Backend backend, int i, int start, int width, double[] distances, int at) {
    backend.axpy(width, 1, distances, at, running, start);
    int c = clusterOf[i];
    if (i == rows.start(c + 1) - 1) {
      for (int j = start; j < start + width; j++) {
        finish(j, c);
      }
    }
  }

  /** Takes the sum of the distances of a row from a cluster, which is complete. */
  private void finish(int i, int c) {
    if (c == clusterOf[i]) {
      inside[i] = running[i] / (rows.size(c) - 1);
    } else {
      outside[i] = Math.min(outside[i], running[i] / rows.size(c));
    }
    running[i] = 0;
  }

  /** The mean distance of the i-th sorted row from the others of its cluster; NaN if alone. */
  double inside(int i) {
    return inside[i];
  }

  /** The least mean distance of the i-th sorted row from the rows of another cluster. */
  double outside(int i) {
    return outside[i];
  }
}
