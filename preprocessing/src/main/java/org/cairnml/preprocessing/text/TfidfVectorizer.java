package org.cairnml.preprocessing.text;

import java.util.List;
import org.cairnml.core.Param;

/**
 * Weighs the terms of a text by how often they stand in it and how rare they are: {@code count *
 * (ln((1 + n) / (1 + texts with the term)) + 1)} for n training texts, each text then scaled to
 * length 1. Terms are known from the training texts, sorted; formula and defaults are those of
 * scikit-learn.
 *
 * @param rules what its terms are
 * @param limits which terms are known
 * @param sublinear whether {@code 1 + ln(count)} takes the place of the count
 * @param normalize whether each text is scaled to Euclidean length 1
 */
public record TfidfVectorizer(
    TermRules rules,
    VocabularyLimits limits,
    @Param("Whether 1 + ln(count) takes the place of the count") boolean sublinear,
    @Param("Whether each text is scaled to length 1") boolean normalize)
    implements TextVectorizer, TfidfVectorizerParams {

  /** Use {@code new TfidfVectorizer()} and its {@code with} methods instead. */
  public TfidfVectorizer {
    TfidfVectorizerParams.check(rules, limits, sublinear, normalize);
  }

  /** All single words in lower case. */
  public TfidfVectorizer() {
    this(new TermRules(), new VocabularyLimits(), false, true);
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
    double[] weights = new double[vocabulary.terms().size()];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = Math.log((1.0 + vocabulary.tally().size()) / (1.0 + vocabulary.texts()[k])) + 1;
    }
    return new TermModel(rules.cutter(), vocabulary.terms(), weights, sublinear, false, normalize);
  }
}
