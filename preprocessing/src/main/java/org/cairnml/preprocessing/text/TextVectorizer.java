package org.cairnml.preprocessing.text;

import java.util.List;

/** Learns which terms texts have and how to weigh them: a record of hyperparameters. */
public sealed interface TextVectorizer permits CountVectorizer, TfidfVectorizer {

  /**
   * Learns from texts; null counts as an empty one.
   *
   * @throws org.cairnml.base.DataException if no term is left
   */
  TextModel fit(List<String> texts);
}
