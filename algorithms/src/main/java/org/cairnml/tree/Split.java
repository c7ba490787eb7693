package org.cairnml.tree;

import java.util.Arrays;
import org.cairnml.tree.bins.FeatureBins;

/** The best way found so far to split a node. */
final class Split {

  private static final int SET_WORDS = 4;

  int feature;
  double score;

  /** Whether a bin, missing values included, goes left. */
  final long[] left = new long[SET_WORDS];

  /** The bins that rows of the node have; kept for categories only. */
  final long[] seen = new long[SET_WORDS];

  /** The last bin of a number that goes left. */
  int cut;

  boolean missingSeen;
  final double[] leftStats;

  Split(int statsLength) {
    leftStats = new double[statsLength];
    clear();
  }

  void clear() {
    feature = -1;
    score = Double.NEGATIVE_INFINITY;
  }

  boolean isFound() {
    return feature >= 0;
  }

  /** Whether it improves more, or as much by an earlier feature. */
  boolean isBetterThan(Split other) {
    return isFound() && (score > other.score || score == other.score && feature < other.feature);
  }

  void set(Split other) {
    feature = other.feature;
    score = other.score;
    cut = other.cut;
    missingSeen = other.missingSeen;
    System.arraycopy(other.left, 0, left, 0, SET_WORDS);
    System.arraycopy(other.seen, 0, seen, 0, SET_WORDS);
    System.arraycopy(other.leftStats, 0, leftStats, 0, leftStats.length);
  }

  /** A split by number: bins up to {@code lastLeft} go left, and missing ones if so said. */
  void setNumber(FeatureBins bins, int lastLeft, boolean missingLeft) {
    cut = lastLeft;
    for (int w = 0; w < SET_WORDS; w++) {
      int bits = lastLeft + 1 - (w << 6);
      left[w] = bits >= 64 ? -1L : bits <= 0 ? 0 : (1L << bits) - 1;
    }
    setBit(left, bins.missingBin(), missingLeft);
  }

  /** A split by category: the first {@code count} bins of an order go left. */
  void setCategories(int[] bins, int touched, int[] order, int count) {
    Arrays.fill(left, 0);
    Arrays.fill(seen, 0);
    for (int p = 0; p < touched; p++) {
      setBit(seen, bins[p], true);
    }
    for (int p = 0; p < count; p++) {
      setBit(left, bins[order[p]], true);
    }
  }

  /** Decides where bins go that no row of the node has: with most of the rows. */
  void sendUnseen(FeatureBins bins, boolean toLeft) {
    if (bins.isCategory()) {
      for (int w = 0; w < SET_WORDS; w++) {
        left[w] |= toLeft ? ~seen[w] : 0;
      }
    } else if (!missingSeen) {
      setBit(left, bins.missingBin(), toLeft);
    }
  }

  boolean missingLeft(FeatureBins bins) {
    int b = bins.missingBin();
    return (left[b >>> 6] >>> b & 1) != 0;
  }

  private static void setBit(long[] set, int bit, boolean value) {
    if (value) {
      set[bit >>> 6] |= 1L << bit;
    } else {
      set[bit >>> 6] &= ~(1L << bit);
    }
  }
}
