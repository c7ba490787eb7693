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
  private static final int BLOCKS_PER_PART = 8;
  private static final int LEAST_ROWS = 8;

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
    int rows = Math.max(LEAST_ROWS, BLOCK_ELEMENTS / Math.max(1, n));
    int partRows = rows * BLOCKS_PER_PART;
    List<Part> parts =
        kernels
            .workers()
            .map(
                (m + partRows - 1) / partRows,
                part -> {
                  var sums = new Part();
                  int end = Math.min(m, (part + 1) * partRows);
                  for (int i = part * partRows; i < end; i += rows) {
                    sums.add(block(i, Math.min(rows, end - i)));
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

  private Part block(int from, int rows) {
    var part = new Part();
    part.count = rows;
    int at = offset + from * lda;
    double[] weights = new double[rows];
    Arrays.fill(weights, 1);
    kernels.gemv(Transpose.YES, rows, n, 1, a, at, lda, weights, 0, 0, part.means, 0);
    for (int j = 0; j < n; j++) {
      part.means[j] /= rows;
    }
    kernels.addSquaredDeviations(rows, n, a, at, lda, part.means, part.squares);
    return part;
  }

  private final class Part {
    private final double[] means = new double[n];
    private final double[] squares = new double[n];
    private int count;

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
