package org.cairnml.preprocessing.text;

import java.util.List;
import java.util.Set;
import org.cairnml.core.Param;
import org.cairnml.core.ParamGroup;

/**
 * What the terms of a text are.
 *
 * @param terms what a text is cut into
 * @param lowercase whether upper case is folded first
 * @param shortest how many words or characters the shortest terms have
 * @param longest how many the longest have
 * @param stopWords words that are left out, as they stand after folding and before stemming
 * @param stemming the language whose endings are cut off; only words have stems
 */
@ParamGroup
public record TermRules(
    @Param("What a text is cut into") Terms terms,
    @Param("Whether upper case is folded first") boolean lowercase,
    @Param(value = "Words or characters in the shortest terms", range = "[1, 20]") int shortest,
    @Param(value = "Words or characters in the longest terms", range = "[1, 20]") int longest,
    @Param("Words that are left out") List<String> stopWords,
    @Param("The language whose endings are cut off") Stemming stemming)
    implements TermRulesParams {

  /** Use {@code new TermRules()} and its {@code with} methods instead. */
  public TermRules {
    TermRulesParams.check(terms, lowercase, shortest, longest, stopWords, stemming);
    stopWords = List.copyOf(stopWords);
  }

  /** All single words in lower case. */
  public TermRules() {
    this(Terms.WORDS, true, 1, 1, List.of(), Stemming.NONE);
  }

  Cutter cutter() {
    return new Cutter(terms, lowercase, shortest, longest, Set.copyOf(stopWords), stemming);
  }
}
