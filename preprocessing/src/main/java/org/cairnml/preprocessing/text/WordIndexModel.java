package org.cairnml.preprocessing.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Turns texts into sequences of word numbers. Immutable and safe for use by any number of threads.
 */
public final class WordIndexModel {

  /** An end of a sequence: where padding goes, or where what is too long is cut. */
  public enum End {
    /** At the beginning, the default of Keras ({@code pre}). */
    BEGINNING,
    /** At the end ({@code post}). */
    END
  }

  private static final Pattern SEPARATORS =
      Pattern.compile("[\\s!\"#$%&()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~]+");

  private final List<String> words;
  private final boolean unknownFirst;
  private final boolean lowercase;
  private final Map<String, Integer> numbers = new HashMap<>();

  WordIndexModel(List<String> words, boolean unknownFirst, boolean lowercase) {
    this.words = List.copyOf(words);
    this.unknownFirst = unknownFirst;
    this.lowercase = lowercase;
    for (String word : words) {
      numbers.put(word, numbers.size() + 1);
    }
  }

  static List<String> words(String text, boolean lowercase) {
    if (text == null) {
      return List.of();
    }
    String folded = lowercase ? text.toLowerCase(Locale.ROOT) : text;
    return Stream.of(SEPARATORS.split(folded)).filter(word -> !word.isEmpty()).toList();
  }

  /** The words; the one at k has number k + 1. The token for unknown words is the first. */
  public List<String> words() {
    return words;
  }

  /** The number of a word as it stands after folding, empty if it isn't known. */
  public OptionalInt number(String word) {
    Integer number = numbers.get(word);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  boolean hasUnknownToken() {
    return unknownFirst;
  }

  boolean isLowercase() {
    return lowercase;
  }

  /** The numbers of the words of a text in order. */
  public int[] sequence(String text) {
    return words(text, lowercase).stream()
        .map(word -> numbers.getOrDefault(word, unknownFirst ? Integer.valueOf(1) : null))
        .filter(Objects::nonNull)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The sequences of n texts (n x length), padded with 0 and cut, both at the beginning. */
  public int[][] sequences(List<String> texts, int length) {
    return sequences(texts, length, End.BEGINNING, End.BEGINNING);
  }

  /**
   * The sequences of n texts, all of the same length (n x length).
   *
   * @param length at least 1
   * @param padding where zeros are put before or after a sequence that is too short
   * @param truncating where words are taken from a sequence that is too long
   */
  public int[][] sequences(List<String> texts, int length, End padding, End truncating) {
    if (length < 1) {
      throw new IllegalArgumentException("length must be at least 1, but is " + length);
    }
    int[][] all = new int[texts.size()][length];
    for (int i = 0; i < all.length; i++) {
      int[] sequence = sequence(texts.get(i));
      int kept = Math.min(length, sequence.length);
      int from = truncating == End.BEGINNING ? sequence.length - kept : 0;
      int to = padding == End.BEGINNING ? length - kept : 0;
      System.arraycopy(sequence, from, all[i], to, kept);
    }
    return all;
  }

  @Override
  public String toString() {
    return "WordIndexModel[" + words.size() + " words]";
  }
}
