package org.cairnml.preprocessing.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits texts into sentences as the JDK's {@link BreakIterator} sees them. */
public final class Sentences {

  private Sentences() {}

  /**
   * The sentences of a text in order, without the white space around them; none for null or a text
   * of white space. The rules know punctuation but no abbreviations: {@code Dr. Smith} may be cut
   * in two.
   *
   * @param locale whose rules count; there is no default, as it would differ between machines
   */
  public static List<String> split(String text, Locale locale) {
    List<String> sentences = new ArrayList<>();
    if (text == null) {
      return sentences;
    }
    BreakIterator breaks = BreakIterator.getSentenceInstance(locale);
    breaks.setText(text);
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      String sentence = text.substring(from, to).strip();
      if (!sentence.isEmpty()) {
        sentences.add(sentence);
      }
      from = to;
    }
    return sentences;
  }
}
