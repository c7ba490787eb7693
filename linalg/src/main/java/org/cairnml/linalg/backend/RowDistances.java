package org.cairnml.linalg.backend;

import java.util.Arrays;

/**
 * Squared Euclidean distances between the rows of two matrices, x (m x d) and y (n x d).
 *
 * <p>In few dimensions differences are squared and added. Otherwise |x - y|^2 = |x|^2 - 2 x'y +
 * |y|^2 with the products from gemm, after the mean row of y is taken from both, so that a common
 * offset of the data costs no digits.
 */
@FloatTwin
final class RowDistances {
  // Tiles have a fixed size, so that results do not depend on the workers. A tile of x' and one of
  // y are small enough to stay in the cache with their product.

  private static final int TILE_ROWS = 128;
  private static final int TILE_COLUMNS = 512;

  /** Up to here differences need less time than the product and its set-up. */
  private static final int DIRECT_DIMENSIONS = 3;

  /** With fewer rows in y the set-up of the product is not earned back. */
  private static final int DIRECT_ROWS = 4;

  private final Kernels kernels;
  private final int m;
  private final int n;
  private final int d;
  private final double[] x;
  private final int xOffset;
  private final int ldx;
  private final double[] y;
  private final int yOffset;
  private final int ldy;
  private final boolean direct;
  private double[] shift;
  private double[] centredY;
  private double[] squaresY;

  RowDistances(
      Kernels kernels,
      int m,
      int n,
      int d,
      double[] x,
      int xOffset,
      int ldx,
      double[] y,
      int yOffset,
      int ldy) {
    this.kernels = kernels;
    this.m = m;
    this.n = n;
    this.d = d;
    this.x = x;
    this.xOffset = xOffset;
    this.ldx = ldx;
    this.y = y;
    this.yOffset = yOffset;
    this.ldy = ldy;
    this.direct = d <= DIRECT_DIMENSIONS || n < DIRECT_ROWS;
    if (!direct) {
      centre();
    }
  }

  private void centre() {
    shift = new double[d];
    for (int j = 0; j < n; j++) {
      kernels.axpy(d, 1.0 / n, y, yOffset + j * ldy, shift, 0);
    }
    centredY = new double[n * d];
    squaresY = new double[n];
    for (int j = 0; j < n; j++) {
      centreRow(y, yOffset + j * ldy, centredY, j * d);
      squaresY[j] = kernels.dot(d, centredY, j * d, centredY, j * d);
    }
  }

  /** Writes a row less the shift. */
  private void centreRow(double[] from, int fromOffset, double[] to, int toOffset) {
    for (int p = 0; p < d; p++) {
      to[toOffset + p] = from[fromOffset + p] - shift[p];
    }
  }

  /** All distances, to {@code out} (m x n). */
  void all(double[] out, int outOffset, int ldo) {
    kernels
        .workers()
        .ranges(
            m,
            TILE_ROWS,
            (from, to) -> {
              var tile = new Tile(from, to);
              for (int j0 = 0; j0 < n; j0 += TILE_COLUMNS) {
                int j1 = Math.min(n, j0 + TILE_COLUMNS);
                tile.distances(j0, j1, out, outOffset + from * ldo + j0, ldo);
                tile.addSquaresOfX(j1 - j0, out, outOffset + from * ldo + j0, ldo);
              }
            });
  }

  /** The nearest row of y for each row of x, the first of several; -1 if none is comparable. */
  void nearest(int[] index, double[] distance) {
    kernels.workers().ranges(m, TILE_ROWS, (from, to) -> nearest(from, to, index, distance));
  }

  private void nearest(int from, int to, int[] index, double[] distance) {
    int width = Math.min(n, TILE_COLUMNS);
    double[] product = new double[(to - from) * width];
    Arrays.fill(index, from, to, -1);
    Arrays.fill(distance, from, to, Double.POSITIVE_INFINITY);
    var tile = new Tile(from, to);
    for (int j0 = 0; j0 < n; j0 += width) {
      int j1 = Math.min(n, j0 + width);
      tile.distances(j0, j1, product, 0, width);
      for (int i = from; i < to; i++) {
        int row = (i - from) * width - j0;
        double best = distance[i];
        int bestIndex = index[i];
        for (int j = j0; j < j1; j++) {
          if (product[row + j] < best) {
            best = product[row + j];
            bestIndex = j;
          }
        }
        distance[i] = best;
        index[i] = bestIndex;
      }
    }
    for (int i = from; i < to; i++) {
      distance[i] =
          index[i] < 0
              ? Double.NaN
              : kernels.squaredDistance(d, x, xOffset + i * ldx, y, yOffset + index[i] * ldy);
    }
  }

  /** Some rows of x. */
  private final class Tile {
    private final int from;
    private final int rows;
    private double[] centredX;

    Tile(int from, int to) {
      this.from = from;
      this.rows = to - from;
      if (!direct) {
        centredX = new double[rows * d];
        for (int i = 0; i < rows; i++) {
          centreRow(x, xOffset + (from + i) * ldx, centredX, i * d);
        }
      }
    }

    /** The distances to rows j0 to j1 of y, less the squared lengths of the rows of x. */
    void distances(int j0, int j1, double[] out, int outOffset, int ldo) {
      if (direct) {
        for (int i = 0; i < rows; i++) {
          int row = xOffset + (from + i) * ldx;
          for (int j = j0; j < j1; j++) {
            out[outOffset + i * ldo + j - j0] =
                kernels.squaredDistance(d, x, row, y, yOffset + j * ldy);
          }
        }
        return;
      }
      int width = j1 - j0;
      for (int i = 0; i < rows; i++) {
        System.arraycopy(squaresY, j0, out, outOffset + i * ldo, width);
      }
      kernels.gemm(
          Transpose.NO,
          Transpose.YES,
          rows,
          width,
          d,
          -2,
          centredX,
          0,
          d,
          centredY,
          j0 * d,
          d,
          1,
          out,
          outOffset,
          ldo);
    }

    /** Completes {@link #distances}; to find the nearest this is not needed. */
    void addSquaresOfX(int width, double[] out, int outOffset, int ldo) {
      for (int i = 0; i < rows && !direct; i++) {
        double square = kernels.dot(d, centredX, i * d, centredX, i * d);
        int row = outOffset + i * ldo;
        for (int j = row; j < row + width; j++) {
          out[j] = Math.max(0, out[j] + square);
        }
      }
    }
  }
}
