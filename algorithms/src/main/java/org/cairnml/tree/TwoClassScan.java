package org.cairnml.tree;

/** Gini impurity of two classes counted in whole numbers. */
final class TwoClassScan extends FeatureScan {
  // A bin's sum is one long: rows of class 1 in the upper half, all rows in the lower. With T rows,
  // T1 of them of class 1, and L, L1 of those on the left, R = T - L on the right, the impurity
  // falls by 2 (L1 T - L T1)^2 / (T L R), weighted by rows.

  private final long[] histogram = new long[MOST_BINS];
  private final long[] sums = new long[MOST_BINS];
  private final double minLeaf;
  private double total;
  private double ones;

  TwoClassScan(Rows rows, double minLeaf) {
    super(rows);
    this.minLeaf = minLeaf;
  }

  @Override
  void begin(double[] stats) {
    total = stats[0] + stats[1];
    ones = stats[1];
  }

  @Override
  void collect(int feature, int from, int to) {
    byte[] codes = rows.codes(feature, from, to);
    long[] entries = rows.entries;
    long[] h = histogram;
    int n = to - from;
    for (int i = 0; i < n; i++) {
      long entry = entries[from + i];
      long count = entry >>> 48;
      h[codes[i] & 0xff] += count | (-(entry >>> 32 & 1) & count) << 32;
    }
    touch(codes, n);
    for (int p = 0; p < touched; p++) {
      sums[p] = h[bins[p]];
      h[bins[p]] = 0;
    }
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
    out[1] = left >>> 32;
    out[0] = (int) left - out[1];
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
