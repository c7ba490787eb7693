package org.cairnml.preprocessing.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.cairnml.base.DataException;

/**
 * Numbers the words of texts, the most frequent first and equals in the order in which they come,
 * as the {@code Tokenizer} of Keras 2 does: white space and the characters {@code
 * !"#$%&()*+,-./:;<=>?@[\]^_`{|}~} separate words, an apostrophe doesn't. Numbers begin at 1, since
 * 0 is for padding; the token for unknown words, if there is one, is number 1.
 *
 * @param maxWords numbers stay below this, so that one word fewer is kept; all if empty
 * @param unknownToken takes the place of words that are not known; these are left out if empty
 * @param lowercase whether upper case is folded first
 */
public record WordIndex(OptionalInt maxWords, Optional<String> unknownToken, boolean lowercase) {

  /** Use {@code new WordIndex()} and its {@code with} methods instead. */
  public WordIndex {
    int least = unknownToken.isPresent() ? 3 : 2;
    if (maxWords.isPresent() && maxWords.getAsInt() < least) {
      throw new IllegalArgumentException(
          "maxWords must be at least %d, so that a word is kept, but is %d"
              .formatted(least, maxWords.getAsInt()));
    }
  }

  /** All words in lower case; unknown ones are left out. */
  public WordIndex() {
    this(OptionalInt.empty(), Optional.empty(), true);
  }

  /** The same with numbers below {@code maxWords} only. */
  public WordIndex withMaxWords(int maxWords) {
    return new WordIndex(OptionalInt.of(maxWords), unknownToken, lowercase);
  }

  /** The same with a token for unknown words. */
  public WordIndex withUnknownToken(String token) {
    return new WordIndex(maxWords, Optional.of(token), lowercase);
  }

  /** The same with or without folding of upper case. */
  public WordIndex withLowercase(boolean lowercase) {
    return new WordIndex(maxWords, unknownToken, lowercase);
  }

  /**
   * Numbers the words of texts; null counts as an empty one.
   *
   * @throws DataException if the texts have no word
   */
  public WordIndexModel fit(List<String> texts) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String text : texts) {
      for (String word : WordIndexModel.words(text, lowercase)) {
        counts.merge(word, 1, Integer::sum);
      }
    }
    unknownToken.ifPresent(counts::remove);
    if (counts.isEmpty()) {
      throw new DataException(
          "the %d texts have no words to number; check that they are the right column"
              .formatted(texts.size()));
    }
    List<String> words =
        new ArrayList<>(
            counts.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -entry.getValue()))
                .map(Map.Entry::getKey)
                .toList());
    unknownToken.ifPresent(token -> words.add(0, token));
    int kept = Math.min(words.size(), maxWords.orElse(Integer.MAX_VALUE) - 1);
    return new WordIndexModel(words.subList(0, kept), unknownToken.isPresent(), lowercase);
  }
}
