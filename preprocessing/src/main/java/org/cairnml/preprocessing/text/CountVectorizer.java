package org.cairnml.preprocessing.text;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.cairnml.core.Param;

/**
 * Counts the terms of a text. Terms are known from the training texts, sorted; the defaults are
 * those of scikit-learn.
 *
 * @param terms what a text is cut into
 * @param lowercase whether upper case is folded first
 * @param shortest how many words or characters the shortest terms have
 * @param longest how many the longest have
 * @param stopWords words that are left out, as they stand after folding
 * @param minTexts terms that stand in fewer training texts are left out
 * @param maxShare terms that stand in a larger share of the training texts are left out
 * @param maxTerms only so many terms of the highest total count are kept, the first in order of
 *     equals; all if empty
 * @param binary whether a term counts only once in a text
 */
public record CountVectorizer(
    @Param("What a text is cut into") Terms terms,
    @Param("Whether upper case is folded first") boolean lowercase,
    @Param(value = "Words or characters in the shortest terms", range = "[1, 20]") int shortest,
    @Param(value = "Words or characters in the longest terms", range = "[1, 20]") int longest,
    @Param("Words that are left out") List<String> stopWords,
    @Param(value = "Terms in fewer texts are left out", range = "[1, inf)") int minTexts,
    @Param(value = "Terms in a larger share of texts are left out", range = "(0, 1]")
        double maxShare,
    @Param(value = "How many terms are kept", range = "[1, inf)") OptionalInt maxTerms,
    @Param("Whether a term counts only once in a text") boolean binary)
    implements TextVectorizer, CountVectorizerParams {

  /** Use {@code new CountVectorizer()} and its {@code with} methods instead. */
  public CountVectorizer {
    CountVectorizerParams.check(
        terms, lowercase, shortest, longest, stopWords, minTexts, maxShare, maxTerms, binary);
    stopWords = List.copyOf(stopWords);
  }

  /** All single words in lower case. */
  public CountVectorizer() {
    this(Terms.WORDS, true, 1, 1, List.of(), 1, 1, OptionalInt.empty(), false);
  }

  @Override
  public TermModel fit(List<String> texts) {
    var cutter = new Cutter(terms, lowercase, shortest, longest, Set.copyOf(stopWords));
    Vocabulary vocabulary = Vocabulary.of(texts, cutter, minTexts, maxShare, maxTerms);
    return new TermModel(cutter, vocabulary.terms(), new double[0], false, binary, false);
  }
}
