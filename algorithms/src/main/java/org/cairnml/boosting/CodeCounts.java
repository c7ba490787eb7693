package org.cairnml.boosting;

import org.cairnml.boosting.PackedBins.Slot;

/** How many rows of a leaf have each code of a group of columns; see {@link TreeGrower}. */
final class CodeCounts {

  private static final int CODES = 256;

  private final int[] counts;
  private final int rows;

  private CodeCounts(int[] counts, int rows) {
    this.counts = counts;
    this.rows = rows;
  }

  /**
   * Counts.
   *
   * @param codes of the group, by row
   * @param rows the rows are {@code rows[from]} to {@code rows[to - 1]}
   */
  static CodeCounts of(int[] codes, int[] rows, int from, int to) {
    int[] counts = new int[CODES * PackedBins.LANES];
    for (int i = from; i < to; i++) {
      int code = codes[rows[i]];
      counts[code & 255]++;
      counts[256 + (code >>> 8 & 255)]++;
      counts[512 + (code >>> 16 & 255)]++;
      counts[768 + (code >>> 24)]++;
    }
    return new CodeCounts(counts, to - from);
  }

  /** Those of the rows that are not among some of them. */
  CodeCounts minus(CodeCounts some) {
    int[] rest = counts.clone();
    for (int k = 0; k < rest.length; k++) {
      rest[k] -= some.counts[k];
    }
    return new CodeCounts(rest, rows - some.rows);
  }

  /** Writes how many rows are in each bin of a slot of the group, missing ones after the others. */
  void binsInto(Slot slot, int[] out) {
    int from = CODES * slot.lane();
    int length = slot.binsAndMissing();
    out[slot.bins().count()] = 0;
    if (!slot.isShared()) {
      System.arraycopy(counts, from, out, 0, length);
      return;
    }
    int rest = rows;
    int defaultBin = slot.member().defaultBin();
    int code = from + slot.member().firstCode();
    for (int b = 0; b < length; b++) {
      if (b != defaultBin) {
        out[b] = counts[code++];
        rest -= out[b];
      }
    }
    out[defaultBin] = rest;
  }
}
