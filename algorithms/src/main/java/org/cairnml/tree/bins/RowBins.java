package org.cairnml.tree.bins;

import java.util.Optional;
import org.cairnml.base.Workers;

/**
 * The bins of {@link BinnedData} row after row: bin of (i, j) at {@code i * width + j}.
 *
 * @param bins n x d unsigned bytes
 * @param width d
 */
public record RowBins(byte[] bins, int width) {

  private static final int BLOCK_ROWS = 4096;
  private static final long MOST_BYTES = Integer.MAX_VALUE - 64;

  /** The transposed copy, unless it is too large for one array. */
  public static Optional<RowBins> of(BinnedData data, Workers workers) {
    int n = data.rows();
    int d = data.features();
    if ((long) n * d > MOST_BYTES) {
      return Optional.empty();
    }
    byte[] bins = new byte[n * d];
    workers.ranges(
        n,
        BLOCK_ROWS,
        (from, to) -> {
          for (int j = 0; j < d; j++) {
            byte[] column = data.column(j);
            for (int i = from; i < to; i++) {
              bins[i * d + j] = column[i];
            }
          }
        });
    return Optional.of(new RowBins(bins, d));
  }
}
