package org.cairnml.tree;

import java.util.Arrays;

/** Gini impurity of two classes counted in whole numbers. */
final class TwoClassScan extends FeatureScan {
  // A bin's sum is one long: rows of the second class in the upper half, all rows in the lower. With
  // T rows, T1 of them of the second class, and L, L1 of those on the left, R = T - L on the right,
  // the impurity falls by 2 (L1 T - L T1)^2 / (T L R), weighted by rows. Where bins are few and
  // rows many, these add to two histograms by turns: an addition need not wait for the one before.

  private final long[] histogram = new long[2 * MOST_BINS];
  private final long[] sums = new long[MOST_BINS];
  private final double minLeaf;
  private int zero;
  private int one = 1;
  private double total;
  private double ones;

  TwoClassScan(Rows rows, double minLeaf) {
    super(rows);
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
    return this;
  }

  private long sum(long entry) {
    long count = entry >>> 48;
    return (entry >>> 32 & 0xffff) == one ? count << 32 | count : count;
  }

  @Override
  void collect(int feature, int from, int to) {
    long[] h = histogram;
    Rows.BinReader reader = rows.reader(feature, to - from);
    if (rows.data().feature(feature).count() <= ONE_WORD) {
      int other = to - from > MANY_ROWS ? MOST_BINS : 0;
      collectFew(reader, other, from, to);
      if (other > 0) {
        fold();
      }
    } else {
      collectMany(reader, from, to);
    }
    listMarked();
    for (int p = 0; p < touched; p++) {
      int b = bins[p];
      sums[p] = h[b];
      h[b] = 0;
    }
  }

  private void collectFew(Rows.BinReader reader, int other, int from, int to) {
    long[] h = histogram;
    long[] entries = rows.entries;
    byte[] codes = reader.bins();
    int stride = reader.stride();
    int offset = reader.offset();
    long mark = 0;
    int i = from;
    for (; i + 1 < to; i += 2) {
      int a = codes[(int) entries[i] * stride + offset];
      int b = codes[(int) entries[i + 1] * stride + offset];
      h[a] += sum(entries[i]);
      h[other + b] += sum(entries[i + 1]);
      mark |= 1L << a | 1L << b;
    }
    if (i < to) {
      int b = codes[(int) entries[i] * stride + offset];
      h[b] += sum(entries[i]);
      mark |= 1L << b;
    }
    marks[0] = mark;
  }

  /** Adds the second histogram of few bins to the first. */
  private void fold() {
    for (int b = 0; b <= ONE_WORD; b++) {
      histogram[b] += histogram[MOST_BINS + b];
      histogram[MOST_BINS + b] = 0;
    }
  }

  private void collectMany(Rows.BinReader reader, int from, int to) {
    long[] h = histogram;
    long[] entries = rows.entries;
    byte[] codes = reader.bins();
    int stride = reader.stride();
    int offset = reader.offset();
    for (int i = from; i < to; i++) {
      long entry = entries[i];
      int b = codes[(int) entry * stride + offset] & 0xff;
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
