package org.cairnml.tree;

import java.util.Arrays;
import org.cairnml.tree.bins.CodeTable;

/**
 * The rows that one tree grows on, as one array of which every node has a range. Splitting a node
 * partitions its range in place and keeps the order of rows on each side.
 */
final class Rows {
  // An entry is row | class << 32 | count << 48: what a histogram of counts needs comes with one
  // sequential read. A large node reads the codes of one column after the other, a small one from
  // the row-major copy, where all codes of a row share a cache line or two, and those of a subtree
  // stay in the first-level cache.

  /** Nodes with at most so many rows read codes row after row. */
  private static final int SMALL = 1024;

  static final int MOST_COUNT = 0xffff;

  private final CodeTable data;
  final long[] entries;
  private final long[] scratch;
  private final byte[] codes;

  Rows(CodeTable data, long[] entries) {
    this.data = data;
    this.entries = entries;
    this.scratch = new long[entries.length];
    this.codes = new byte[entries.length];
  }

  /** Rows that share entries with others, for work on the same node by several threads. */
  Rows shared() {
    return new Rows(data, entries);
  }

  static long entry(int row, int code, int count) {
    return row | (long) code << 32 | (long) count << 48;
  }

  static int row(long entry) {
    return (int) entry;
  }

  static int code(long entry) {
    return (int) (entry >>> 32) & 0xffff;
  }

  static int count(long entry) {
    return (int) (entry >>> 48);
  }

  /** The row-major codes if that is the way to read the codes of {@code n} rows, or null. */
  byte[] byRow(int n) {
    return n <= SMALL ? data.byRow() : null;
  }

  CodeTable data() {
    return data;
  }

  /** The bins of a feature for the entries of a range; entry {@code from + i} has bin i. */
  byte[] bins(int feature, int from, int to) {
    CodeTable.Place place = data.place(feature);
    int n = to - from;
    byte[] out = codes(place.column(), from, to);
    if (place.isShared()) {
      for (int i = 0; i < n; i++) {
        out[i] = (byte) place.bin(out[i] & 0xff);
      }
    }
    return out;
  }

  private byte[] codes(int column, int from, int to) {
    int n = to - from;
    byte[] out = codes;
    long[] e = entries;
    byte[] byRow = byRow(n);
    if (byRow != null) {
      int width = data.columns();
      for (int i = 0; i < n; i++) {
        out[i] = byRow[(int) e[from + i] * width + column];
      }
    } else {
      byte[] ofRow = data.column(column);
      for (int i = 0; i < n; i++) {
        out[i] = ofRow[(int) e[from + i]];
      }
    }
    return out;
  }

  /**
   * Moves the rows of a range whose bin is in {@code set} before the others.
   *
   * @return where the others begin
   */
  int partition(int feature, int from, int to, long[] set) {
    CodeTable.Place place = data.place(feature);
    byte[] ofEntry = codes(place.column(), from, to);
    long[] left = place.codes(set);
    long[] e = entries;
    long[] right = scratch;
    int l = from;
    int r = 0;
    for (int i = from; i < to; i++) {
      long entry = e[i];
      int b = ofEntry[i - from];
      int goesLeft = (int) (left[b >>> 6 & 3] >>> b) & 1;
      e[l] = entry;
      right[r] = entry;
      l += goesLeft;
      r += 1 - goesLeft;
    }
    System.arraycopy(right, 0, e, l, r);
    return l;
  }

  /** How many rows there are, with repetitions, in a range. */
  long samples(int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += entries[i] >>> 48;
    }
    return sum;
  }

  int size() {
    return entries.length;
  }

  @Override
  public String toString() {
    return "Rows" + Arrays.toString(Arrays.stream(entries).limit(20).mapToInt(Rows::row).toArray());
  }
}
