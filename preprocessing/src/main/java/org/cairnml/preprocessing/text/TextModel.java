package org.cairnml.preprocessing.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cairnml.base.FormatException;
import org.cairnml.base.Workers;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SparseBuilder;
import org.cairnml.linalg.SparseMatrix;

/**
 * Turns texts into the weights of known terms; other terms are ignored. Immutable and safe for use
 * by any number of threads.
 */
public final class TextModel {

  private static final int BATCH_TEXTS = 64;
  private static final int SPARSE_BATCH_TEXTS = 512;

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
        out[at + k] = weigh(k, count);
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

  private double weigh(int term, double count) {
    double value = binary ? 1 : sublinear ? 1 + Math.log(count) : count;
    return weights.length > 0 ? value * weights[term] : value;
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

  /** The weights of n texts (n x terms), sparse; the same numbers as {@link #transform(List)}. */
  public SparseMatrix transformSparse(List<String> texts) {
    int parts = (texts.size() + SPARSE_BATCH_TEXTS - 1) / SPARSE_BATCH_TEXTS;
    if (parts == 0) {
      return SparseMatrix.zeros(0, terms.size());
    }
    return SparseMatrix.below(
        Workers.standard()
            .map(parts, part -> part(texts, part * SPARSE_BATCH_TEXTS))
            .toArray(SparseMatrix[]::new));
  }

  private SparseMatrix part(List<String> texts, int from) {
    var builder = new SparseBuilder(terms.size());
    Map<Integer, Integer> counts = new TreeMap<>();
    int to = Math.min(texts.size(), from + SPARSE_BATCH_TEXTS);
    for (String text : texts.subList(from, to)) {
      counts.clear();
      if (text != null) {
        cutter.cut(text, term -> count(term, counts));
      }
      double length = normalize ? length(counts) : 1;
      counts.forEach((k, count) -> builder.add(k, weigh(k, count) / length));
      builder.endRow();
    }
    return builder.build();
  }

  private void count(String term, Map<Integer, Integer> counts) {
    Integer k = index.get(term);
    if (k != null) {
      counts.merge(k, 1, Integer::sum);
    }
  }

  private double length(Map<Integer, Integer> counts) {
    double squares = 0;
    for (var entry : counts.entrySet()) {
      double weight = weigh(entry.getKey(), entry.getValue());
      squares += weight * weight;
    }
    return Math.sqrt(squares);
  }

  @Override
  public String toString() {
    return "TextModel[" + terms.size() + " terms]";
  }
}
