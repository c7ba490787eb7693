package org.cairnml.preprocessing.text;

import java.util.List;
import java.util.OptionalInt;
import org.cairnml.core.Param;
import org.cairnml.core.ParamGroup;

/**
 * Which terms of the training texts are known.
 *
 * @param minTexts terms that stand in fewer training texts are left out
 * @param maxShare terms that stand in a larger share of the training texts are left out
 * @param maxTerms only so many terms of the highest total count are kept, the first in order of
 *     equals; all if empty
 */
@ParamGroup
public record VocabularyLimits(
    @Param(value = "Terms in fewer texts are left out", range = "[1, inf)") int minTexts,
    @Param(value = "Terms in a larger share of texts are left out", range = "(0, 1]")
        double maxShare,
    @Param(value = "How many terms are kept", range = "[1, inf)") OptionalInt maxTerms)
    implements VocabularyLimitsParams {

  /** Use {@code new VocabularyLimits()} and its {@code with} methods instead. */
  public VocabularyLimits {
    VocabularyLimitsParams.check(minTexts, maxShare, maxTerms);
  }

  /** All terms. */
  public VocabularyLimits() {
    this(1, 1, OptionalInt.empty());
  }

  Vocabulary vocabulary(List<String> texts, Cutter cutter) {
    return Vocabulary.of(new TermTally(texts, cutter), minTexts, maxShare, maxTerms);
  }
}
