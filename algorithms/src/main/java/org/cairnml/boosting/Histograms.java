package org.cairnml.boosting;

import java.util.ArrayDeque;

/**
 * Sums of derivatives by code, one array a group of columns; and a pool of them, since every leaf
 * that may still be split holds one as long as the pool has any: of very many columns some leaves
 * go without. For one thread.
 */
final class Histograms {

  private final PackedBins bins;
  private final ArrayDeque<long[][]> free = new ArrayDeque<>();
  private long bytesLeft;

  /**
   * @param mostBytes what all histograms of the pool may take
   */
  Histograms(PackedBins bins, long mostBytes) {
    this.bins = bins;
    this.bytesLeft = mostBytes;
  }

  /** A histogram with anything in it, or null if all that fit into the memory are in use. */
  long[][] take() {
    long[][] pooled = free.poll();
    if (pooled != null) {
      return pooled;
    }
    long bytes = 0;
    for (int g = 0; g < bins.groups(); g++) {
      bytes += (long) bins.group(g).length() * Long.BYTES;
    }
    if (bytes > bytesLeft) {
      return null;
    }
    bytesLeft -= bytes;
    long[][] made = new long[bins.groups()][];
    for (int g = 0; g < made.length; g++) {
      made[g] = new long[bins.group(g).length()];
    }
    return made;
  }

  /** Takes the histogram of a leaf back, if it has one. */
  void takeFrom(Leaf leaf) {
    if (leaf.histogram != null) {
      free.push(leaf.histogram);
      leaf.histogram = null;
    }
  }

  /** Subtracts one child's sums from its parent's, which leaves those of the other child. */
  static void subtract(long[] parent, long[] child) {
    for (int k = 0; k < parent.length; k++) {
      parent[k] -= child[k];
    }
  }
}
