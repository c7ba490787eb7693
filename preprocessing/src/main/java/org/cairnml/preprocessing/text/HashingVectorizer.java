package org.cairnml.preprocessing.text;

import java.util.List;
import java.util.Set;
import org.cairnml.core.Param;

/**
 * Counts the terms of a text in a fixed number of features, the place of a term being its hash
 * (MurmurHash3 of its UTF-8 bytes): nothing is learnt, no term is unknown, and terms may share a
 * feature. Algorithm and defaults are those of scikit-learn; use {@link
 * TextModel#transformSparse(List)} with so many features, or fewer features in a pipeline.
 *
 * @param terms what a text is cut into
 * @param lowercase whether upper case is folded first
 * @param shortest how many words or characters the shortest terms have
 * @param longest how many the longest have
 * @param stopWords words that are left out, as they stand after folding
 * @param features how many features
 * @param alternateSign whether half of the terms count as -1, so that terms that share a feature
 *     cancel out on average
 * @param normalize whether each text is scaled to Euclidean length 1
 */
public record HashingVectorizer(
    @Param("What a text is cut into") Terms terms,
    @Param("Whether upper case is folded first") boolean lowercase,
    @Param(value = "Words or characters in the shortest terms", range = "[1, 20]") int shortest,
    @Param(value = "Words or characters in the longest terms", range = "[1, 20]") int longest,
    @Param("Words that are left out") List<String> stopWords,
    @Param(value = "How many features", range = "[1, inf)") int features,
    @Param("Whether half of the terms count as -1") boolean alternateSign,
    @Param("Whether each text is scaled to length 1") boolean normalize)
    implements TextVectorizer, HashingVectorizerParams {

  /** Use {@code new HashingVectorizer()} and its {@code with} methods instead. */
  public HashingVectorizer {
    HashingVectorizerParams.check(
        terms, lowercase, shortest, longest, stopWords, features, alternateSign, normalize);
    stopWords = List.copyOf(stopWords);
  }

  /** All single words in lower case, 2^20 features. */
  public HashingVectorizer() {
    this(Terms.WORDS, true, 1, 1, List.of(), 1 << 20, true, true);
  }

  /** The model, which needs no texts. */
  public HashingModel fit() {
    var cutter = new Cutter(terms, lowercase, shortest, longest, Set.copyOf(stopWords));
    return new HashingModel(cutter, features, alternateSign, normalize);
  }

  /** The same as {@link #fit()}. */
  @Override
  public HashingModel fit(List<String> texts) {
    return fit();
  }
}
