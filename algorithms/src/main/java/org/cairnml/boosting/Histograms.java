package org.cairnml.boosting;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Sums of derivatives by code, one array a group of columns; and a pool of them, since every leaf
 * that may still be split holds one. For one thread; kernels are free of state.
 */
final class Histograms {

  private final PackedBins bins;
  private final ArrayDeque<long[][]> free = new ArrayDeque<>();

  Histograms(PackedBins bins) {
    this.bins = bins;
  }

  /** A histogram with anything in it. */
  long[][] take() {
    long[][] pooled = free.poll();
    if (pooled != null) {
      return pooled;
    }
    long[][] made = new long[bins.groups()][];
    for (int g = 0; g < made.length; g++) {
      made[g] = new long[bins.stride(g) * PackedBins.LANES];
    }
    return made;
  }

  /** Takes a histogram back that nobody needs any more. */
  void giveBack(long[][] histogram) {
    free.push(histogram);
  }

  /**
   * Fills a group's histogram with the sums over rows.
   *
   * @param rows the rows are {@code rows[from]} to {@code rows[to - 1]}
   * @param ordered derivatives of these rows, {@code ordered[i - from]} those of {@code rows[i]}
   */
  static void fill(
      long[] histogram, int stride, int[] codes, int[] rows, int from, int to, long[] ordered) {
    Arrays.fill(histogram, 0);
    int second = 2 * stride;
    int third = 3 * stride;
    for (int i = from; i < to; i++) {
      int code = codes[rows[i]];
      long both = ordered[i - from];
      histogram[code & 255] += both;
      histogram[stride + (code >>> 8 & 255)] += both;
      histogram[second + (code >>> 16 & 255)] += both;
      histogram[third + (code >>> 24)] += both;
    }
  }

  /** Subtracts one child's sums from its parent's, which leaves those of the other child. */
  static void subtract(long[] parent, long[] child) {
    for (int k = 0; k < parent.length; k++) {
      parent[k] -= child[k];
    }
  }
}
