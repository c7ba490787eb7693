package org.cairnml.preprocessing.text;

/** What a text is cut into. */
public enum Terms {
  /**
   * Words: runs of at least two letters, digits and underscores, of any script. Terms of several
   * words have a blank between them.
   */
  WORDS,
  /** Characters; several white-space characters in a row count as one blank. */
  CHARACTERS,
  /**
   * Characters of one word, which is what stands between white space, with a blank before and after
   * it; a word shorter than a term is a term itself, once. The {@code char_wb} of scikit-learn.
   */
  CHARACTERS_IN_WORDS
}
