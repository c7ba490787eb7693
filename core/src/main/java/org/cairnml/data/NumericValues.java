package org.cairnml.data;

import java.util.ArrayList;
import java.util.List;

/** Numbers, kept in chunks so that growing copies nothing. */
final class NumericValues implements Values {

  private static final int CHUNK = 1 << 14;

  private final NumberParser parser;
  private final List<double[]> full = new ArrayList<>();
  private double[] chunk = new double[64];
  private int used;

  /**
   * @param parser of the characters that are added, if there are any
   */
  NumericValues(NumberParser parser) {
    this.parser = parser;
  }

  @Override
  public boolean add(char[] buffer, int from, int to) {
    if (!parser.parse(buffer, from, to)) {
      return false;
    }
    append(parser.value());
    return true;
  }

  @Override
  public void addMissing() {
    append(Double.NaN);
  }

  void append(double value) {
    if (used == chunk.length) {
      grow();
    }
    chunk[used++] = value;
  }

  private void grow() {
    if (chunk.length < CHUNK) {
      chunk = java.util.Arrays.copyOf(chunk, 2 * chunk.length);
    } else {
      full.add(chunk);
      chunk = new double[CHUNK];
      used = 0;
    }
  }

  @Override
  public Column toColumn(String name) {
    double[] all = new double[full.size() * CHUNK + used];
    for (int i = 0; i < full.size(); i++) {
      System.arraycopy(full.set(i, null), 0, all, i * CHUNK, CHUNK);
    }
    System.arraycopy(chunk, 0, all, full.size() * CHUNK, used);
    return new NumericColumn(name, all);
  }
}
