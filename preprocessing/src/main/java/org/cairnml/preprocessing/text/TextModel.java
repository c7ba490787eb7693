package org.cairnml.preprocessing.text;

import java.util.List;
import org.cairnml.base.Workers;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SparseMatrix;

/**
 * Turns a text into numbers, as many for each text. Implementations are immutable and safe for use
 * by any number of threads; one that is to be saved has a {@link org.cairnml.core.ModelCodec}.
 */
public interface TextModel {

  /** What the numbers mean, one name each. */
  List<String> names();

  /**
   * Writes the numbers of a text to {@code out} from {@code at} on.
   *
   * @param text null counts as an empty one
   */
  void transformInto(String text, double[] out, int at);

  /** How many numbers a text becomes. */
  default int width() {
    return names().size();
  }

  /** The numbers of a text. */
  default double[] transform(String text) {
    double[] out = new double[width()];
    transformInto(text, out, 0);
    return out;
  }

  /** The numbers of n texts (n x width). */
  default Matrix transform(List<String> texts) {
    int width = width();
    double[] all = new double[Math.multiplyExact(texts.size(), width)];
    Workers.standard()
        .ranges(
            texts.size(),
            64,
            (from, to) -> {
              for (int i = from; i < to; i++) {
                transformInto(texts.get(i), all, i * width);
              }
            });
    return Matrix.wrap(all, texts.size(), width);
  }

  /** The numbers of n texts (n x width), sparse; the same as {@link #transform(List)}. */
  default SparseMatrix transformSparse(List<String> texts) {
    return SparseMatrix.of(transform(texts));
  }
}
