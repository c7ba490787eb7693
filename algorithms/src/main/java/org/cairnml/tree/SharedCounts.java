package org.cairnml.tree;

import java.util.Arrays;
import org.cairnml.tree.bins.Bundles;
import org.cairnml.tree.bins.CodeTable;

/**
 * Counts the classes of a node's rows in columns that features share. A column is counted once a
 * node, for all of its features. For one thread.
 */
final class SharedCounts {
  // A feature's counts are those of its codes. Rows with any other code have its default bin, and
  // are as many as the node has less those; they are written where code 0 stands, which is used for
  // nothing else.

  private final Rows rows;
  private final int[][] histograms;
  private final long[] countedFor;
  private final int k;
  private long node;
  private int classes;
  private int[] number;
  private long[] total;

  /**
   * Counts of nothing yet.
   *
   * @param k how many classes there are
   */
  SharedCounts(Rows rows, int k) {
    this.rows = rows;
    histograms = new int[rows.data().columns()][];
    countedFor = new long[histograms.length];
    this.k = k;
  }

  /**
   * Goes to another node.
   *
   * @param classesOfNode how many classes its rows have
   * @param numberOfClass the number of each of them, from 0
   * @param rowsOfNumber how many rows it has of each number
   */
  void begin(int classesOfNode, int[] numberOfClass, long[] rowsOfNumber) {
    node++;
    classes = classesOfNode;
    number = numberOfClass;
    total = rowsOfNumber;
  }

  /**
   * Writes the bins of a feature that the rows of a range have, and their counts of each class.
   *
   * @return how many bins
   */
  int collect(CodeTable.Place place, int from, int to, int[] bins, int[] counts) {
    int m = classes;
    int[] h = histogram(place.column(), from, to);
    Bundles.Member member = place.member();
    int first = member.firstCode() * m;
    int end = first + member.others() * m;
    for (int c = 0; c < m; c++) {
      int left = (int) total[c];
      for (int cell = first + c; cell < end; cell += m) {
        left -= h[cell];
      }
      h[c] = left;
    }
    int found = 0;
    int next = first;
    for (int b = 0; b <= member.others(); b++) {
      int cell = 0;
      if (b != member.defaultBin()) {
        cell = next;
        next += m;
      }
      int any = 0;
      for (int c = 0; c < m; c++) {
        counts[found * m + c] = h[cell + c];
        any |= h[cell + c];
      }
      bins[found] = b;
      found += any == 0 ? 0 : 1;
    }
    return found;
  }

  private int[] histogram(int column, int from, int to) {
    int m = classes;
    int codes = rows.data().codes(column);
    if (histograms[column] == null) {
      histograms[column] = new int[codes * k];
    }
    int[] h = histograms[column];
    if (countedFor[column] == node) {
      return h;
    }
    countedFor[column] = node;
    Arrays.fill(h, 0, codes * m, 0);
    long[] entries = rows.entries;
    byte[] byRow = rows.byRow(to - from);
    if (byRow == null) {
      byte[] ofRow = rows.data().column(column);
      for (int i = from; i < to; i++) {
        long entry = entries[i];
        h[(ofRow[(int) entry] & 0xff) * m + number[Rows.code(entry)]] += (int) (entry >>> 48);
      }
    } else {
      int width = rows.data().columns();
      for (int i = from; i < to; i++) {
        long entry = entries[i];
        int code = byRow[(int) entry * width + column] & 0xff;
        h[code * m + number[Rows.code(entry)]] += (int) (entry >>> 48);
      }
    }
    return h;
  }
}
