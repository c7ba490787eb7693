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

  /**
   * Adds the fields of a column from a row of a batch on, as long as they are numbers that nothing
   * else can be: without quotes and blanks around them, and not like a missing marker.
   *
   * @return the first row that was not added, or the number of rows
   */
  int addPlain(FieldBatch batch, int row, int column, int columns, MissingMarkers markers) {
    char[] text = batch.text();
    int rows = batch.rows();
    for (int i = row, field = row * columns + column; i < rows; i++, field += columns) {
      int from = batch.start(field);
      int to = batch.end(field);
      if (from == to
          || text[from] <= ' '
          || text[to - 1] <= ' '
          || batch.isQuoted(field)
          || markers.mayStartWith(text[from])
          || !parser.parse(text, from, to)) {
        return i;
      }
      append(parser.value());
    }
    return rows;
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
