package org.cairnml.preprocessing.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.base.Workers;
import org.cairnml.data.TextNumbers;

/** Texts that were cut into terms once: how often each term stands in all of them and in each. */
final class TermTally {
  // Parts of the texts are cut in parallel, each with numbers of terms of its own. Then the terms
  // are joined in the order of the parts, so that numbers do not depend on the threads.

  private static final int TEXTS_PER_PART = 1024;

  private final int size;
  private final List<Part> parts;
  private final TextNumbers table = new TextNumbers();
  private long[] counts = new long[64];
  private int[] texts = new int[64];

  /** Cuts texts; null counts as an empty one. */
  TermTally(List<String> all, Cutter cutter) {
    size = all.size();
    parts =
        Workers.standard()
            .map(
                (size + TEXTS_PER_PART - 1) / TEXTS_PER_PART,
                part -> {
                  int from = part * TEXTS_PER_PART;
                  return new Part(all.subList(from, Math.min(size, from + TEXTS_PER_PART)), cutter);
                });
    parts.forEach(this::join);
  }

  private void join(Part part) {
    for (int k = 0; k < part.table.size(); k++) {
      int term = table.add(part.table, k);
      if (term == counts.length) {
        counts = Arrays.copyOf(counts, 2 * term);
        texts = Arrays.copyOf(texts, 2 * term);
      }
      counts[term] += part.counts[k];
      texts[term] += part.texts[k];
      part.joined[k] = term;
    }
  }

  /** How many texts there are. */
  int size() {
    return size;
  }

  /** How many terms there are, numbered from 0. */
  int terms() {
    return table.size();
  }

  String term(int term) {
    return table.text(term);
  }

  /** How often a term stands in all texts. */
  long count(int term) {
    return counts[term];
  }

  /** In how many texts a term stands. */
  int texts(int term) {
    return texts[term];
  }

  /** The texts, some following ones together. */
  List<Part> parts() {
    return parts;
  }

  /** Some following texts. */
  static final class Part {

    private final TextNumbers table = new TextNumbers();
    private final int[] ends;
    private final int[] joined;
    private long[] counts = new long[64];
    private int[] texts = new int[64];
    private int[] here = new int[64];
    private int[] terms = new int[1024];
    private int[] times = new int[1024];
    private int used;

    Part(List<String> part, Cutter cutter) {
      ends = new int[part.size()];
      for (int i = 0; i < ends.length; i++) {
        int start = used;
        if (part.get(i) != null) {
          cutter.cut(part.get(i), (chars, from, to) -> meet(table.add(chars, from, to)));
        }
        endText(start);
        ends[i] = used;
      }
      joined = new int[table.size()];
    }

    private void meet(int term) {
      if (term == counts.length) {
        counts = Arrays.copyOf(counts, 2 * term);
        texts = Arrays.copyOf(texts, 2 * term);
        here = Arrays.copyOf(here, 2 * term);
      }
      if (here[term]++ == 0) {
        if (used == terms.length) {
          terms = Arrays.copyOf(terms, 2 * used);
          times = Arrays.copyOf(times, 2 * used);
        }
        terms[used++] = term;
      }
    }

    private void endText(int start) {
      for (int p = start; p < used; p++) {
        int term = terms[p];
        times[p] = here[term];
        counts[term] += here[term];
        texts[term]++;
        here[term] = 0;
      }
    }

    /** The numbers of the texts of this part. */
    IntStream range() {
      return IntStream.range(0, ends.length);
    }

    /**
     * Adds the terms of a text to others.
     *
     * @param places the number of each term of the tally there, -1 for none
     */
    void addTo(TermCounts all, int text, int[] places) {
      for (int p = text == 0 ? 0 : ends[text - 1]; p < ends[text]; p++) {
        int place = places[joined[terms[p]]];
        if (place >= 0) {
          all.add(place, times[p]);
        }
      }
    }
  }
}
