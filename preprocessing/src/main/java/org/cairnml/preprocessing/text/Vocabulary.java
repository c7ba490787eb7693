package org.cairnml.preprocessing.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.cairnml.base.DataException;
import org.cairnml.base.Workers;

/**
 * The terms of training texts.
 *
 * @param terms sorted by their characters
 * @param texts in how many texts each stands
 */
record Vocabulary(List<String> terms, int[] texts) {

  private static final int TEXTS_PER_PART = 2048;

  /** A term, how often it was met, and in how many texts. */
  private record Met(String term, long count, int texts) {}

  /** How often each term was met, in how many texts, and in which text last. */
  private static final class Tally {

    private final TermTable table = new TermTable();
    private long[] counts = new long[64];
    private int[] texts = new int[64];
    private int[] last = new int[64];

    Tally cut(List<String> part, Cutter cutter) {
      for (int i = 0; i < part.size(); i++) {
        if (part.get(i) != null) {
          int text = i + 1;
          cutter.cut(part.get(i), (chars, from, to) -> meet(table.add(chars, from, to), text));
        }
      }
      return this;
    }

    private void meet(int term, int text) {
      ensure(term);
      counts[term]++;
      texts[term] += last[term] == text ? 0 : 1;
      last[term] = text;
    }

    void addAll(Tally other) {
      for (int k = 0; k < other.table.size(); k++) {
        int term = table.add(other.table, k);
        ensure(term);
        counts[term] += other.counts[k];
        texts[term] += other.texts[k];
      }
    }

    private void ensure(int term) {
      if (term == counts.length) {
        counts = Arrays.copyOf(counts, 2 * term);
        texts = Arrays.copyOf(texts, 2 * term);
        last = Arrays.copyOf(last, 2 * term);
      }
    }
  }

  static Vocabulary of(
      List<String> texts, Cutter cutter, int minTexts, double maxShare, OptionalInt maxTerms) {
    int parts = (texts.size() + TEXTS_PER_PART - 1) / TEXTS_PER_PART;
    Tally all = new Tally();
    Workers.standard()
        .map(
            parts,
            part -> {
              int from = part * TEXTS_PER_PART;
              int to = Math.min(texts.size(), from + TEXTS_PER_PART);
              return new Tally().cut(texts.subList(from, to), cutter);
            })
        .forEach(all::addAll);
    double most = maxShare * texts.size();
    List<Met> kept = new ArrayList<>();
    for (int k = 0; k < all.table.size(); k++) {
      if (all.texts[k] >= minTexts && all.texts[k] <= most) {
        kept.add(new Met(all.table.term(k), all.counts[k], all.texts[k]));
      }
    }
    if (kept.isEmpty()) {
      throw new DataException(
          "the "
              + texts.size()
              + " texts have "
              + all.table.size()
              + " terms, of which none is left; lower minTexts, raise maxShare, or check the stop"
              + " words");
    }
    if (maxTerms.isPresent() && maxTerms.getAsInt() < kept.size()) {
      kept.sort(Comparator.comparingLong((Met met) -> -met.count()).thenComparing(Met::term));
      kept = kept.subList(0, maxTerms.getAsInt());
    }
    kept.sort(Comparator.comparing(Met::term));
    return new Vocabulary(
        kept.stream().map(Met::term).toList(), kept.stream().mapToInt(Met::texts).toArray());
  }
}
