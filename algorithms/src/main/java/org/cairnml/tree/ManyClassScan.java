package org.cairnml.tree;

import java.util.Arrays;
import org.cairnml.tree.bins.CodeTable;

/** Gini impurity of classes counted in whole numbers. */
final class ManyClassScan extends FeatureScan {
  // The sums of squared class counts on both sides are whole numbers; the impurity falls by their
  // sum over sizes, minus the node's. As bins move to the left, that of its counts L and their
  // products with the node's T are kept, and on the right it is T T - 2 T L + L L. Only the node's
  // own classes are counted, numbered anew from 0; with two of them TwoClassScan is faster.

  private final int k;
  private final TwoClassScan pair;
  private final SharedCounts shared;
  private final int[] histogram;
  private final int[] sums;
  private final int[] number;
  private final int[] present;
  private final long[] total;
  private final long[] left;
  private final double minLeaf;
  private int classes;
  private long size;
  private long squares;

  ManyClassScan(Rows rows, int k, double minLeaf) {
    super(rows);
    this.k = k;
    this.minLeaf = minLeaf;
    shared = new SharedCounts(rows, k);
    pair = new TwoClassScan(rows, shared, k, minLeaf);
    histogram = new int[MOST_BINS * k];
    sums = new int[MOST_BINS * k];
    number = new int[k];
    present = new int[k];
    total = new long[k];
    left = new long[k];
  }

  @Override
  FeatureScan begin(double[] stats) {
    classes = 0;
    size = 0;
    squares = 0;
    for (int c = 0; c < k; c++) {
      if (stats[c] > 0) {
        number[c] = classes;
        present[classes] = c;
        total[classes++] = (long) stats[c];
        size += (long) stats[c];
        squares += (long) stats[c] * (long) stats[c];
      }
    }
    if (classes == 2) {
      return pair.begin(stats, present[0], present[1]);
    }
    shared.begin(classes, number, total);
    return this;
  }

  @Override
  void collect(int feature, int from, int to) {
    CodeTable.Place place = rows.data().place(feature);
    if (place.isShared()) {
      touched = shared.collect(place, from, to, bins, sums);
      return;
    }
    byte[] byRow = rows.byRow(to - from);
    if (byRow == null) {
      collectColumn(rows.data().column(place.column()), from, to);
    } else {
      collectRows(byRow, place.column(), from, to);
    }
    listMarked();
    int[] h = histogram;
    int m = classes;
    for (int p = 0; p < touched; p++) {
      int start = bins[p] * m;
      for (int c = 0; c < m; c++) {
        sums[p * m + c] = h[start + c];
        h[start + c] = 0;
      }
    }
  }

  private void collectColumn(byte[] column, int from, int to) {
    int[] h = histogram;
    int m = classes;
    long[] entries = rows.entries;
    for (int i = from; i < to; i++) {
      long entry = entries[i];
      int b = column[(int) entry] & 0xff;
      h[b * m + number[Rows.code(entry)]] += (int) (entry >>> 48);
      marks[b >>> 6] |= 1L << b;
    }
  }

  private void collectRows(byte[] codes, int column, int from, int to) {
    int[] h = histogram;
    int m = classes;
    long[] entries = rows.entries;
    int width = rows.data().columns();
    for (int i = from; i < to; i++) {
      long entry = entries[i];
      int b = codes[(int) entry * width + column] & 0xff;
      h[b * m + number[Rows.code(entry)]] += (int) (entry >>> 48);
      marks[b >>> 6] |= 1L << b;
    }
  }

  @Override
  boolean collectSides(byte[] codes, int cut, int from, int to) {
    int m = classes;
    long[] entries = rows.entries;
    Arrays.fill(sums, 0, 4 * m, 0);
    for (int i = from; i < to; i++) {
      long entry = entries[i];
      int right = cut - (codes[i - from] & 0xff) >>> 31;
      int turn = (i & 1) << 1;
      sums[(turn + right) * m + number[Rows.code(entry)]] += (int) (entry >>> 48);
    }
    for (int c = 0; c < 2 * m; c++) {
      sums[c] += sums[2 * m + c];
    }
    touchBoth();
    return true;
  }

  @Override
  void scan(int[] order, int first, int last) {
    int m = classes;
    Arrays.fill(left, 0, m, 0);
    long leftSquares = 0;
    long products = 0;
    long l = 0;
    double best = Double.NEGATIVE_INFINITY;
    int at = -1;
    for (int p = 0; p <= last; p++) {
      int start = order[p] * m;
      for (int c = 0; c < m; c++) {
        long moved = sums[start + c];
        long onLeft = left[c];
        leftSquares += moved * (2 * onLeft + moved);
        products += moved * total[c];
        left[c] = onLeft + moved;
        l += moved;
      }
      if (p >= first) {
        long r = size - l;
        long rightSquares = squares - 2 * products + leftSquares;
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
      for (int c = 0; c < classes; c++) {
        out[present[c]] += sums[order[p] * classes + c];
      }
    }
  }

  @Override
  int keys() {
    return classes;
  }

  @Override
  double key(int position, int c) {
    int n = 0;
    for (int other = 0; other < classes; other++) {
      n += sums[position * classes + other];
    }
    return (double) sums[position * classes + c] / n;
  }
}
