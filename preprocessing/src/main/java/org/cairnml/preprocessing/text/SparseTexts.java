package org.cairnml.preprocessing.text;

import java.util.List;
import java.util.function.Function;
import org.cairnml.base.Workers;
import org.cairnml.linalg.SparseMatrix;

/** Makes the sparse rows of many texts in parallel. */
final class SparseTexts {

  private static final int TEXTS_PER_PART = 512;

  private SparseTexts() {}

  /** The rows that {@code rows} makes of parts of the texts, one below the other. */
  static SparseMatrix transform(
      List<String> texts, int width, Function<List<String>, SparseMatrix> rows) {
    int parts = (texts.size() + TEXTS_PER_PART - 1) / TEXTS_PER_PART;
    if (parts == 0) {
      return SparseMatrix.zeros(0, width);
    }
    return SparseMatrix.below(
        Workers.standard()
            .map(
                parts,
                part -> {
                  int from = part * TEXTS_PER_PART;
                  int to = Math.min(texts.size(), from + TEXTS_PER_PART);
                  return rows.apply(texts.subList(from, to));
                })
            .toArray(SparseMatrix[]::new));
  }
}
