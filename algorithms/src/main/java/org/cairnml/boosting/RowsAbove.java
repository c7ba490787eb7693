package org.cairnml.boosting;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cairnml.tree.Tree;

/**
 * The distinct thresholds of each feature that trees ask about, numbered one after the other; says
 * which of 256 rows are above each.
 */
final class RowsAbove {

  static final int ROWS = 256;
  static final int WORDS = ROWS / Long.SIZE;

  private final int[] used;
  private final double[][] cuts;
  private final Gaps[] gaps;
  private final int[] first;
  private final int count;

  RowsAbove(List<Tree> trees) {
    Map<Integer, TreeSet<Double>> sets = new TreeMap<>();
    for (Tree tree : trees) {
      for (int node = 0; node < tree.nodes(); node++) {
        if (!tree.isLeaf(node)) {
          sets.computeIfAbsent(tree.feature(node), f -> new TreeSet<>())
              .add(tree.threshold(node) + 0.0);
        }
      }
    }
    used = sets.keySet().stream().mapToInt(Integer::intValue).toArray();
    cuts =
        sets.values().stream()
            .map(set -> set.stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new);
    gaps = Arrays.stream(cuts).map(Gaps::new).toArray(Gaps[]::new);
    first = new int[used.length];
    int sum = 0;
    for (int f = 0; f < used.length; f++) {
      first[f] = sum;
      sum += cuts[f].length;
    }
    count = sum;
  }

  /** How many thresholds there are. */
  int count() {
    return count;
  }

  /** The number of a threshold. */
  int number(int feature, double threshold) {
    int f = Arrays.binarySearch(used, feature);
    return first[f] + Arrays.binarySearch(cuts[f], threshold + 0.0);
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
    for (int f = 0; f < used.length; f++) {
      for (int i = 0; i < rows; i++) {
        column[i] = data[at + i * stride + used[f]];
      }
      gaps[f].find(column, rows, gap);
      int start = first[f] * WORDS;
      int end = start + cuts[f].length * WORDS;
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

  /** Finds between which thresholds of a feature values are. */
  private static final class Gaps {
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

    /** -1 if the threshold is below the value, read off the sign of the difference; else 0. */
    private static int isBelow(double threshold, double value) {
      return (int) (Double.doubleToRawLongBits(threshold - value) >> 63);
    }
  }
}
