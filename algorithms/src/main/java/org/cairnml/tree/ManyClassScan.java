package org.cairnml.tree;

import java.util.Arrays;

/** Gini impurity of classes counted in whole numbers. */
final class ManyClassScan extends FeatureScan {
  // The sums of squared class counts on both sides are whole numbers, kept up to date as bins move
  // from right to left; the impurity falls by their sum over sizes, minus the node's.

  private final int k;
  private final int[] histogram;
  private final int[] sums;
  private final long[] total;
  private final long[] left;
  private final double minLeaf;
  private long size;
  private long squares;

  ManyClassScan(Rows rows, int k, double minLeaf) {
    super(rows);
    this.k = k;
    this.minLeaf = minLeaf;
    histogram = new int[MOST_BINS * k];
    sums = new int[MOST_BINS * k];
    total = new long[k];
    left = new long[k];
  }

  @Override
  void begin(double[] stats) {
    size = 0;
    squares = 0;
    for (int c = 0; c < k; c++) {
      total[c] = (long) stats[c];
      size += total[c];
      squares += total[c] * total[c];
    }
  }

  @Override
  void collect(int feature, int from, int to) {
    byte[] codes = rows.codes(feature, from, to);
    long[] entries = rows.entries;
    int[] h = histogram;
    int n = to - from;
    for (int i = 0; i < n; i++) {
      long entry = entries[from + i];
      h[(codes[i] & 0xff) * k + Rows.code(entry)] += Rows.count(entry);
    }
    touch(codes, n);
    for (int p = 0; p < touched; p++) {
      int start = bins[p] * k;
      for (int c = 0; c < k; c++) {
        sums[p * k + c] = h[start + c];
        h[start + c] = 0;
      }
    }
  }

  @Override
  void scan(int[] order, int first, int last) {
    Arrays.fill(left, 0);
    long leftSquares = 0;
    long rightSquares = squares;
    long l = 0;
    double best = Double.NEGATIVE_INFINITY;
    int at = -1;
    for (int p = 0; p <= last; p++) {
      int start = order[p] * k;
      for (int c = 0; c < k; c++) {
        long m = sums[start + c];
        long onLeft = left[c];
        leftSquares += m * (2 * onLeft + m);
        rightSquares -= m * (2 * (total[c] - onLeft) - m);
        left[c] = onLeft + m;
        l += m;
      }
      if (p >= first) {
        long r = size - l;
        double score = (double) leftSquares / l + (double) rightSquares / r;
        if (score > best && l >= minLeaf && r >= minLeaf) {
          best = score;
          at = p;
        }
      }
    }
    bestAt = at;
    bestScore = best - (double) squares / size;
  }

  @Override
  void leftStats(int[] order, int at, double[] out) {
    Arrays.fill(out, 0);
    for (int p = 0; p <= at; p++) {
      for (int c = 0; c < k; c++) {
        out[c] += sums[order[p] * k + c];
      }
    }
  }

  @Override
  int keys() {
    return k;
  }

  @Override
  double key(int position, int c) {
    int n = 0;
    for (int other = 0; other < k; other++) {
      n += sums[position * k + other];
    }
    return (double) sums[position * k + c] / n;
  }
}
