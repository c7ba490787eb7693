package org.cairnml.data;

import java.util.Arrays;

/** The fields of some following records: their characters in one array, row by row. */
final class FieldBatch {

  private static final int FULL_CHARS = 1 << 18;
  private static final int FULL_ROWS = 1 << 13;

  private char[] text = new char[1 << 10];
  private int[] ends = new int[1 << 7];
  private boolean[] quoted = new boolean[1 << 7];
  private long[] lines = new long[1 << 6];
  private int fields;
  private int rows;

  /** Adds a field to the record that is being read. */
  void addField(char[] buffer, int offset, int length, boolean isQuoted) {
    int start = start(fields);
    if (start + length > text.length) {
      text = Arrays.copyOf(text, Math.max(2 * text.length, start + length));
    }
    if (fields == ends.length) {
      ends = Arrays.copyOf(ends, 2 * fields);
      quoted = Arrays.copyOf(quoted, 2 * fields);
    }
    System.arraycopy(buffer, offset, text, start, length);
    quoted[fields] = isQuoted;
    ends[fields++] = start + length;
  }

  /** Ends the record, which began at a line. */
  void endRow(long line) {
    if (rows == lines.length) {
      lines = Arrays.copyOf(lines, 2 * rows);
    }
    lines[rows++] = line;
  }

  void clear() {
    fields = 0;
    rows = 0;
  }

  /** Whether there is enough to work on. */
  boolean isFull() {
    return rows == FULL_ROWS || start(fields) >= FULL_CHARS;
  }

  int rows() {
    return rows;
  }

  /** How many fields there are, of all rows. */
  int fields() {
    return fields;
  }

  /** The line at which a row began. */
  long line(int row) {
    return lines[row];
  }

  char[] text() {
    return text;
  }

  int start(int field) {
    return field == 0 ? 0 : ends[field - 1];
  }

  int end(int field) {
    return ends[field];
  }

  boolean isQuoted(int field) {
    return quoted[field];
  }

  String string(int field) {
    return new String(text, start(field), end(field) - start(field));
  }
}
