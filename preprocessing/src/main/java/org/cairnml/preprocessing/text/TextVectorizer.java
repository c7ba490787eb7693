package org.cairnml.preprocessing.text;

import java.util.List;

/**
 * Learns how to turn texts into numbers: a record of hyperparameters. A pipeline takes any of them
 * in {@code withText}, one of your own too.
 */
public interface TextVectorizer {

  /**
   * Learns from texts; null counts as an empty one.
   *
   * @throws org.cairnml.base.DataException if nothing can be learnt from them, saying why
   */
  TextModel fit(List<String> texts);
}
