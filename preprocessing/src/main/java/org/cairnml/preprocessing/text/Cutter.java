package org.cairnml.preprocessing.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Cuts a text into terms.
 *
 * @param terms words or characters
 * @param lowercase whether upper case is folded first
 * @param shortest words or characters in the shortest terms
 * @param longest and in the longest
 * @param stopWords words that are left out
 */
record Cutter(Terms terms, boolean lowercase, int shortest, int longest, Set<String> stopWords) {

  private static final int SHORTEST_WORD = 2;
  private static final Pattern WHITE_SPACE = Pattern.compile("(?U)\\s+");

  Cutter {
    if (shortest > longest) {
      throw new IllegalArgumentException(
          "shortest must not exceed longest, but they are " + shortest + " and " + longest);
    }
  }

  /** Hands on every term of a text, as often as it stands there. */
  void cut(String text, Consumer<String> use) {
    String folded = lowercase ? text.toLowerCase(Locale.ROOT) : text;
    if (terms == Terms.WORDS) {
      List<String> words = words(folded);
      for (int n = shortest; n <= longest; n++) {
        for (int i = 0; i + n <= words.size(); i++) {
          use.accept(n == 1 ? words.get(i) : String.join(" ", words.subList(i, i + n)));
        }
      }
    } else if (terms == Terms.CHARACTERS) {
      int[] at = folded.replaceAll("(?U)\\s{2,}", " ").codePoints().toArray();
      for (int n = shortest; n <= longest; n++) {
        cut(at, n, use);
      }
    } else {
      for (String word : WHITE_SPACE.split(folded)) {
        if (!word.isEmpty()) {
          cutWord((" " + word + " ").codePoints().toArray(), use);
        }
      }
    }
  }

  private void cutWord(int[] word, Consumer<String> use) {
    for (int n = shortest; n <= longest && n < word.length; n++) {
      cut(word, n, use);
    }
    if (word.length <= longest) {
      use.accept(new String(word, 0, word.length));
    }
  }

  private static void cut(int[] characters, int n, Consumer<String> use) {
    for (int i = 0; i + n <= characters.length; i++) {
      use.accept(new String(characters, i, n));
    }
  }

  private List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int length = text.length();
    for (int i = 0; i < length; ) {
      int start = i;
      int characters = 0;
      int point = 0;
      while (i < length && isInWord(point = text.codePointAt(i))) {
        i += Character.charCount(point);
        characters++;
      }
      if (characters >= SHORTEST_WORD) {
        String word = text.substring(start, i);
        if (!stopWords.contains(word)) {
          words.add(word);
        }
      }
      if (i < length) {
        i += Character.charCount(text.codePointAt(i));
      }
    }
    return words;
  }

  private static boolean isInWord(int point) {
    if (Character.isLetterOrDigit(point) || point == '_') {
      return true;
    }
    int type = Character.getType(point);
    return type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
  }
}
