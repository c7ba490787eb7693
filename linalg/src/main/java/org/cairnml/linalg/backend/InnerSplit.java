package org.cairnml.linalg.backend;

import org.cairnml.base.Workers;

/**
 * A product C = A B + C whose inner dimension is long and whose result is small, such as X'X of
 * many rows. The inner dimension is cut into parts, each summed into an array of its own; those are
 * added to C in order. The cut depends on the shape alone, so results do not depend on the workers.
 */
@FloatTwin
public final class InnerSplit {

  /** Multiplications that a part has at least, to be worth handing to another thread. */
  private static final long PART = 1L << 19;

  private static final int MOST_PARTS = 32;

  /** Numbers in a result that is small. */
  private static final int SMALL = 1 << 16;

  private static final int LONG = 16;

  /** Steps of a part for each row or column of its sums, so that adding those up costs little. */
  private static final int STEPS = 6;

  private InnerSplit() {}

  /** Adds the product over a part of the inner dimension to {@code sums} (m x n, no gaps). */
  @FunctionalInterface
  public interface Part {
    /** Adds the part from step {@code from} (inclusive) to {@code to} (exclusive). */
    void addTo(int from, int to, double[] sums);
  }

  /** Whether an (m x n) product with k steps is one that this serves. */
  public static boolean serves(int m, int n, int k) {
    return (long) m * n <= SMALL && k / LONG >= Math.max(m, n) && (long) m * n * k >= 2 * PART;
  }

  /** Adds the product, or the lower triangle of it, to C (m x n). */
  public static void run(
      Workers workers,
      Region region,
      int m,
      int n,
      int k,
      double[] c,
      int cOffset,
      int ldc,
      Part product) {
    long worthwhile = Math.min((long) m * n * k / PART, k / (STEPS * Math.max(m, n)));
    int parts = (int) Math.min(MOST_PARTS, worthwhile);
    int steps = (k + parts - 1) / parts;
    double[][] sums = new double[(k + steps - 1) / steps][];
    workers.ranges(
        k,
        steps,
        (from, to) -> {
          double[] own = new double[m * n];
          product.addTo(from, to, own);
          sums[from / steps] = own;
        });
    for (int i = 0; i < m; i++) {
      int width = region == Region.ALL ? n : i + 1;
      for (double[] own : sums) {
        for (int j = 0; j < width; j++) {
          c[cOffset + i * ldc + j] += own[i * n + j];
        }
      }
    }
  }
}
