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

  /**
   * Learns from texts and transforms them: the same as {@link #fit} and then {@link
   * TextModel#transformSparse}, but a vectorizer may look at each text only once.
   */
  default FittedTexts fitTransform(List<String> texts) {
    TextModel model = fit(texts);
    return new FittedTexts(model, model.transformSparse(texts));
  }
}
