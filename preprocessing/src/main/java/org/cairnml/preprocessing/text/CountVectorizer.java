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
    return model(limits.vocabulary(texts, rules.cutter()));
  }

  @Override
  public FittedTexts fitTransform(List<String> texts) {
    return limits.vocabulary(texts, rules.cutter()).transform(this::model);
  }

  private TermModel model(Vocabulary vocabulary) {
    return new TermModel(rules.cutter(), vocabulary.terms(), new double[0], false, binary, false);
  }
}
