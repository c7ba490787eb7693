package org.cairnml.selection;

import org.cairnml.base.Seed;
import org.cairnml.data.Labels;

/** Rows class by class. */
final class Strata {

  private Strata() {}

  /** All rows, those of one class after those of another, in random order within each. */
  static int[] shuffledByClass(Labels labels, Seed seed) {
    int[] counts = labels.counts();
    int[] next = new int[counts.length];
    for (int c = 1; c < counts.length; c++) {
      next[c] = next[c - 1] + counts[c - 1];
    }
    int[] rows = new int[labels.size()];
    for (int row : seed.permutation(rows.length)) {
      rows[next[labels.code(row)]++] = row;
    }
    return rows;
  }
}
