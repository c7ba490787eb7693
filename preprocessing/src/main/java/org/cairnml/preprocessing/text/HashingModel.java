package org.cairnml.preprocessing.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.linalg.SparseBuilder;
import org.cairnml.linalg.SparseMatrix;

/**
 * Counts the terms of a text at the places that their hashes say. Immutable and safe for use by any
 * number of threads.
 */
public final class HashingModel implements TextModel {

  private final Cutter cutter;
  private final int features;
  private final boolean alternateSign;
  private final boolean normalize;

  HashingModel(Cutter cutter, int features, boolean alternateSign, boolean normalize) {
    this.cutter = cutter;
    this.features = features;
    this.alternateSign = alternateSign;
    this.normalize = normalize;
  }

  Cutter cutter() {
    return cutter;
  }

  boolean hasAlternateSign() {
    return alternateSign;
  }

  boolean isNormalized() {
    return normalize;
  }

  /** {@code hash 0}, {@code hash 1} and so on. */
  @Override
  public List<String> names() {
    return IntStream.range(0, features).mapToObj(k -> "hash " + k).toList();
  }

  @Override
  public int width() {
    return features;
  }

  @Override
  public void transformInto(String text, double[] out, int at) {
    Arrays.fill(out, at, at + features, 0);
    SparseMatrix row = rows(Arrays.asList(text));
    for (int p = 0; p < row.nonZeros(); p++) {
      out[at + row.column(p)] = row.value(p);
    }
  }

  @Override
  public SparseMatrix transformSparse(List<String> texts) {
    return SparseTexts.transform(texts, features, this::rows);
  }

  private SparseMatrix rows(List<String> texts) {
    var builder = new SparseBuilder(features);
    for (String text : texts) {
      if (text != null) {
        cutter.cut(text, (chars, from, to) -> add(hash(chars, from, to), builder));
      }
      builder.endRow();
    }
    SparseMatrix counts = builder.build();
    return normalize ? normalized(counts) : counts;
  }

  private static int hash(char[] chars, int from, int to) {
    byte[] bytes = new byte[to - from];
    for (int i = from; i < to; i++) {
      if (chars[i] > 127) {
        return MurmurHash3.hash(
            new String(chars, from, to - from).getBytes(StandardCharsets.UTF_8));
      }
      bytes[i - from] = (byte) chars[i];
    }
    return MurmurHash3.hash(bytes);
  }

  private void add(int hash, SparseBuilder row) {
    int place = (int) (Math.abs((long) hash) % features);
    row.add(place, alternateSign && hash < 0 ? -1 : 1);
  }

  private static SparseMatrix normalized(SparseMatrix counts) {
    var builder = new SparseBuilder(counts.cols());
    for (int i = 0; i < counts.rows(); i++) {
      double squares = 0;
      for (int p = counts.start(i); p < counts.start(i + 1); p++) {
        squares += counts.value(p) * counts.value(p);
      }
      double length = Math.sqrt(squares);
      for (int p = counts.start(i); p < counts.start(i + 1); p++) {
        builder.add(counts.column(p), counts.value(p) / length);
      }
      builder.endRow();
    }
    return builder.build();
  }

  @Override
  public String toString() {
    return "HashingModel[" + features + " features]";
  }
}
