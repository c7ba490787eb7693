package org.cairnml.tree;

/**
 * Sums what a criterion needs over the rows of a node, bin by bin of one feature, and finds where
 * to cut a given order of the bins. One thread uses it, for one node and feature at a time: {@link
 * #begin}, then for each feature {@link #collect} and any number of {@link #scan}.
 */
abstract class FeatureScan {
  // Only bins that rows of the node have are looked at and cleared; in the small nodes that make up
  // most of a deep tree these are few of 256. They are found through a bit set of four words.

  static final int MOST_BINS = 256;

  /** The bins that rows have, ascending. */
  final int[] bins = new int[MOST_BINS];

  /** How many of {@link #bins} there are. */
  int touched;

  /** The place in the order after which the best cut is, or -1. */
  int bestAt;

  /** By how much the best cut improves the criterion. */
  double bestScore;

  final Rows rows;

  /** Bit b of word w says that some row has bin 64 w + b. */
  final long[] marks = new long[MOST_BINS / 64];

  FeatureScan(Rows rows) {
    this.rows = rows;
  }

  /** Goes to the node whose rows sum up to {@code stats}; returns the scan to use for it. */
  abstract FeatureScan begin(double[] stats);

  /** Sums over the rows of a range by the bins of a feature, which are then in {@link #bins}. */
  abstract void collect(int feature, int from, int to);

  /**
   * Sums over the rows of a range on both sides of a cut, as if a feature had the bins 0 and 1
   * only; returns false, and does nothing, where {@link #collect} is the way to do it.
   *
   * @param codes of the rows
   * @param cut the last code that is on the left
   */
  boolean collectSides(byte[] codes, int cut, int from, int to) {
    return false;
  }

  /** Names two bins, 0 and 1. */
  final void touchBoth() {
    bins[0] = 0;
    bins[1] = 1;
    touched = 2;
  }

  /**
   * Looks for the best place to cut the bins put in an order, after {@code order[first]} to {@code
   * order[last]}; the answer is in {@link #bestAt} and {@link #bestScore}.
   */
  abstract void scan(int[] order, int first, int last);

  /** The sums over the bins {@code order[0]} to {@code order[at]}. */
  abstract void leftStats(int[] order, int at, double[] out);

  /** By how many different keys categories are worth sorting. */
  abstract int keys();

  /** Where bin {@code bins[position]} stands when categories are sorted by key {@code k}. */
  abstract double key(int position, int k);

  /** Lists the bins that occur among the codes. */
  final void touch(byte[] codes, int n) {
    for (int i = 0; i < n; i++) {
      int b = codes[i];
      marks[b >>> 6 & 3] |= 1L << b;
    }
    listMarked();
  }

  /** Lists the bins marked in {@link #marks}, and clears these. */
  final void listMarked() {
    int count = 0;
    for (int w = 0; w < marks.length; w++) {
      for (long word = marks[w]; word != 0; word &= word - 1) {
        bins[count++] = (w << 6) + Long.numberOfTrailingZeros(word);
      }
      marks[w] = 0;
    }
    touched = count;
  }
}
