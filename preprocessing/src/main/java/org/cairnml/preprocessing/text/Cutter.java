package org.cairnml.preprocessing.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cuts a text into terms.
 *
 * @param terms words or characters
 * @param lowercase whether upper case is folded first
 * @param shortest words or characters in the shortest terms
 * @param longest and in the longest
 * @param stopWords words that are left out
 * @param stemming the language whose endings are cut off words
 */
record Cutter(
    Terms terms,
    boolean lowercase,
    int shortest,
    int longest,
    Set<String> stopWords,
    Stemming stemming) {

  private static final int SHORTEST_WORD = 2;
  private static final Pattern WHITE_SPACE = Pattern.compile("(?U)\\s+");

  /** Takes a term: the characters from {@code from} to {@code to}, end exclusive. */
  interface Sink {
    void accept(char[] characters, int from, int to);
  }

  Cutter {
    if (shortest > longest) {
      throw new IllegalArgumentException(
          "shortest must not exceed longest, but they are " + shortest + " and " + longest);
    }
    if (stemming != Stemming.NONE && terms != Terms.WORDS) {
      throw new IllegalArgumentException(
          "stemming is for terms of words, but terms is " + terms + "; set stemming to NONE");
    }
  }

  /** Hands on every term of a text, as often as it stands there. */
  void cut(String text, Sink sink) {
    String folded = lowercase ? text.toLowerCase(Locale.ROOT) : text;
    if (terms == Terms.WORDS) {
      cutWords(folded.toCharArray(), sink);
    } else if (terms == Terms.CHARACTERS) {
      char[] characters = folded.replaceAll("(?U)\\s{2,}", " ").toCharArray();
      int[] bounds = bounds(characters);
      for (int n = shortest; n <= longest; n++) {
        cut(characters, bounds, n, sink);
      }
    } else {
      for (String word : WHITE_SPACE.split(folded)) {
        if (!word.isEmpty()) {
          cutWord((" " + word + " ").toCharArray(), sink);
        }
      }
    }
  }

  private void cutWord(char[] word, Sink sink) {
    int[] bounds = bounds(word);
    int length = bounds.length - 1;
    for (int n = shortest; n <= longest && n < length; n++) {
      cut(word, bounds, n, sink);
    }
    if (length <= longest) {
      sink.accept(word, 0, word.length);
    }
  }

  private static void cut(char[] characters, int[] bounds, int n, Sink sink) {
    for (int i = 0; i + n < bounds.length; i++) {
      sink.accept(characters, bounds[i], bounds[i + n]);
    }
  }

  /** Where each code point begins, and the end. */
  private static int[] bounds(char[] characters) {
    int[] bounds = new int[characters.length + 1];
    int count = 0;
    for (int i = 0;
        i < characters.length;
        i += Character.charCount(Character.codePointAt(characters, i))) {
      bounds[count++] = i;
    }
    bounds[count] = characters.length;
    return Arrays.copyOf(bounds, count + 1);
  }

  /** Moves the words to the front with a blank between them: terms of several words are one run. */
  private void cutWords(char[] text, Sink sink) {
    int[] starts = new int[16];
    int[] ends = new int[16];
    int words = 0;
    int end = 0;
    Stems stems = stemming == Stemming.NONE ? null : Stems.of(stemming);
    for (int i = 0; i < text.length; ) {
      int start = i;
      int characters = 0;
      int point = 0;
      while (i < text.length && isInWord(point = pointAt(text, i))) {
        i += Character.charCount(point);
        characters++;
      }
      if (characters >= SHORTEST_WORD && !isStopWord(text, start, i)) {
        if (words == starts.length) {
          starts = Arrays.copyOf(starts, 2 * words);
          ends = Arrays.copyOf(ends, 2 * words);
        }
        if (words > 0) {
          text[end++] = ' ';
        }
        int length = (stems == null ? i : stems.stem(text, start, i)) - start;
        System.arraycopy(text, start, text, end, length);
        starts[words] = end;
        end += length;
        ends[words++] = end;
      }
      if (i < text.length) {
        i += Character.charCount(point);
      }
    }
    for (int n = shortest; n <= longest; n++) {
      for (int i = 0; i + n <= words; i++) {
        sink.accept(text, starts[i], ends[i + n - 1]);
      }
    }
  }

  private boolean isStopWord(char[] text, int start, int end) {
    return !stopWords.isEmpty() && stopWords.contains(new String(text, start, end - start));
  }

  /** Quick for the characters that most texts are made of. */
  private static int pointAt(char[] text, int i) {
    return text[i] < Character.MIN_SURROGATE ? text[i] : Character.codePointAt(text, i);
  }

  static boolean isInWord(int point) {
    if (point < 'a') {
      return point >= 'A' && point <= 'Z' || point >= '0' && point <= '9' || point == '_';
    }
    if (point <= 'z' || Character.isLetterOrDigit(point)) {
      return true;
    }
    int type = Character.getType(point);
    return type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
  }
}
