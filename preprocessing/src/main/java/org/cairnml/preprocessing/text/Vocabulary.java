package org.cairnml.preprocessing.text;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.cairnml.base.DataException;

/**
 * The terms of training texts.
 *
 * @param terms sorted by their characters
 * @param texts in how many texts each stands
 */
record Vocabulary(List<String> terms, int[] texts) {

  /** How often a term was met, in how many texts, and in which text last. */
  private static final class Tally {
    private long count;
    private int texts;
    private int last = -1;

    void meet(int text) {
      count++;
      texts += last == text ? 0 : 1;
      last = text;
    }
  }

  static Vocabulary of(
      List<String> texts, Cutter cutter, int minTexts, double maxShare, OptionalInt maxTerms) {
    Map<String, Tally> tallies = new HashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      if (texts.get(i) != null) {
        int text = i;
        cutter.cut(
            texts.get(i), term -> tallies.computeIfAbsent(term, t -> new Tally()).meet(text));
      }
    }
    double most = maxShare * texts.size();
    List<String> kept =
        tallies.keySet().stream()
            .filter(t -> tallies.get(t).texts >= minTexts && tallies.get(t).texts <= most)
            .sorted(
                Comparator.comparingLong((String t) -> -tallies.get(t).count)
                    .thenComparing(Comparator.naturalOrder()))
            .limit(maxTerms.orElse(Integer.MAX_VALUE))
            .sorted()
            .toList();
    if (kept.isEmpty()) {
      throw new DataException(
          "the "
              + texts.size()
              + " texts have "
              + tallies.size()
              + " terms, of which none is left; lower minTexts, raise maxShare, or check the stop"
              + " words");
    }
    return new Vocabulary(kept, kept.stream().mapToInt(t -> tallies.get(t).texts).toArray());
  }
}
