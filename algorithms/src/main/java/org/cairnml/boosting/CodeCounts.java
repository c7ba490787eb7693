package org.cairnml.boosting;

import org.cairnml.boosting.PackedBins.Slot;

/** How many rows of a leaf have each code of a group of columns; see {@link TreeGrower}. */
final class CodeCounts {

  private final long[] counts;
  private final int rows;

  private CodeCounts(long[] counts, int rows) {
    this.counts = counts;
    this.rows = rows;
  }

  /**
   * Counts.
   *
   * @param rows the rows are {@code rows[from]} to {@code rows[to - 1]}
   * @param scratch as for a histogram
   */
  static CodeCounts of(LaneGroup group, int[] rows, int from, int to, long[] scratch) {
    long[] counts = new long[group.length()];
    group.count(counts, scratch, rows, from, to);
    return new CodeCounts(counts, to - from);
  }

  /** Those of the rows that are not among some of them. */
  CodeCounts minus(CodeCounts some) {
    long[] rest = counts.clone();
    for (int k = 0; k < rest.length; k++) {
      rest[k] -= some.counts[k];
    }
    return new CodeCounts(rest, rows - some.rows);
  }

  /** Writes how many rows are in each bin of a slot of the group, missing ones after the others. */
  void binsInto(Slot slot, int[] out) {
    int length = slot.binsAndMissing();
    out[slot.bins().count()] = 0;
    if (!slot.isShared()) {
      for (int b = 0; b < length; b++) {
        out[b] = (int) counts[slot.first() + b];
      }
      return;
    }
    int rest = rows;
    int defaultBin = slot.member().defaultBin();
    int code = slot.first() + slot.member().firstCode();
    for (int b = 0; b < length; b++) {
      if (b != defaultBin) {
        out[b] = (int) counts[code++];
        rest -= out[b];
      }
    }
    out[defaultBin] = rest;
  }
}
