package org.cairnml.preprocessing.text;

import org.cairnml.base.BackendException;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;

/** Cuts the endings of words off. The only class that knows Lucene; for one thread. */
final class Stems {

  private final SnowballStemmer stemmer;

  private Stems(SnowballStemmer stemmer) {
    this.stemmer = stemmer;
  }

  /**
   * Stems of a language.
   *
   * @throws BackendException if Lucene's stemmers are not there
   */
  static Stems of(Stemming language) {
    try {
      return new Stems(stemmer(language));
    } catch (NoClassDefFoundError absent) {
      throw new BackendException(
          "stemming needs the stemmers of Lucene, which are absent; add the dependency"
              + " org.apache.lucene:lucene-analysis-common, on the module path also --add-modules"
              + " org.apache.lucene.analysis.common, or set stemming to NONE",
          absent);
    }
  }

  private static SnowballStemmer stemmer(Stemming language) {
    return switch (language) {
      case ENGLISH -> new EnglishStemmer();
      case FRENCH -> new FrenchStemmer();
      case GERMAN -> new GermanStemmer();
      case ITALIAN -> new ItalianStemmer();
      case PORTUGUESE -> new PortugueseStemmer();
      case RUSSIAN -> new RussianStemmer();
      case SPANISH -> new SpanishStemmer();
      case NONE -> throw new IllegalArgumentException("NONE is no language");
    };
  }

  /**
   * Writes the stem of the word in its place; a stem longer than the word is not taken.
   *
   * @return where the stem ends
   */
  int stem(char[] text, int from, int to) {
    char[] word = new char[to - from];
    System.arraycopy(text, from, word, 0, word.length);
    stemmer.setCurrent(word, word.length);
    stemmer.stem();
    int length = stemmer.getCurrentBufferLength();
    if (length > word.length) {
      return to;
    }
    System.arraycopy(stemmer.getCurrentBuffer(), 0, text, from, length);
    return from + length;
  }
}
