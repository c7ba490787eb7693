package org.cairnml.data;

import java.util.Arrays;

/** At which line of its file each row of a table began; an array only where lines skip. */
final class Lines {

  private final long first;
  private final long[] all;

  private Lines(long first, long[] all) {
    this.first = first;
    this.all = all;
  }

  /** The line, from 1, of a row. */
  long at(int row) {
    return all == null ? first + row : all[row];
  }

  /** Those of the given rows. */
  Lines rows(int[] rows) {
    return new Lines(0, Arrays.stream(rows).mapToLong(this::at).toArray());
  }

  /** Collects the lines of following rows. */
  static final class Collector {

    private long first;
    private long[] all;
    private int rows;

    void add(long line) {
      if (rows == 0) {
        first = line;
      }
      if (all == null && line != first + rows) {
        all = new long[Math.max(16, 2 * rows)];
        Arrays.setAll(all, row -> first + row);
      }
      if (all != null) {
        all = rows == all.length ? Arrays.copyOf(all, 2 * rows) : all;
        all[rows] = line;
      }
      rows++;
    }

    Lines lines() {
      return new Lines(first, all == null ? null : Arrays.copyOf(all, rows));
    }
  }
}
