package org.cairnml.boosting;

import java.util.Arrays;

/** Finds between which thresholds of a feature values are. */
final class Gaps {
  // The range of the thresholds is cut into equal cells, so that a binary search has only those
  // of the value's cell to look at. A cell's number never falls as the value rises, however it
  // is rounded: thresholds of lower cells are below the value, those of higher cells above it.

  private static final int CELLS = 256;
  private static final int FEW = 4;

  private final double[] cuts;
  private final char[] below = new char[CELLS];
  private final double low;
  private final double scale;
  private final int mostInCell;

  Gaps(double[] sorted) {
    int n = sorted.length;
    low = sorted[0];
    double cells = (CELLS - 1) / (sorted[n - 1] - low);
    scale = n > FEW && n <= Character.MAX_VALUE && Double.isFinite(cells) ? cells : 0;
    int[] inCell = new int[CELLS];
    for (double cut : sorted) {
      inCell[cell(cut)]++;
    }
    for (int c = 1; c < CELLS; c++) {
      below[c] = (char) (below[c - 1] + inCell[c - 1]);
    }
    mostInCell = Arrays.stream(inCell).max().orElse(0);
    cuts = Arrays.copyOf(sorted, n + mostInCell);
    Arrays.fill(cuts, n, cuts.length, Double.POSITIVE_INFINITY);
  }

  private int cell(double value) {
    return (int) Math.max(0, Math.min(CELLS - 1, (value - low) * scale));
  }

  /** How many thresholds are below each value, searched side by side. */
  void find(double[] column, int rows, int[] gap) {
    for (int i = 0; i < rows; i++) {
      gap[i] = below[cell(column[i])];
    }
    int length = mostInCell;
    while (length > 1) {
      int half = length >>> 1;
      for (int i = 0; i < rows; i++) {
        gap[i] += half & isBelow(cuts[gap[i] + half - 1], column[i]);
      }
      length -= half;
    }
    for (int i = 0; i < rows; i++) {
      gap[i] -= isBelow(cuts[gap[i]], column[i]);
    }
  }

  /** How many thresholds are below a value. */
  int of(double value) {
    int gap = below[cell(value)];
    int length = mostInCell;
    while (length > 1) {
      int half = length >>> 1;
      gap += half & isBelow(cuts[gap + half - 1], value);
      length -= half;
    }
    return gap - isBelow(cuts[gap], value);
  }

  /** -1 if the threshold is below the value, read off the sign of the difference; else 0. */
  private static int isBelow(double threshold, double value) {
    return (int) (Double.doubleToRawLongBits(threshold - value) >> 63);
  }
}
