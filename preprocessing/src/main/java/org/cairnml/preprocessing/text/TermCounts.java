package org.cairnml.preprocessing.text;

import java.util.Arrays;

/** How often known terms stand in one text after the other. */
final class TermCounts {

  private final int[] counts;
  private int[] met = new int[64];
  private int size;

  TermCounts(int terms) {
    counts = new int[terms];
  }

  /** Begins the next text. */
  void clear() {
    for (int k = 0; k < size; k++) {
      counts[met[k]] = 0;
    }
    size = 0;
  }

  void add(int term, int times) {
    if (counts[term] == 0) {
      if (size == met.length) {
        met = Arrays.copyOf(met, 2 * size);
      }
      met[size++] = term;
    }
    counts[term] += times;
  }

  /** The terms of the text, ascending (a copy). */
  int[] terms() {
    int[] terms = Arrays.copyOf(met, size);
    Arrays.sort(terms);
    return terms;
  }

  int count(int term) {
    return counts[term];
  }
}
