package org.cairnml.preprocessing.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cairnml.base.FormatException;
import org.cairnml.base.Workers;
import org.cairnml.linalg.Matrix;

/**
 * Turns texts into the weights of known terms; other terms are ignored. Immutable and safe for use
 * by any number of threads.
 */
public final class TextModel {

  private static final int BATCH_TEXTS = 64;

  private final Cutter cutter;
  private final List<String> terms;
  private final Map<String, Integer> index = new HashMap<>();
  private final double[] weights;
  private final boolean sublinear;
  private final boolean binary;
  private final boolean normalize;

  /**
   * Keeps its arguments.
   *
   * @param weights a factor for each term, or none for 1
   */
  TextModel(
      Cutter cutter,
      List<String> terms,
      double[] weights,
      boolean sublinear,
      boolean binary,
      boolean normalize) {
    if (weights.length != 0 && weights.length != terms.size()) {
      throw new FormatException(weights.length + " weights for " + terms.size() + " terms");
    }
    this.cutter = cutter;
    this.terms = List.copyOf(terms);
    this.weights = weights;
    this.sublinear = sublinear;
    this.binary = binary;
    this.normalize = normalize;
    for (String term : terms) {
      index.put(term, index.size());
    }
  }

  /** The terms, one for each number that a text becomes. */
  public List<String> terms() {
    return terms;
  }

  /** How many terms. */
  public int width() {
    return terms.size();
  }

  /** The factor of each term (a copy): its rarity for TF-IDF, 1 for counts. */
  public double[] weights() {
    if (weights.length > 0) {
      return weights.clone();
    }
    double[] ones = new double[terms.size()];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** For the codec. */
  Cutter cutter() {
    return cutter;
  }

  /** For the codec: none for 1. */
  double[] factors() {
    return weights;
  }

  boolean isSublinear() {
    return sublinear;
  }

  boolean isBinary() {
    return binary;
  }

  boolean isNormalized() {
    return normalize;
  }

  /**
   * Writes the weights of a text to {@code out} from {@code at} on.
   *
   * @param text null counts as an empty one
   */
  public void transformInto(String text, double[] out, int at) {
    Arrays.fill(out, at, at + terms.size(), 0);
    if (text == null) {
      return;
    }
    cutter.cut(
        text,
        term -> {
          Integer k = index.get(term);
          if (k != null) {
            out[at + k]++;
          }
        });
    double squares = 0;
    for (int k = 0; k < terms.size(); k++) {
      double count = out[at + k];
      if (count > 0) {
        double value = binary ? 1 : sublinear ? 1 + Math.log(count) : count;
        out[at + k] = weights.length > 0 ? value * weights[k] : value;
        squares += out[at + k] * out[at + k];
      }
    }
    if (normalize && squares > 0) {
      double length = Math.sqrt(squares);
      for (int k = 0; k < terms.size(); k++) {
        out[at + k] /= length;
      }
    }
  }

  /** The weights of a text. */
  public double[] transform(String text) {
    double[] out = new double[terms.size()];
    transformInto(text, out, 0);
    return out;
  }

  /** The weights of n texts (n x terms). */
  public Matrix transform(List<String> texts) {
    int width = terms.size();
    double[] all = new double[Math.multiplyExact(texts.size(), width)];
    Workers.standard()
        .ranges(
            texts.size(),
            BATCH_TEXTS,
            (from, to) -> {
              for (int i = from; i < to; i++) {
                transformInto(texts.get(i), all, i * width);
              }
            });
    return Matrix.wrap(all, texts.size(), width);
  }

  @Override
  public String toString() {
    return "TextModel[" + terms.size() + " terms]";
  }
}
