package org.cairnml.linalg.simd;

import static org.cairnml.linalg.simd.MicroKernel.COLUMNS;
import static org.cairnml.linalg.simd.MicroKernel.ROWS;

import org.cairnml.linalg.backend.FloatTwin;
import org.cairnml.linalg.backend.Region;

/** C = alpha A'B + C for A (k x m) and B (k x n) with many rows and few columns. */
@FloatTwin
final class TallProduct {
  // The rows of A and B are in the order in which the micro-kernel wants them already, so nothing
  // is packed: some rows at a time, few enough to stay in the first-level cache, go through all
  // tiles of C. Tiles are summed side by side in an array of their own. The last tile of a row or
  // column of tiles begins further back where it would reach over the edge; what it has in common
  // with the one before is left out when tiles are stored. With fewer columns than a tile has, rows
  // are copied to the width of a tile first.

  private static final int CACHED = 3 << 10;
  private static final int LEAST_STEPS = 32;

  private final Region region;
  private final int m;
  private final int n;
  private final int acrossTiles;
  private final int downTiles;
  private final double[] tiles;

  private TallProduct(Region region, int m, int n) {
    this.region = region;
    this.m = Math.max(m, ROWS);
    this.n = Math.max(n, COLUMNS);
    this.downTiles = (m + ROWS - 1) / ROWS;
    this.acrossTiles = (n + COLUMNS - 1) / COLUMNS;
    this.tiles = new double[downTiles * acrossTiles * ROWS * COLUMNS];
  }

  static void run(
      Region region,
      int m,
      int n,
      int k,
      double alpha,
      double[] a,
      int ao,
      int lda,
      double[] b,
      int bo,
      int ldb,
      double[] c,
      int co,
      int ldc) {
    var product = new TallProduct(region, m, n);
    int steps = Math.max(LEAST_STEPS, CACHED / (m + n));
    double[] wideA = m < ROWS ? new double[steps * ROWS] : null;
    double[] wideB = n < COLUMNS ? new double[steps * COLUMNS] : null;
    for (int p = 0; p < k; p += steps) {
      int count = Math.min(steps, k - p);
      if (wideA != null) {
        Packing.neighbours(m, ROWS, count, a, ao + p * lda, lda, wideA, 0);
      }
      if (wideB != null) {
        Packing.neighbours(n, COLUMNS, count, b, bo + p * ldb, ldb, wideB, 0);
      }
      product.addRows(
          count,
          alpha,
          wideA != null ? wideA : a,
          wideA != null ? 0 : ao + p * lda,
          wideA != null ? ROWS : lda,
          wideB != null ? wideB : b,
          wideB != null ? 0 : bo + p * ldb,
          wideB != null ? COLUMNS : ldb);
    }
    product.store(m, n, c, co, ldc);
  }

  private void addRows(
      int steps, double alpha, double[] a, int ao, int lda, double[] b, int bo, int ldb) {
    for (int i = 0; i < downTiles; i++) {
      int row = Math.min(i * ROWS, m - ROWS);
      int across = tilesInRow(i);
      for (int j = 0; j < across; j++) {
        int column = Math.min(j * COLUMNS, n - COLUMNS);
        int at = tile(i, j);
        MicroKernel.run(
            steps,
            alpha,
            a,
            ao + row,
            lda,
            b,
            bo + column,
            ldb,
            tiles,
            at,
            COLUMNS,
            tiles,
            at,
            COLUMNS);
      }
    }
  }

  private int tilesInRow(int i) {
    return region == Region.ALL
        ? acrossTiles
        : Math.min(acrossTiles, (i * ROWS + ROWS - 1) / COLUMNS + 1);
  }

  private int tile(int i, int j) {
    return (i * acrossTiles + j) * ROWS * COLUMNS;
  }

  private void store(int rows, int columns, double[] c, int co, int ldc) {
    for (int row = 0; row < rows; row++) {
      int i = row / ROWS;
      int width = region == Region.ALL ? columns : row + 1;
      int across = tilesInRow(i);
      for (int j = 0; j < across; j++) {
        int from = tile(i, j) + (row - Math.min(i * ROWS, m - ROWS)) * COLUMNS;
        int left = Math.min(j * COLUMNS, n - COLUMNS);
        for (int column = j * COLUMNS; column < Math.min(width, (j + 1) * COLUMNS); column++) {
          c[co + row * ldc + column] += tiles[from + column - left];
        }
      }
    }
  }
}
