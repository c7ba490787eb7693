package org.cairnml.tree;

import java.util.Arrays;
import org.cairnml.tree.bins.CodeTable;

/** Gini impurity of two classes counted in whole numbers. */
final class TwoClassScan extends FeatureScan {
  // A bin's sum is one long: rows of the second class in the upper half, all rows in the lower.
  // With T rows, T1 of them of the second class, and L, L1 of those on the left, R = T - L on the
  // right, the impurity falls by 2 (L1 T - L T1)^2 / (T L R), weighted by rows.

  /** Features with so few codes need a single word of marks, kept in a register. */
  private static final int ONE_WORD = 64;

  private final long[] histogram = new long[MOST_BINS];
  private final long[] sums = new long[MOST_BINS];
  private final SharedCounts shared;
  private final int[] number;
  private final long[] rowsOf = new long[2];
  private final int[] counts = new int[2 * MOST_BINS];
  private final double minLeaf;
  private int zero;
  private int one = 1;
  private double total;
  private double ones;

  /**
   * A scan.
   *
   * @param shared to count columns with that features share
   * @param k how many classes there are, of which nodes have two
   */
  TwoClassScan(Rows rows, SharedCounts shared, int k, double minLeaf) {
    super(rows);
    this.shared = shared;
    this.number = new int[k];
    this.minLeaf = minLeaf;
  }

  @Override
  FeatureScan begin(double[] stats) {
    return begin(stats, 0, 1);
  }

  /** Goes to a node that has rows of these two classes only. */
  FeatureScan begin(double[] stats, int first, int second) {
    zero = first;
    one = second;
    total = stats[first] + stats[second];
    ones = stats[second];
    number[first] = 0;
    number[second] = 1;
    rowsOf[0] = (long) stats[first];
    rowsOf[1] = (long) stats[second];
    shared.begin(2, number, rowsOf);
    return this;
  }

  private long sum(long entry) {
    long count = entry >>> 48;
    return (entry >>> 32 & 0xffff) == one ? count << 32 | count : count;
  }

  @Override
  void collect(int feature, int from, int to) {
    CodeTable.Place place = rows.data().place(feature);
    if (place.isShared()) {
      collectShared(place, from, to);
      return;
    }
    long[] h = histogram;
    byte[] byRow = rows.byRow(to - from);
    int codes = rows.data().codes(place.column());
    if (byRow == null) {
      collectColumn(rows.data().column(place.column()), from, to);
      for (int b = 0; b < codes; b++) {
        marks[b >>> 6] |= h[b] == 0 ? 0 : 1L << b;
      }
    } else if (codes <= ONE_WORD) {
      collectFew(byRow, place.column(), from, to);
    } else {
      collectMany(byRow, place.column(), from, to);
    }
    listMarked();
    for (int p = 0; p < touched; p++) {
      sums[p] = h[bins[p]];
      h[bins[p]] = 0;
    }
  }

  private void collectShared(CodeTable.Place place, int from, int to) {
    touched = shared.collect(place, from, to, bins, counts);
    for (int p = 0; p < touched; p++) {
      long second = counts[2 * p + 1];
      sums[p] = second << 32 | counts[2 * p] + second;
    }
  }

  private void collectColumn(byte[] column, int from, int to) {
    long[] h = histogram;
    long[] entries = rows.entries;
    for (int i = from; i < to; i++) {
      long entry = entries[i];
      h[column[(int) entry] & 0xff] += sum(entry);
    }
  }

  private void collectFew(byte[] codes, int column, int from, int to) {
    long[] h = histogram;
    long[] entries = rows.entries;
    int width = rows.data().columns();
    long mark = 0;
    for (int i = from; i < to; i++) {
      long entry = entries[i];
      int b = codes[(int) entry * width + column];
      h[b & 0xff] += sum(entry);
      mark |= 1L << b;
    }
    marks[0] = mark;
  }

  private void collectMany(byte[] codes, int column, int from, int to) {
    long[] h = histogram;
    long[] entries = rows.entries;
    int width = rows.data().columns();
    for (int i = from; i < to; i++) {
      long entry = entries[i];
      int b = codes[(int) entry * width + column] & 0xff;
      h[b] += sum(entry);
      marks[b >>> 6] |= 1L << b;
    }
  }

  @Override
  boolean collectSides(byte[] codes, int cut, int from, int to) {
    long[] entries = rows.entries;
    long left = 0;
    for (int i = from; i < to; i++) {
      long goesLeft = (codes[i - from] & 0xff) - cut - 1 >> 31;
      left += sum(entries[i]) & goesLeft;
    }
    sums[0] = left;
    sums[1] = ((long) ones << 32) + (long) total - left;
    touchBoth();
    return true;
  }

  @Override
  void scan(int[] order, int first, int last) {
    double t = total;
    double t1 = ones;
    double best = -1;
    int at = -1;
    long left = 0;
    for (int p = 0; p < first; p++) {
      left += sums[order[p]];
    }
    for (int p = first; p <= last; p++) {
      left += sums[order[p]];
      double l = (int) left;
      double r = t - l;
      double difference = (left >>> 32) * t - l * t1;
      double score = difference * difference / (l * r);
      if (score > best && l >= minLeaf && r >= minLeaf) {
        best = score;
        at = p;
      }
    }
    bestAt = at;
    bestScore = at < 0 ? Double.NEGATIVE_INFINITY : 2 * best / t;
  }

  @Override
  void leftStats(int[] order, int at, double[] out) {
    long left = 0;
    for (int p = 0; p <= at; p++) {
      left += sums[order[p]];
    }
    Arrays.fill(out, 0);
    out[one] = left >>> 32;
    out[zero] = (int) left - out[one];
  }

  @Override
  int keys() {
    return 1;
  }

  @Override
  double key(int position, int k) {
    return (double) (sums[position] >>> 32) / (int) sums[position];
  }
}
