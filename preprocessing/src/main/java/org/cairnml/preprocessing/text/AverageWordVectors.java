package org.cairnml.preprocessing.text;

import java.util.List;

/**
 * Turns a text into the mean of the vectors of its words, as often as each stands in it; zeros if
 * none is known. Words are what {@link WordIndex} takes for words, in lower case, as in the usual
 * collections of vectors. Nothing is learnt from the texts; the vectors are saved with the model.
 *
 * @param vectors of words
 */
public record AverageWordVectors(WordVectors vectors) implements TextVectorizer {

  @Override
  public AverageWordVectorsModel fit(List<String> texts) {
    return new AverageWordVectorsModel(vectors);
  }
}
