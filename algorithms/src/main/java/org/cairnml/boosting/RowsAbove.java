package org.cairnml.boosting;

import java.util.Arrays;
import java.util.List;
import org.cairnml.tree.Tree;

/** Says which of 256 rows are above each of the thresholds that trees ask about. */
final class RowsAbove {

  static final int ROWS = 256;
  static final int WORDS = ROWS / Long.SIZE;

  private final Thresholds thresholds;

  RowsAbove(List<Tree> trees) {
    thresholds = new Thresholds(trees);
  }

  /** How many thresholds there are. */
  int count() {
    return thresholds.count();
  }

  /** The number of a threshold. */
  int number(int feature, double threshold) {
    return thresholds.number(feature, threshold);
  }

  /**
   * Compares.
   *
   * @param data row r begins at {@code at + r * stride}; finite values
   * @param above receives the rows that are above threshold t, row r in bit r of the words from
   *     {@code t * WORDS} on
   */
  void compare(double[] data, int at, int stride, int rows, long[] above) {
    double[] column = new double[ROWS];
    int[] gap = new int[ROWS];
    for (int f = 0; f < thresholds.features(); f++) {
      int from = at + thresholds.column(f);
      for (int i = 0; i < rows; i++) {
        column[i] = data[from + i * stride];
      }
      thresholds.gaps(f).find(column, rows, gap);
      int start = thresholds.first(f) * WORDS;
      int end = thresholds.first(f + 1) * WORDS;
      Arrays.fill(above, start, end, 0);
      for (int i = 0; i < rows; i++) {
        if (gap[i] > 0) {
          above[start + (gap[i] - 1) * WORDS + (i >>> 6)] |= 1L << i;
        }
      }
      for (int k = end - 1; k >= start + WORDS; k--) {
        above[k - WORDS] |= above[k];
      }
    }
  }
}
