package org.cairnml.preprocessing.text;

import java.util.List;
import org.cairnml.core.Param;

/**
 * Counts the terms of a text in a fixed number of features, the place of a term being its hash
 * (MurmurHash3 of its UTF-8 bytes): nothing is learnt, no term is unknown, and terms may share a
 * feature. Algorithm and defaults are those of scikit-learn; use {@link
 * TextModel#transformSparse(List)} with so many features, or fewer features in a pipeline.
 *
 * @param rules what its terms are
 * @param features how many features
 * @param alternateSign whether half of the terms count as -1, so that terms that share a feature
 *     cancel out on average
 * @param normalize whether each text is scaled to Euclidean length 1
 */
public record HashingVectorizer(
    TermRules rules,
    @Param(value = "How many features", range = "[1, inf)") int features,
    @Param("Whether half of the terms count as -1") boolean alternateSign,
    @Param("Whether each text is scaled to length 1") boolean normalize)
    implements TextVectorizer, HashingVectorizerParams {

  /** Use {@code new HashingVectorizer()} and its {@code with} methods instead. */
  public HashingVectorizer {
    HashingVectorizerParams.check(rules, features, alternateSign, normalize);
  }

  /** All single words in lower case, 2^20 features. */
  public HashingVectorizer() {
    this(new TermRules(), 1 << 20, true, true);
  }

  /** The model, which needs no texts. */
  public HashingModel fit() {
    return new HashingModel(rules.cutter(), features, alternateSign, normalize);
  }

  /** The same as {@link #fit()}. */
  @Override
  public HashingModel fit(List<String> texts) {
    return fit();
  }
}
