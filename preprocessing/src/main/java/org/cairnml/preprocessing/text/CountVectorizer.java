package org.cairnml.preprocessing.text;

import java.util.List;
import org.cairnml.core.Param;

/**
 * Counts the terms of a text. Terms are known from the training texts, sorted; the defaults are
 * those of scikit-learn.
 *
 * @param rules what its terms are
 * @param limits which terms are known
 * @param binary whether a term counts only once in a text
 */
public record CountVectorizer(
    TermRules rules,
    VocabularyLimits limits,
    @Param("Whether a term counts only once in a text") boolean binary)
    implements TextVectorizer, CountVectorizerParams {

  /** Use {@code new CountVectorizer()} and its {@code with} methods instead. */
  public CountVectorizer {
    CountVectorizerParams.check(rules, limits, binary);
  }

  /** All single words in lower case. */
  public CountVectorizer() {
    this(new TermRules(), new VocabularyLimits(), false);
  }

  @Override
  public TermModel fit(List<String> texts) {
    Cutter cutter = rules.cutter();
    Vocabulary vocabulary = limits.vocabulary(texts, cutter);
    return new TermModel(cutter, vocabulary.terms(), new double[0], false, binary, false);
  }
}
