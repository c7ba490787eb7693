package org.cairnml.preprocessing.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Averages the vectors of the words of a text. */
public final class AverageWordVectorsModel implements TextModel {

  private final WordVectors vectors;

  AverageWordVectorsModel(WordVectors vectors) {
    this.vectors = vectors;
  }

  /** The vectors of the words. */
  public WordVectors vectors() {
    return vectors;
  }

  /** {@code dimension 0}, {@code dimension 1} and so on. */
  @Override
  public List<String> names() {
    return IntStream.range(0, width()).mapToObj(k -> "dimension " + k).toList();
  }

  @Override
  public int width() {
    return vectors.dimensions();
  }

  @Override
  public void transformInto(String text, double[] out, int at) {
    Arrays.fill(out, at, at + width(), 0);
    int known = 0;
    for (String word : WordIndexModel.words(text, true)) {
      known += vectors.addTo(word, out, at) ? 1 : 0;
    }
    for (int k = at; known > 0 && k < at + width(); k++) {
      out[k] /= known;
    }
  }

  @Override
  public String toString() {
    return "AverageWordVectorsModel[" + vectors + "]";
  }
}
