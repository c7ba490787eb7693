package org.cairnml.preprocessing.text;

import java.util.Arrays;
import java.util.List;
import org.cairnml.base.FormatException;
import org.cairnml.base.Workers;
import org.cairnml.data.TextNumbers;
import org.cairnml.linalg.SparseBuilder;
import org.cairnml.linalg.SparseMatrix;

/**
 * Turns texts into the weights of known terms; other terms are ignored. Immutable and safe for use
 * by any number of threads.
 */
public final class TermModel implements TextModel {

  private final Cutter cutter;
  private final List<String> terms;
  private final TextNumbers index = new TextNumbers();
  private final double[] weights;
  private final boolean sublinear;
  private final boolean binary;
  private final boolean normalize;

  /**
   * Keeps its arguments.
   *
   * @param weights a factor for each term, or none for 1
   */
  TermModel(
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
      index.add(term.toCharArray(), 0, term.length());
    }
  }

  /** The terms, one for each number that a text becomes. */
  public List<String> terms() {
    return terms;
  }

  /** The same as {@link #terms()}. */
  @Override
  public List<String> names() {
    return terms;
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

  @Override
  public void transformInto(String text, double[] out, int at) {
    Arrays.fill(out, at, at + terms.size(), 0);
    if (text == null) {
      return;
    }
    cutter.cut(
        text,
        (chars, from, to) -> {
          int term = index.find(chars, from, to);
          if (term >= 0) {
            out[at + term]++;
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

  @Override
  public SparseMatrix transformSparse(List<String> texts) {
    return SparseTexts.transform(texts, terms.size(), this::rows);
  }

  private SparseMatrix rows(List<String> texts) {
    var builder = new SparseBuilder(terms.size());
    var counts = new TermCounts(terms.size());
    for (String text : texts) {
      counts.clear();
      if (text != null) {
        cutter.cut(text, (chars, from, to) -> count(index.find(chars, from, to), counts));
      }
      addRow(counts, builder);
    }
    return builder.build();
  }

  /**
   * The rows of texts that were cut before.
   *
   * @param places which of the terms here each term of the tally is, -1 for none
   */
  SparseMatrix transformSparse(TermTally tally, int[] places) {
    List<SparseMatrix> parts =
        Workers.standard().map(tally.parts().size(), part -> rows(tally.parts().get(part), places));
    return SparseMatrix.below(parts.toArray(SparseMatrix[]::new));
  }

  private SparseMatrix rows(TermTally.Part part, int[] places) {
    var builder = new SparseBuilder(terms.size());
    var counts = new TermCounts(terms.size());
    part.range()
        .forEach(
            text -> {
              counts.clear();
              part.addTo(counts, text, places);
              addRow(counts, builder);
            });
    return builder.build();
  }

  private void addRow(TermCounts counts, SparseBuilder builder) {
    int[] met = counts.terms();
    double length = normalize ? length(met, counts) : 1;
    for (int term : met) {
      builder.add(term, weigh(term, counts.count(term)) / length);
    }
    builder.endRow();
  }

  private static void count(int term, TermCounts counts) {
    if (term >= 0) {
      counts.add(term, 1);
    }
  }

  private double length(int[] met, TermCounts counts) {
    double squares = 0;
    for (int term : met) {
      double weight = weigh(term, counts.count(term));
      squares += weight * weight;
    }
    return Math.sqrt(squares);
  }

  @Override
  public String toString() {
    return "TermModel[" + terms.size() + " terms]";
  }
}
