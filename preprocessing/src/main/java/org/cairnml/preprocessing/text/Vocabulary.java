package org.cairnml.preprocessing.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.cairnml.base.DataException;

/**
 * The terms of training texts.
 *
 * @param tally what they were chosen from
 * @param terms sorted by their characters
 * @param texts in how many texts each stands
 * @param places which of the terms each term of the tally is, -1 for none
 */
record Vocabulary(TermTally tally, List<String> terms, int[] texts, int[] places) {

  /** A term and its number in the tally. */
  private record Met(String term, int number) {}

  static Vocabulary of(TermTally tally, int minTexts, double maxShare, OptionalInt maxTerms) {
    double most = maxShare * tally.size();
    List<Met> kept = new ArrayList<>();
    for (int k = 0; k < tally.terms(); k++) {
      if (tally.texts(k) >= minTexts && tally.texts(k) <= most) {
        kept.add(new Met(tally.term(k), k));
      }
    }
    if (tally.terms() == 0) {
      throw new DataException(
          tally.size() == 0
              ? "there are no texts to learn terms from; give one at least"
              : "none of the "
                  + tally.size()
                  + " texts has a term; check that they hold words of two characters or more, and"
                  + " the stop words");
    }
    if (kept.isEmpty()) {
      throw new DataException(
          "the "
              + tally.size()
              + " texts have "
              + tally.terms()
              + " terms, of which none is left; lower minTexts, raise maxShare, or check the stop"
              + " words");
    }
    if (maxTerms.isPresent() && maxTerms.getAsInt() < kept.size()) {
      kept.sort(
          Comparator.comparingLong((Met met) -> -tally.count(met.number()))
              .thenComparing(Met::term));
      kept = kept.subList(0, maxTerms.getAsInt());
    }
    kept.sort(Comparator.comparing(Met::term));
    int[] places = new int[tally.terms()];
    Arrays.fill(places, -1);
    for (int place = 0; place < kept.size(); place++) {
      places[kept.get(place).number()] = place;
    }
    return new Vocabulary(
        tally,
        kept.stream().map(Met::term).toList(),
        kept.stream().mapToInt(met -> tally.texts(met.number())).toArray(),
        places);
  }

  /** The training texts by the model that is made of these terms. */
  FittedTexts transform(Function<Vocabulary, TermModel> fit) {
    TermModel model = fit.apply(this);
    return new FittedTexts(model, model.transformSparse(tally, places));
  }
}
