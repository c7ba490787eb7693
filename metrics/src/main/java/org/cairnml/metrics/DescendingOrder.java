package org.cairnml.metrics;

/** The order of scores from the highest to the lowest; equal ones stay as they stood. */
final class DescendingOrder {
  /*
   * Radix sort from the lowest byte up, since the bits of a double, with the sign handled, order as
   * the number does. Eight passes over n beat a comparison sort that has to carry the rows along;
   * passes over a byte that all scores share are left out.
   */

  private static final int RADIX_BITS = 8;
  private static final int BUCKETS = 1 << RADIX_BITS;
  private static final int PASSES = Long.SIZE / RADIX_BITS;

  private DescendingOrder() {}

  /** The rows of the scores, which are numbers, in descending order. */
  static int[] of(double[] scores) {
    int n = scores.length;
    long[] keys = new long[n];
    int[] rows = new int[n];
    int[][] starts = new int[PASSES][BUCKETS];
    for (int i = 0; i < n; i++) {
      long key = descendingKey(scores[i]);
      keys[i] = key;
      rows[i] = i;
      for (int pass = 0; pass < PASSES; pass++) {
        starts[pass][digit(key, pass)]++;
      }
    }
    long[] otherKeys = new long[n];
    int[] otherRows = new int[n];
    for (int pass = 0; pass < PASSES; pass++) {
      int[] start = starts[pass];
      if (n == 0 || start[digit(keys[0], pass)] == n) {
        continue;
      }
      countsToStarts(start);
      for (int i = 0; i < n; i++) {
        int to = start[digit(keys[i], pass)]++;
        otherKeys[to] = keys[i];
        otherRows[to] = rows[i];
      }
      long[] swapKeys = keys;
      keys = otherKeys;
      otherKeys = swapKeys;
      int[] swapRows = rows;
      rows = otherRows;
      otherRows = swapRows;
    }
    return rows;
  }

  private static void countsToStarts(int[] counts) {
    int sum = 0;
    for (int b = 0; b < BUCKETS; b++) {
      int count = counts[b];
      counts[b] = sum;
      sum += count;
    }
  }

  /**
   * Unsigned order of the keys is descending order of the scores; adding 0 makes -0.0 equal 0.0.
   */
  private static long descendingKey(double score) {
    long bits = Double.doubleToRawLongBits(score + 0.0);
    return ~(bits ^ (bits >> (Long.SIZE - 1) | Long.MIN_VALUE));
  }

  private static int digit(long key, int pass) {
    return (int) (key >>> (pass * RADIX_BITS)) & (BUCKETS - 1);
  }
}
