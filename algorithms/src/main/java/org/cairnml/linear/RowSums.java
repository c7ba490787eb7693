package org.cairnml.linear;

import java.util.List;
import org.cairnml.base.Workers;
import org.cairnml.linalg.Backends;

/**
 * Sums over rows, in parallel. Rows are cut into chunks by their number alone and the chunks' sums
 * are added in order, so that the result does not depend on how many threads worked.
 */
final class RowSums {

  private static final int SMALLEST_CHUNK = 2048;
  private static final int MOST_CHUNKS = 32;

  private RowSums() {}

  /** Adds what rows {@code from} (inclusive) to {@code to} (exclusive) contribute to sums. */
  @FunctionalInterface
  interface Contribution {
    void add(int from, int to, double[] sums);
  }

  /** The {@code width} sums over {@code rows} rows. */
  static double[] of(int rows, int width, Workers workers, Contribution contribution) {
    int chunk = Math.max(SMALLEST_CHUNK, (rows + MOST_CHUNKS - 1) / MOST_CHUNKS);
    List<double[]> parts =
        workers.map(
            (rows + chunk - 1) / chunk,
            c -> {
              double[] sums = new double[width];
              contribution.add(c * chunk, Math.min(rows, (c + 1) * chunk), sums);
              return sums;
            });
    double[] total = parts.get(0);
    for (double[] part : parts.subList(1, parts.size())) {
      Backends.get().axpy(width, 1, part, 0, total, 0);
    }
    return total;
  }
}
