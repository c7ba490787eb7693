package org.cairnml.linalg.backend;

import java.util.Arrays;
import java.util.List;

/**
 * Means and squared deviations of columns. A block of rows is small enough to be read twice from
 * the cache: for its means, and for the deviations from them; blocks are then merged.
 *
 * <p>Source: Chan, Golub and LeVeque 1983, doi:10.1080/00031305.1983.10483115.
 */
@FloatTwin
final class ColumnMoments {

  private static final int BLOCK_ELEMENTS = 1 << 14;
  private static final int PART_ELEMENTS = 1 << 17;
  private static final int LEAST_ROWS = 8;

  /** Rows that are added one to another: the error of a mean grows with them. */
  private static final int MOST_ROWS = 256;

  /** Blocks of a part at least, each part having sums of its own. */
  private static final int LEAST_BLOCKS = 8;

  private final Kernels kernels;
  private final int n;
  private final double[] a;
  private final int offset;
  private final int lda;

  ColumnMoments(Kernels kernels, int n, double[] a, int offset, int lda) {
    this.kernels = kernels;
    this.n = n;
    this.a = a;
    this.offset = offset;
    this.lda = lda;
  }

  void run(int m, double[] means, double[] squares) {
    int columns = Math.max(1, n);
    int rows = Math.min(MOST_ROWS, Math.max(LEAST_ROWS, BLOCK_ELEMENTS / columns));
    int partRows = rows * Math.max(LEAST_BLOCKS, PART_ELEMENTS / rows / columns);
    double[] weights = new double[rows];
    Arrays.fill(weights, 1);
    List<Part> parts =
        kernels
            .workers()
            .map(
                -Math.floorDiv(-m, partRows),
                part -> {
                  var sums = new Part();
                  var block = new Part();
                  int from = part * partRows;
                  int end = from + Math.min(partRows, m - from);
                  for (int i = from; i < end; i += rows) {
                    block.read(i, Math.min(rows, end - i), weights);
                    sums.add(block);
                  }
                  return sums;
                });
    var all = new Part();
    parts.forEach(all::add);
    System.arraycopy(all.means, 0, means, 0, n);
    System.arraycopy(all.squares, 0, squares, 0, n);
    if (m == 0) {
      Arrays.fill(means, 0, n, Double.NaN);
    }
  }

  private final class Part {
    private final double[] means = new double[n];
    private final double[] squares = new double[n];
    private int count;

    /** Takes the place of what was there. */
    void read(int from, int rows, double[] weights) {
      count = rows;
      int at = offset + from * lda;
      kernels.gemv(Transpose.YES, rows, n, 1, a, at, lda, weights, 0, 0, means, 0);
      for (int j = 0; j < n; j++) {
        means[j] /= rows;
      }
      Arrays.fill(squares, 0);
      kernels.addSquaredDeviations(rows, n, a, at, lda, means, squares);
    }

    void add(Part other) {
      int total = count + other.count;
      double share = (double) other.count / total;
      for (int j = 0; j < n; j++) {
        double step = other.means[j] - means[j];
        means[j] += step * share;
        squares[j] += other.squares[j] + step * (step * share * count);
      }
      count = total;
    }
  }
}
