package org.cairnml.preprocessing.text;

/**
 * The language whose endings are cut off, so that "connected" and "connection" are one word: the
 * stemmers of Snowball, as Lucene has them. They need the artifact {@code
 * org.apache.lucene:lucene-analysis-common}, which a project adds itself, and on the module path
 * {@code --add-modules org.apache.lucene.analysis.common}.
 *
 * <p>Source: Porter 1980, doi:10.1108/eb046814, and snowballstem.org.
 */
public enum Stemming {
  /** Words stay as they are. */
  NONE,
  /** English (Porter2). */
  ENGLISH,
  /** French. */
  FRENCH,
  /** German. */
  GERMAN,
  /** Italian. */
  ITALIAN,
  /** Portuguese. */
  PORTUGUESE,
  /** Russian. */
  RUSSIAN,
  /** Spanish. */
  SPANISH
}
